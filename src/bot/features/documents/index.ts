import type { DutyOfPlan } from '../../../duties/duty-code.ts';
import { type FilingView, findFiling, listFiledDuties, listFilings } from '../../../duties/filing.ts';
import { findReportDuty, findSummaryKind } from '../../../duties/kinds/index.ts';
import { documentName } from '../../../duties/say.ts';
import { DomainError } from '../../../errors.ts';
import { listVersionsWithEvidence } from '../../../evaluations/annual-report.ts';
import { holds, listUnitsAs } from '../../../people/roles.ts';
import type { Occurrence } from '../../../plan/occurrence.ts';
import { findUnit } from '../../../units/units.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { mendReport, seeEvidence } from '../annual-report/presses.ts';
import { sendStoredFiles } from '../exemplars/exemplar-files.ts';
import type { Feature } from '../feature.ts';
import { mendSummary } from '../period-summary/presses.ts';
import { documentPresses } from '../reviewing/presses.ts';
import { fileDuty } from '../unit-presses.ts';
import { openDocument, showDocuments, showVersions } from './document-presses.ts';
import { documentTitle, historyText, versionText } from './document-text.ts';

/**
 * The feature that shows handed-in documents to all who may see the unit: every version with its
 * history and files.
 */
export const documentsFeature: Feature = {
  presses(table) {
    onPress(table, showDocuments, { right: 'seeUnit', about: 'documents' }, listDocuments);
    onPress(table, showVersions, { right: 'seeUnit', about: 'documents' }, listVersions);
    onPress(table, openDocument, { right: 'seeUnit', about: 'filing' }, async (ctx, id) => {
      const filing = await findFiling(ctx.house.db.prisma, id);
      if (!filing) throw new DomainError('filing-not-found');
      await sendVersionFiles(ctx, filing);
    });
  },
};

/** Sends the files of one version. */
async function sendVersionFiles(ctx: BotContext, filing: FilingView): Promise<void> {
  const duty = documentName(planOf(ctx.house, filing), ctx.locale, filing);
  await sendStoredFiles(ctx, filing.files, `${filing.unitName} – ${duty}`);
}

async function listDocuments(ctx: BotContext, unitId: number): Promise<void> {
  const [unit, duties] = await Promise.all([
    findUnit(ctx.house.db.prisma, unitId),
    listFiledDuties(ctx.house.db.prisma, [unitId]),
  ]);
  if (!unit || duties.length === 0) throw new DomainError('filing-not-found');
  await ctx.say({
    text: ctx.html('documents-of', { unit: unit.name }),
    buttons: duties.map((one) => [
      {
        text: `${documentName(planOf(ctx.house, one), ctx.locale, one)} (${one.versions})`,
        callback_data: showVersions.data(unitId, one, one.occurrence, 0),
      },
    ]),
  });
}

const versionsPerPage = 3;

async function listVersions(
  ctx: BotContext,
  unitId: number,
  duty: DutyOfPlan,
  occurrence: Occurrence,
  page: number,
): Promise<void> {
  const filings = await listFilings(ctx.house.db.prisma, { ...duty, unitId, occurrence });
  const [newest] = filings;
  const first = filings.at(-1);
  if (!newest || !first) throw new DomainError('filing-not-found');
  const shown = pageOf(filings, page, versionsPerPage);
  const evidenced = await listVersionsWithEvidence(
    ctx.house.db.prisma,
    shown.items.map(({ id }) => id),
  );
  const reply = {
    text: [
      documentTitle(ctx, newest),
      ...shown.items.map((one) =>
        [versionText(ctx, one, first.filedAt), ...historyText(ctx, one.changes)].join('\n'),
      ),
    ].join('\n\n'),
    buttons: [
      ...shown.items.map((one) => [
        {
          text:
            filings.length === 1
              ? ctx.t('document-see')
              : ctx.t('document-see-version', { version: one.version }),
          callback_data: openDocument.data(one.id),
        },
      ]),
      ...shown.items
        .filter(({ id }) => evidenced.includes(id))
        .map(({ id, version }) => [
          { text: ctx.t('annual-evidence-version', { version }), callback_data: seeEvidence.data(id) },
        ]),
      ...buildPageRow(ctx, shown, (n) => showVersions.data(unitId, duty, occurrence, n)),
      ...actions(ctx, newest),
    ],
  };
  const turning = shown.pages > 1 && showVersions.read(ctx.callbackQuery?.data ?? '')?.[3] !== 0;
  await (turning ? ctx.sayInPlace(reply) : ctx.say(reply));
}

/** The next actions: the liaison hands in again, the officer goes back to the queue's screen. */
function actions(ctx: BotContext, newest: FilingView) {
  const { id, unitId, occurrence, status } = newest;
  const mine = listUnitsAs(ctx.person, 'liaison').some((unit) => unit.id === unitId);
  const plan = planOf(ctx.house, newest);
  const again =
    findReportDuty(plan)?.code === newest.duty
      ? mendReport
      : findSummaryKind(plan, newest.duty)
        ? mendSummary
        : undefined;
  return [
    ...(mine && again
      ? [[{ text: ctx.t('annual-mend'), callback_data: again.data(unitId, newest, occurrence) }]]
      : []),
    ...(mine
      ? [
          [
            {
              text: ctx.t(status === 'returned' ? 'document-file-again' : 'document-file-new'),
              callback_data: fileDuty.data(unitId, newest, occurrence),
            },
          ],
        ]
      : []),
    ...(holds(ctx.person, 'officer')
      ? [[{ text: ctx.t('document-review'), callback_data: documentPresses.see.data(id, '') }]]
      : []),
    ...(holds(ctx.person, 'liaison', 'head') ? commandButtons(ctx, ['hannop']) : []),
  ];
}
