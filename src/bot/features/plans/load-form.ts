import { z } from 'zod';
import { readSettledResult, settleDraft } from '../../../drafts/settle-draft.ts';
import { findOfficeOf } from '../../../people/office-of.ts';
import { hasAccess } from '../../../people/rights.ts';
import { carryOver } from '../../../plans/carry-over.ts';
import { loadPlanText, type PlanChange } from '../../../plans/load-plan.ts';
import type { Transaction } from '../../../store/transaction.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Option, Question, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { answered } from '../../forms/position.ts';
import {
  carriedQuestion,
  findPicked,
  fromKey,
  listCarryChoices,
  readSource,
  sayPicked,
} from './carry-choice.ts';
import { type PlanPreview, readPlanFile, readPreview, sayPreview } from './plan-preview.ts';

const loadSubject = z.object({});
type LoadScene = Scene<z.infer<typeof loadSubject>>;

const fileQuestion: Question<number, z.infer<typeof loadSubject>> = {
  key: 'file',
  ask: (s) => s.html('plan-load-file'),
  label: (s) => s.t('plan-load-file-label'),
  answer: filesAnswer({ min: 1, max: 1, request: 'plan-load-send-file' }),
  saved: async (_, s) => ({ [shownKey]: numberOf(await readPreview(s)) }),
};

const sureQuestion: Question<string, z.infer<typeof loadSubject>> = {
  key: 'sure',
  unnumbered: true,
  ask: async (s) => [sayPreview(s, await readPreview(s)), ...(await sayPicked(s))].join('\n'),
  label: (s) => s.t('plan-load-yes'),
  answer: choiceAnswer({ options: choices }),
};

/** The form that loads a plan file sent in the chat: checked, previewed, confirmed. */
export const loadPlanForm: Form<z.infer<typeof loadSubject>> = {
  key: 'load-plan',
  subject: loadSubject,
  questions: [fileQuestion, carriedQuestion, sureQuestion],
  allowed: (s) => hasAccess(s.person, 'managePlans'),
  savable: false,
  title: (s) => s.t('plan-load-title'),
  finish: async (s) => ({ end: await carryOut(s) }),
};

/**
 * The answer that holds the version for which the differences were shown. Another one means that
 * another officer has loaded a file since: the differences are shown again before anything loads.
 */
const shownKey = 'version';

function numberOf(preview: PlanPreview): number | undefined {
  return preview.ok ? preview.change.number : undefined;
}

async function choices(s: LoadScene): Promise<Option[]> {
  const preview = await readPreview(s);
  const other: Option[] = [
    { value: 'again', label: s.t('plan-load-again'), act: async () => anotherFile(s) },
    {
      value: 'no',
      label: s.t('plan-load-no'),
      act: async () => {
        await forgetFile(s);
        return { discard: true, say: { text: s.html('plan-load-stopped') } };
      },
    },
  ];
  if (!preview.ok || preview.change.known) return other;
  const number = numberOf(preview);
  if (s.answers[shownKey] !== number) {
    const label = s.t(preview.change.planId === undefined ? 'plan-load-open' : 'plan-load-yes');
    const act = async () => ({
      set: { [shownKey]: number },
      say: { text: s.html('plan-load-moved', { plan: preview.change.plan.code }) },
    });
    return [{ value: 'yes', label, act }, ...other];
  }
  if (preview.change.planId !== undefined) return [{ value: 'yes', label: s.t('plan-load-yes') }, ...other];
  return [...(await listCarryChoices(s)), { value: 'yes', label: s.t('plan-load-open') }, ...other];
}

async function anotherFile(s: LoadScene) {
  await forgetFile(s);
  return { set: { file: undefined, [fromKey]: undefined, [carriedQuestion.key]: undefined } };
}

async function forgetFile(s: LoadScene): Promise<void> {
  await s.house.db.prisma.attachment.updateMany({
    where: { draftId: s.draft.id, removedAt: null },
    data: { removedAt: s.now },
  });
}

/** The result of a draft that has loaded a plan. */
const loadResult = z.object({ plan: z.string(), n: z.int(), carried: z.int(), known: z.boolean() });

async function carryOut(s: LoadScene): Promise<Reply> {
  const { db, plans } = s.house;
  const before = loadResult.safeParse(await readSettledResult(db.prisma, s.draft.id));
  // After a process that died once the version was there.
  const result = before.success ? before.data : await load(s);
  await forgetFile(s);
  await plans.refresh();
  const { plan, n, carried, known } = result;
  const key = known ? 'plan-load-known' : n > 1 ? 'plan-load-done' : 'plan-load-opened';
  return {
    text: [
      s.html(key, { plan, n, carried }),
      ...(carried > 0 ? [s.html('plans-carried', { n: carried })] : []),
    ].join('\n'),
    buttons: commandButtons(s, ['kehoach']),
  };
}

async function load(s: LoadScene): Promise<z.infer<typeof loadResult>> {
  const { db } = s.house;
  const { personId } = actorOf(s);
  const file = await readPlanFile(s);
  if (!file) throw new Error('a plan is loaded without its file');
  const sure = answered(s, sureQuestion);
  const picked = sure === 'picked' ? (await findPicked(s)).map(({ id }) => id) : undefined;
  const from = picked ? readSource(s) : Number(/^from\.(\d+)$/.exec(sure)?.[1] ?? 0) || undefined;
  let result = { plan: '', n: 0, carried: 0, known: false };
  const settle = async ({ prisma: tx }: Transaction, { plan, number, known }: PlanChange) => {
    // The update is handled again, and shows what differs now.
    if (!known && s.answers[shownKey] !== number)
      throw new Error('another version was loaded at this moment');
    result = { plan: plan.code, n: number, carried: 0, known };
    return settleDraft(tx, s.draft.id, s.now, result);
  };
  await loadPlanText(db, file, {
    at: s.now,
    personId,
    officeId: await findOfficeOf(db.prisma, personId),
    draft: settle,
    loaded: async ({ prisma: tx }, planId) => {
      if (from === undefined) return;
      const carried = await carryOver(tx, {
        ...{ fromPlanId: from, toPlanId: planId },
        ...{ byId: personId, at: s.now },
        ...(picked && { exemplarIds: picked }),
      });
      result = { ...result, carried };
      await tx.draft.update({ where: { id: s.draft.id }, data: { result } });
    },
  });
  return result;
}
