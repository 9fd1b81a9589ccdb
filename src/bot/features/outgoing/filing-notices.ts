import type { InlineKeyboardButton } from 'grammy/types';
import { z } from 'zod';
import { type FilingView, findFiling } from '../../../duties/filing.ts';
import { findSummaryKind } from '../../../duties/kinds/index.ts';
import { documentName } from '../../../duties/say.ts';
import type { FilingNews } from '../../../duties/tell-unit.ts';
import { formatHtml, type Locale, t } from '../../../i18n.ts';
import { type House, planOf } from '../../core/house.ts';
import { stillSees } from '../../core/still-sees.ts';
import type { Reply } from '../../forms/form.ts';
import { mendReport } from '../annual-report/presses.ts';
import { showVersions } from '../documents/document-presses.ts';
import { openSummary } from '../period-summary/presses.ts';
import { sayReturnedLines } from '../returning/say-lines.ts';
import { fileDuty } from '../unit-presses.ts';

const aboutFiling = z.object({ filingId: z.number(), changeId: z.number() });

/** The text of a notice, and the filing's status while it is true. */
const news: Record<FilingNews, { text: string; status?: string; button: 'see' | 'again' }> = {
  behalf: { text: 'notice-filing-behalf', button: 'see' },
  accept: { text: 'notice-filing-accept', status: 'accepted', button: 'see' },
  return: { text: 'notice-filing-return', status: 'returned', button: 'again' },
  reopen: { text: 'notice-filing-reopen', status: 'submitted', button: 'see' },
};

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
  const args = {
    office: planOf(house, filing).bodies.office[locale],
    duty: documentName(planOf(house, filing), locale, filing, 'inside'),
    unit: filing.unitName,
    who: filing.filedBy ?? '–',
    files: filing.files.length,
    reason: change?.reason ?? '',
    lines: await sayReturnedLines(house.db.prisma, locale, filing.returnedLines),
  };
  const toLines = about.button === 'again' && filing.returnedLines.length > 0;
  return {
    text: formatHtml(locale, toLines ? 'notice-returned-to-lines' : about.text, args),
    buttons: [[about.button === 'see' ? seeButton(locale, filing) : mendButton(house, locale, filing)]],
  };
}

function seeButton(locale: Locale, filing: FilingView): InlineKeyboardButton {
  return {
    text: t(locale, 'document-see'),
    callback_data: showVersions.data(filing.unitId, filing, filing.occurrence, 0),
  };
}

/** Builds the way to mend: a document of a form in that form, a file is handed in again. */
function mendButton(house: House, locale: Locale, filing: FilingView): InlineKeyboardButton {
  const { unitId, occurrence, returnedLines } = filing;
  const isSummary = findSummaryKind(planOf(house, filing), filing.duty) !== undefined;
  const written = isSummary ? openSummary : returnedLines.length > 0 ? mendReport : undefined;
  return {
    text: t(locale, written ? 'notice-mend-now' : 'document-file-again'),
    callback_data: (written ?? fileDuty).data(unitId, filing, occurrence),
  };
}
