import type { BotContext } from '../../core/context.ts';
import { sendStoredFiles } from '../exemplars/exemplar-files.ts';

/** Sends the files of evidence of one version of a report, exemplar by exemplar. */
export async function sendEvidence(ctx: BotContext, filingId: number): Promise<void> {
  const { prisma } = ctx.house.db;
  const ofVersion = { reports: { some: { filingId } } };
  const evaluations = await prisma.evaluation.findMany({
    where: { attachments: { some: ofVersion } },
    orderBy: { exemplar: { code: 'asc' } },
    select: {
      exemplar: { select: { code: true } },
      attachments: { where: ofVersion, orderBy: { id: 'asc' } },
    },
  });
  if (evaluations.length === 0) return ctx.say({ text: ctx.html('annual-evidence-none') });
  for (const { exemplar, attachments } of evaluations) await sendStoredFiles(ctx, attachments, exemplar.code);
}
