import { expect } from 'vitest';
import type { ChatPerson } from '../../../support/chat.ts';
import { readsRanking } from '../acts/of-conference.ts';
import type { Asked } from '../model/asked.ts';
import { expectPhoneList } from '../model/duties.ts';
import { type Life, lifeOn } from '../model/life.ts';
import { expectRanking } from '../model/results.ts';
import { asksFor, readLines } from '../read/sheets.ts';
import { compareLines } from './lines.ts';

const onScreen = { nominated: 'đã giới thiệu', chosen: 'được chọn dự Hội nghị', left: 'không chọn' };

/** Compares the ranking that /hoinghi shows. */
export async function compareRanking(manager: ChatPerson, life: Life): Promise<void> {
  const expected = expectRanking(life).map(({ code, points, state }) => ({
    ...{ code, points, state: onScreen[state] },
  }));
  expect(await readsRanking(manager)).toEqual(expected);
}

/** Compares the list of nominations: what their points count, and their places. */
export async function compareConference(manager: ChatPerson, life: Life, asked: Asked): Promise<void> {
  const lines = await readLines(await asksFor(manager, 'hoinghi', { rest: asked.words }), {
    named: {
      ...{ Mã: 'code', 'Số năm duy trì': 'kept', 'Số năm nhân rộng': 'spread', Điểm: 'points' },
      ...{ 'Số lần khen thưởng': 'awards', 'Xếp hạng': 'rank' },
    },
    under: 'state',
  });
  const groups = { nominated: 'CHƯA QUYẾT ĐỊNH', chosen: 'ĐẠI BIỂU ĐƯỢC CHỌN', left: 'KHÔNG CHỌN' };
  const ranked = expectRanking(lifeOn(life, asked.day));
  const expected = ranked.map((line) => ({ ...line, state: groups[line.state] }));
  compareLines(lines, expected, ['code'], `hoinghi ${asked.words}`);
}

/** Compares the list of those whom no message reaches. */
export async function comparePhoneList(officer: ChatPerson, life: Life, asked: Asked): Promise<void> {
  const lines = await readLines(await asksFor(officer, 'goidien', { rest: asked.words }), {
    named: {
      ...{ 'Đơn vị': 'unit', 'Họ và tên': 'person', 'Việc cần nhắc': 'duties', 'Hạn gần nhất': 'due' },
      'Lý do phải gọi': 'why',
    },
  });
  compareLines(lines, expectPhoneList(lifeOn(life, asked.day), asked), ['unit'], `goidien ${asked.words}`);
}
