import { expect } from 'vitest';
import type { ChatPerson } from '../../../support/chat.ts';
import { type Asked, isWithin } from '../model/asked.ts';
import { type Life, lifeOn } from '../model/life.ts';
import { asksFor, readLines, type SheetLine } from '../read/sheets.ts';
import { compareLines } from './lines.ts';

const channels = { telegram: 'Telegram', zalo: 'Zalo', web: 'Trang web' };

/** Compares the nudges of a period with the reminders that people found in their chats. */
export async function compareNudges(manager: ChatPerson, life: Life, asked: Asked): Promise<void> {
  const sent = (await readNudges(manager, asked)).filter(({ outcome }) => outcome === 'Đã gửi');
  const expected = lifeOn(life, asked.day)
    .reminders.filter(({ on }) => isWithin(asked, on))
    .map(({ person, channel, on }) => ({ person, channel: channels[channel], on }));
  compareLines(
    sent.map(({ person, channel, on }) => ({ person, channel, on })),
    expected,
    ['person', 'on', 'channel'],
    `dondoc ${asked.words}`,
  );
}

/** Compares how often *Tiến độ nộp* says that a unit was nudged with the log of the nudges. */
export async function compareNudgeCounts(manager: ChatPerson, asked: Asked): Promise<void> {
  const nudges = (await readNudges(manager, asked)).filter(({ outcome }) => outcome === 'Đã gửi');
  const lines = await readLines(await asksFor(manager, 'tiendo', { rest: asked.words }), {
    named: { 'Việc phải nộp': 'duty', 'Số lần nhắc': 'times', 'Lần nhắc cuối': 'last' },
    under: 'unit',
  });
  for (const { unit, duty, times, last } of lines) {
    const about = nudges.filter(
      ({ units, duties }) =>
        String(units).split('; ').includes(String(unit)) && String(duties).split('; ').includes(String(duty)),
    );
    const found = {
      times: about.length,
      last:
        about
          .map(({ on }) => String(on))
          .toSorted()
          .at(-1) ?? null,
    };
    expect({ times, last }, `${unit}: ${duty}`).toEqual(found);
  }
}

async function readNudges(manager: ChatPerson, asked: Asked): Promise<SheetLine[]> {
  const lines = await readLines(await asksFor(manager, 'dondoc', { rest: asked.words }), {
    named: {
      ...{ Lúc: 'at', 'Đơn vị': 'units', 'Người nhận': 'person', Kênh: 'channel', Việc: 'duties' },
      'Kết quả': 'outcome',
    },
  });
  return lines.map(({ at, ...line }) => {
    const [, day = '', month = '', year = ''] = /(\d+)\/(\d+)\/(\d{4})/.exec(String(at)) ?? [];
    return { ...line, on: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  });
}
