import { readStandings } from '../../duties/standing.ts';
import { DomainError } from '../../errors.ts';
import { t } from '../../i18n.ts';
import { addDays, formatDate, localDate } from '../../plan/calendar.ts';
import { workingDayFrom } from '../../plan/working-calendar.ts';
import { toAsciiWords } from '../ascii-words.ts';
import { saveDocument } from '../document/write-document.ts';
import { kindsParameter } from '../filter/filter-sql.ts';
import type { Report } from '../report.ts';
import { composeLateLetter } from './compose-letter.ts';
import { isAbout, listLateUnits } from './late-duties.ts';
import { listUnitsToUrge } from './units-to-urge.ts';

/** Units answer within so many days, or on the first working day after that. */
const daysToReply = 7;

/**
 * The letter that urges late units (*công văn đôn đốc*, Plan 101, V.3), as Word. It lists every
 * duty overdue now, or at the end of the day that was asked, with the days late: of all units, or
 * of the kinds, units and duties that were chosen. Throws `no-unit-late`, `no-unit-late-then` or
 * `no-chosen-late` when there is none.
 */
export const lateLetter: Report = {
  code: 'congvan',
  name: 'report-late-letter',
  words: [
    'công văn',
    'công văn đôn đốc',
    'công văn đôn đốc (word)',
    'công văn nhắc',
    'công văn nhắc nhở',
    'letter',
  ],
  wordsAlone: ['công văn đôn đốc', 'công văn nhắc'],
  ofNow: true,
  right: 'seeProgress',
  scopes: ['all', 'unit'],
  filters: { kinds: true },
  async make({ db, plan, calendar, tempDir }, request) {
    const { now, madeAt = now, asOf, unitIds, unitLabel, duties: about, by, locale } = request;
    const kinds = kindsParameter(request.filter);
    const until = localDate(now, plan.zone);
    const written = localDate(madeAt, plan.zone);
    const units = await db.inSnapshot(async ({ sql }) => {
      const named = await listUnitsToUrge(sql, plan, { unitIds: unitIds ?? null, kinds });
      const standings = await readStandings(sql, plan, now, { unitIds });
      return listLateUnits(
        plan,
        named,
        standings.filter((one) => isAbout(about, one)),
        now,
      );
    });
    if (units.length === 0) {
      if (asOf !== undefined) throw new DomainError('no-unit-late-then', { day: formatDate(asOf) });
      const chosen = unitLabel !== undefined || kinds !== null || about !== undefined;
      if (chosen) throw new DomainError('no-chosen-late');
      throw new DomainError('no-unit-late');
    }
    const replyBy = workingDayFrom(calendar, addDays(written, daysToReply));
    const days = { until, written, replyBy };
    const letter = composeLateLetter(plan, units, days, { author: by, made: madeAt });
    const path = await saveDocument(tempDir, letter);
    const duties = units.reduce((sum, unit) => sum + unit.duties.length, 0);
    const unit = unitLabel ? `-${toAsciiWords(unitLabel).slice(0, 60)}` : '';
    return {
      path,
      filename: `Cong-van-don-doc-${written}${asOf ? `-den-${asOf}` : ''}${unit}.docx`,
      figures: [
        { label: t(locale, 'report-figure-late-units'), value: String(units.length) },
        { label: t(locale, 'report-figure-late-duties'), value: String(duties) },
        { label: t(locale, 'report-figure-reply-by'), value: formatDate(replyBy) },
      ],
      rows: duties,
    };
  },
};
