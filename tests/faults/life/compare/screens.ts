import { expect } from 'vitest';
import type { ChatPerson } from '../../../support/chat.ts';
import { type Asked, sayDay } from '../model/asked.ts';
import { type DutyLine, expectProgress } from '../model/duties.ts';
import { type Life, lifeOn, unitOn } from '../model/life.ts';
import { expectByUnit } from '../model/registrations.ts';

const count = <T>(all: T[], is: (one: T) => boolean): number => all.filter(is).length;

/** Compares what /tiendo counts. */
export async function compareOverview(officer: ChatPerson, life: Life, asked: Asked): Promise<void> {
  const lines = expectByUnit(lifeOn(life, asked.day), asked);
  const of = (state: string) => count(lines, ({ timeliness }) => timeliness === state);
  const short = count(lines, ({ counted, missing }) => counted > 0 && missing > 0);
  const none = count(lines, ({ counted, missing }) => counted === 0 && missing > 0);
  await officer.says('/tiendo');
  const { text } = await officer.sees('Tiến độ đăng ký điển hình lúc');
  expect(text.normalize()).toContain(
    `${lines.length} đơn vị: đã xong ${of('Đúng hạn')}, nộp chậm ${of('Nộp chậm')}, còn thiếu ${short}, chưa nộp ${none}. Quá hạn chưa đủ: ${of('Quá hạn chưa đủ')}.`,
  );
}

/**
 * Compares what /hannop says of every duty of a unit: all that is open, and what is due once.
 */
export async function compareDues(
  liaison: ChatPerson,
  life: Life,
  { unit, asked }: { unit: string; asked: Asked },
): Promise<void> {
  await liaison.says('/hannop');
  const { text } = await liaison.sees('Đăng ký điển hình tiên tiến:');
  const lines = text.normalize().split('\n');
  const shown = expectProgress(lifeOn(life, asked.day), asked).filter(
    ({ unit: of, duty, state, doneOn }) =>
      of === unit && state !== 'Không phát sinh' && (doneOn === null || !/\d{4}$/.test(duty)),
  );
  const found = shown.map(({ duty }) => lines.find((line) => line.startsWith(`${duty}:`)) ?? `no ${duty}`);
  for (const [i, one] of shown.entries()) expect(found[i]).toContain(sayDuty(one));
  const years = lines.filter((line) => /^Báo cáo kết quả năm \d{4}:/.test(line));
  expect(years).toHaveLength(shown.filter(({ duty }) => /\d{4}$/.test(duty)).length);
}

function sayDuty({ state, due, doneOn, daysLate }: DutyLine): string {
  if (due === null) return 'Thời hạn chưa ấn định.';
  if (doneOn === null) return `Chưa xong. Hạn chót ${sayDay(due)}, đã quá hạn ${daysLate} ngày.`;
  const done = `Đã xong ngày ${sayDay(doneOn)}`;
  return state === 'Nộp chậm' ? `${done}, trễ hạn (${sayDay(due)}).` : `${done}.`;
}

/** Compares what /tracuu finds for the code of a unit and its year. */
export async function compareSearch(
  officer: ChatPerson,
  life: Life,
  asked: Asked,
  words: string,
): Promise<void> {
  await officer.says(`/tracuu ${words}`);
  const { text } = await officer.sees(`Tìm “${words}”`);
  const found = [...text.normalize().matchAll(/([A-Z]+-\d{4}-\d{3}) .* – (.+?) – (.+?), (\d{4})$/gm)];
  const then = lifeOn(life, asked.day);
  const expected = then.exemplars.filter(({ code }) => code.startsWith(words));
  expect(found.map(([, code, status, unit]) => `${code} ${status} ${unit}`).toSorted()).toEqual(
    expected.map((one) => `${one.code} đã duyệt ${unitOn(life, one.unit, asked.day).name}`).toSorted(),
  );
}

/** Compares the whole story of an exemplar that /hoso tells. */
export async function compareStory(officer: ChatPerson, life: Life, code: string): Promise<void> {
  await officer.says(`/hoso ${code}`);
  const { text } = await officer.sees(code);
  const said = text.normalize();
  for (const one of life.evaluations.filter(({ exemplar }) => exemplar === code))
    expect(said).toContain(`Năm ${one.year}: ${one.result}`);
}
