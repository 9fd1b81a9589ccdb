import { listSubmissionFiles } from '../../../exemplars/submission-files.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import type { Feature } from '../feature.ts';
import { sendStoredFiles } from './exemplar-files.ts';
import { openExemplar } from './exemplar-presses.ts';
import { exemplarOf } from './exemplar-screen.ts';
import { filesOfSubmission, showSubmissions } from './submissions-row.ts';

const seeing = { right: 'seeUnit', about: 'exemplar' } as const;
/** Maximum number of submissions that are shown: the newest. */
const mostShown = 8;

/**
 * The feature that shows an exemplar's submissions, each with its files. Files that the unit
 * replaced later stay with the submission that the office saw.
 */
export const submissionsFeature: Feature = {
  presses(table) {
    onPress(table, showSubmissions, seeing, listSubmissions);
    onPress(table, filesOfSubmission, seeing, async (ctx, id, number) => {
      const { code } = await exemplarOf(ctx, id);
      const submission = (await listSubmissionFiles(ctx.house.db.prisma, id))[number - 1];
      if (!submission) return listSubmissions(ctx, id);
      await sendStoredFiles(ctx, submission.files, ctx.t('submission-of', { code, n: number }));
    });
  },
};

async function listSubmissions(ctx: BotContext, id: number): Promise<void> {
  const { code, name } = await exemplarOf(ctx, id);
  const all = await listSubmissionFiles(ctx.house.db.prisma, id);
  const shown = all.map((one, i) => ({ ...one, n: i + 1 })).slice(-mostShown);
  await ctx.say({
    text: [
      ctx.html('submissions-title', { code, name: shorten(name, 200), n: all.length }),
      ...shown.map(({ n, at, who, files }) =>
        ctx.html('submission-line', {
          ...{ n, who: who ?? '–', when: formatInstant(at, ctx.house.plan.zone) },
          files: shorten(files.map((file) => file.name).join(', ') || ctx.t('submission-no-files'), 300),
        }),
      ),
    ].join('\n'),
    buttons: [
      ...shown
        .filter(({ files }) => files.length > 0)
        .map(({ n }) => [
          { text: ctx.t('submission-files', { n }), callback_data: filesOfSubmission.data(id, n) },
        ]),
      [{ text: ctx.t('story-back', { code }), callback_data: openExemplar.data(id) }],
    ],
  });
}
