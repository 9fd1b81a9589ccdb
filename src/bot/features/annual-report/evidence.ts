import { findReportOfFiling } from '../../../evaluations/annual-report.ts';
import type { BotContext } from '../../core/context.ts';
import { sendStoredFiles } from '../exemplar-files.ts';

/** Sends the files of evidence of a report, exemplar by exemplar. */
export async function sendEvidence(ctx: BotContext, filingId: number): Promise<void> {
  const { prisma } = ctx.house.db;
  const report = await findReportOfFiling(prisma, filingId);
  const evaluations = await prisma.evaluation.findMany({
    where: {
      ...(report ? { planId: report.planId, unitId: report.unitId, year: report.year } : { id: { in: [] } }),
      attachments: { some: { removedAt: null } },
    },
    orderBy: { exemplar: { code: 'asc' } },
    select: {
      exemplar: { select: { code: true } },
      attachments: { where: { removedAt: null }, orderBy: { id: 'asc' } },
    },
  });
  if (evaluations.length === 0) return ctx.say({ text: ctx.html('annual-evidence-none') });
  for (const { exemplar, attachments } of evaluations) await sendStoredFiles(ctx, attachments, exemplar.code);
}
