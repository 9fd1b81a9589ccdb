import { expect } from 'vitest';
import type { ChatPerson } from '../../../support/chat.ts';
import { readWord } from '../../../support/read-word.ts';
import type { Asked } from '../model/asked.ts';
import { expectLetter } from '../model/duties.ts';
import { type Life, lifeOn } from '../model/life.ts';
import { expectOfficeReport } from '../model/office-report.ts';
import { expectByUnit, expectList } from '../model/registrations.ts';
import type { expectUnitReport } from '../model/unit-report.ts';
import { readOfficeReport } from '../read/office-report.ts';
import { asksFor } from '../read/sheets.ts';
import { readUnitReport } from '../read/unit-report.ts';
import { compareLines } from './lines.ts';

/** Compares the office's report of a period, its sentences and its appendix. */
export async function compareOfficeReport(manager: ChatPerson, life: Life, asked: Asked): Promise<void> {
  const found = await readOfficeReport(await asksFor(manager, 'word', { rest: asked.words, kind: 'docx' }));
  const then = lifeOn(life, asked.day);
  expect(found.figures, `word ${asked.words}`).toEqual(expectOfficeReport(then, asked));
  const units = expectByUnit(then, asked).map(
    ({ max: _max, returned: _returned, over: _over, filedOn: _filedOn, ...line }) => line,
  );
  compareLines(found.units, units, ['unit'], `appendix ${asked.words}`);
}

/** Compares a unit's report of a year. */
export async function compareUnitReport(
  bytes: Uint8Array,
  expected: ReturnType<typeof expectUnitReport>,
): Promise<void> {
  expect(await readUnitReport(bytes)).toEqual(expected);
}

/** Compares the list of a unit's registrations that its head signs. */
export async function compareSignedList(
  manager: ChatPerson,
  life: Life,
  { unit, asked }: { unit: string; asked: Asked },
): Promise<void> {
  const { tables } = await readWord(
    await asksFor(manager, 'dangky', { rest: `${asked.words} ${unit}`, kind: 'docx' }),
  );
  const names = (tables.find(([heading]) => heading?.[0] === 'TT') ?? [])
    .filter(([number = '']) => /^\d+$/.test(number))
    .map(([, name]) => name);
  const expected = expectList(lifeOn(life, asked.day), asked).filter((one) => one.unit === unit);
  expect(names.toSorted(), `dangky ${asked.words} ${unit}`).toEqual(
    expected.map(({ name }) => name).toSorted(),
  );
}

/** Compares the list behind the letter that urges late units. */
export async function compareLetter(manager: ChatPerson, life: Life, asked: Asked): Promise<void> {
  const { tables } = await readWord(await asksFor(manager, 'congvan', { rest: asked.words, kind: 'docx' }));
  let last = '';
  const found = (tables.find(([heading]) => heading?.[2] === 'Việc chưa hoàn thành') ?? []).flatMap(
    (cells) => {
      const [number = '', unit = '', duty = '', , due = '', daysLate = ''] = cells;
      if (/^\d+$/.test(number)) last = unit;
      const [day = '', month, year] = due.split('/');
      return year ? [{ unit: last, duty, due: `${year}-${month}-${day}`, daysLate: Number(daysLate) }] : [];
    },
  );
  compareLines(
    found,
    expectLetter(lifeOn(life, asked.day), asked),
    ['unit', 'duty'],
    `congvan ${asked.words}`,
  );
}
