import type { ReportWatch } from '../../../reports/thread/report-threads.ts';
import { listUnits } from '../../../units/units.ts';
import type { FileChat } from '../../core/send-made-file.ts';
import { makeForPerson, type ReportAsker } from './make-for-person.ts';
import { deleteReportFiles, measureReport, sendReportFiles } from './send-files.ts';
import type { AnsweredReport, SendingOfReport } from './whole-or-parts.ts';

/** Parts may differ in size: they are made a little smaller than they could be. */
const reserve = 1.2;

/**
 * Sends a report that is too large for one file as several ones, each of some units. False when
 * a single unit is too large as well.
 */
export async function sendReportParts(
  chat: FileChat,
  by: ReportAsker,
  asked: AnsweredReport,
  { once, makesMore, ...watch }: ReportWatch & Pick<SendingOfReport, 'once' | 'makesMore'>,
): Promise<boolean> {
  const { report, period, whole } = asked;
  const { largestDocument, db, officeIds } = by.house;
  const all = await listUnits(db.prisma, officeIds);
  const units = whole.unitIds ? all.filter(({ id }) => whole.unitIds?.includes(id)) : all;
  const count = Math.ceil(((await measureReport(whole.made)) * reserve) / largestDocument);
  const waiting = splitEvenly(units, count);
  let number = 1;
  for (let some = waiting.shift(); some; some = waiting.shift()) {
    await makesMore?.();
    const part = await makeForPerson(by, report, period, undefined, {
      ...watch,
      part: { number, units: some },
    });
    try {
      if ((await measureReport(part.made)) <= largestDocument) {
        // Named by its units: another attempt may divide them in another way.
        const units = `${some.at(0)?.id}-${some.at(-1)?.id}`;
        await sendReportFiles(chat, by, part, once && ((name, send) => once(`${units}/${name}`, send)));
        number += 1;
      } else if (some.length > 1) waiting.unshift(...splitEvenly(some, 2));
      else return false;
    } finally {
      await deleteReportFiles(part.made);
    }
  }
  return true;
}

/** Splits a list into so many runs of about the same length; none is empty. */
function splitEvenly<T>(list: T[], count: number): T[][] {
  const length = Math.ceil(list.length / Math.max(1, count));
  const runs: T[][] = [];
  for (let at = 0; at < list.length; at += length) runs.push(list.slice(at, at + length));
  return runs;
}
