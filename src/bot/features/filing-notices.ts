import { z } from 'zod';
import { findFiling } from '../../duties/filing.ts';
import { findSummaryKind } from '../../duties/kinds/index.ts';
import { documentName } from '../../duties/say.ts';
import type { FilingNews } from '../../duties/tell-unit.ts';
import { formatHtml, type Locale, t } from '../../i18n.ts';
import { type House, planOf } from '../core/house.ts';
import { stillSees } from '../core/still-sees.ts';
import type { Reply } from '../forms/form.ts';
import { mendReport } from './annual-report/presses.ts';
import { sayReturnedLines } from './annual-report/returned-lines.ts';
import { showVersions } from './document-presses.ts';
import { openSummary } from './period-summary/presses.ts';
import { fileDuty } from './unit-presses.ts';

const aboutFiling = z.object({ filingId: z.number(), changeId: z.number() });

/** The text of a notice, and the filing's status while it is true. */
const news: Record<FilingNews, { text: string; status?: string; button: 'see' | 'again' }> = {
  behalf: { text: 'notice-filing-behalf', button: 'see' },
  accept: { text: 'notice-filing-accept', status: 'accepted', button: 'see' },
  return: { text: 'notice-filing-return', status: 'returned', button: 'again' },
  reopen: { text: 'notice-filing-reopen', status: 'submitted', button: 'see' },
};

/** An annual report is returned to its very lines. */
const ofReturnedReport = { text: 'notice-report-return', button: 'mend' } as const;

/** Tells whether a kind of delivery tells a unit about a document. */
export function isFilingNotice(name: string): name is `filing-${FilingNews}` {
  return name.startsWith('filing-') && name.slice('filing-'.length) in news;
}

/**
 * Writes the news about a document for the liaison. It was handed in for the unit, accepted,
 * returned (with a button to that duty), or is in review again. Undefined when that is no longer
 * true, or a newer version has come.
 */
export async function filingNotice(
  house: House,
  notice: { name: `filing-${FilingNews}`; payload: unknown },
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { filingId, changeId } = aboutFiling.parse(notice.payload);
  const filing = await findFiling(house.db.prisma, filingId);
  const about = Object.entries(news).find(([name]) => notice.name === `filing-${name}`)?.[1];
  if (!filing || !about || !(await stillSees(house, personId, filing.unitId))) return undefined;
  const over = about.status !== undefined && filing.version < filing.versions;
  if (over || (about.status !== undefined && about.status !== filing.status)) return undefined;
  const change = await house.db.prisma.filingChange.findUnique({ where: { id: changeId } });
  const { unitId, occurrence } = filing;
  const ofReport = filing.returnedLines.length > 0 ? ofReturnedReport : about;
  // /tongket opens what it wrote where it was returned; a signed copy is handed in again.
  const mends = findSummaryKind(planOf(house, filing), filing.duty) !== undefined;
  const args = {
    office: planOf(house, filing).bodies.office[locale],
    duty: documentName(planOf(house, filing), locale, filing, 'inside'),
    unit: filing.unitName,
    who: filing.filedBy ?? '–',
    files: filing.files.length,
    reason: change?.reason ?? '',
    lines: await sayReturnedLines(house.db.prisma, locale, filing.returnedLines),
  };
  return {
    text: formatHtml(locale, ofReport.text, args),
    buttons: [
      [
        ofReport.button === 'mend'
          ? {
              text: t(locale, 'notice-mend-now'),
              callback_data: mendReport.data(unitId, filing, occurrence),
            }
          : ofReport.button === 'again'
            ? {
                text: t(locale, mends ? 'notice-mend-now' : 'document-file-again'),
                callback_data: (mends ? openSummary : fileDuty).data(unitId, filing, occurrence),
              }
            : {
                text: t(locale, 'document-see'),
                callback_data: showVersions.data(unitId, filing, occurrence, 0),
              },
      ],
    ],
  };
}
