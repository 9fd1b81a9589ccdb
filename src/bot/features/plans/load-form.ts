import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { readSettledResult, settleDraft } from '../../../drafts/settle-draft.ts';
import { hasAccess } from '../../../people/rights.ts';
import { PlanError } from '../../../plan/load.ts';
import { carryOver, countStanding } from '../../../plans/carry-over.ts';
import { loadPlanText, type PlanChange, type PlanText, previewPlan } from '../../../plans/load-plan.ts';
import type { Transaction } from '../../../store/transaction.ts';
import { decodeText } from '../../../text/decode-text.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Option, Question, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { answered } from '../../forms/position.ts';
import { sayDifferences } from './screens.ts';

const loadSubject = z.object({});
type LoadScene = Scene<z.infer<typeof loadSubject>>;

const fileQuestion: Question<number, z.infer<typeof loadSubject>> = {
  key: 'file',
  ask: (s) => s.html('plan-load-file'),
  label: (s) => s.t('plan-load-file-label'),
  answer: filesAnswer({ min: 1, max: 1 }),
  saved: async (_, s) => ({ [shownKey]: numberOf(await readPreview(s)) }),
};

const sureQuestion: Question<string, z.infer<typeof loadSubject>> = {
  key: 'sure',
  unnumbered: true,
  ask: async (s) => sayPreview(s, await readPreview(s)),
  label: (s) => s.t('plan-load-yes'),
  answer: choiceAnswer({ options: choices }),
};

/** The form that loads a plan file sent in the chat: checked, previewed, confirmed. */
export const loadPlanForm: Form<z.infer<typeof loadSubject>> = {
  key: 'load-plan',
  subject: loadSubject,
  questions: [fileQuestion, sureQuestion],
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

function numberOf(preview: Preview): number | undefined {
  return preview.ok ? preview.change.number : undefined;
}

type Preview = { ok: true; change: PlanChange } | { ok: false; lines: string[] };

async function readPreview(s: LoadScene): Promise<Preview> {
  const file = await readFile(s);
  if (!file) return { ok: false, lines: [s.t('plan-load-unreadable')] };
  try {
    return { ok: true, change: await previewPlan(s.house.db, file) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { ok: false, lines: error.lines };
  }
}

/** The draft's file as text; undefined when it is not text. */
async function readFile(s: LoadScene): Promise<PlanText | undefined> {
  const file = await s.house.db.prisma.attachment.findFirst({
    where: { draftId: s.draft.id, removedAt: null },
    orderBy: { id: 'desc' },
    select: { name: true, storageKey: true },
  });
  const text = file && decodeText(await buffer(await s.house.files.get(file.storageKey)));
  return file && typeof text === 'string' ? { name: file.name, text } : undefined;
}

/** As many mistakes as a phone's screen takes. */
const mostMistakes = 10;

/** Writes what loading the file would change, or what is wrong with it (HTML). */
function sayPreview(s: LoadScene, preview: Preview): string {
  if (!preview.ok) {
    const shown = preview.lines.slice(0, mostMistakes).map((line) => shorten(line, 300));
    return [
      s.html('plan-load-wrong'),
      ...shown.map((line) => s.html('plans-difference', { words: line })),
    ].join('\n');
  }
  const { plan, planId, number, known, differences } = preview.change;
  const args = { plan: plan.code, title: shorten(plan.title[s.locale], 200), n: number };
  if (known) return s.html('plan-load-known', args);
  if (planId !== undefined && number > 1)
    return [s.html('plan-load-version', args), ...sayDifferences(s, differences)].join('\n');
  return s.html('plan-load-new', {
    ...args,
    from: String(plan.period.from),
    to: String(plan.period.to),
    duties: plan.duties.length,
    kinds: plan.unitKinds.length,
    categories: plan.categories.length,
  });
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
  return [...(await carrying(s)), { value: 'yes', label: s.t('plan-load-open') }, ...other];
}

/** A new plan may begin with the standing exemplars of an earlier one. */
async function carrying(s: LoadScene): Promise<Option[]> {
  const options: Option[] = [];
  for (const { id, code } of s.house.plans.all()) {
    const n = await countStanding(s.house.db.prisma, id);
    if (n === 0) continue;
    options.push({ value: `from.${id}`, label: s.t('plan-load-carry', { n, plan: shorten(code, 30) }) });
  }
  return options;
}

async function anotherFile(s: LoadScene) {
  await forgetFile(s);
  return { set: { file: undefined } };
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
  const file = await readFile(s);
  if (!file) throw new Error('a plan is loaded without its file');
  const from = /^from\.(\d+)$/.exec(answered(s, sureQuestion))?.[1];
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
    draft: settle,
    loaded: async ({ prisma: tx }, planId) => {
      if (from === undefined) return;
      const carried = await carryOver(tx, {
        ...{ fromPlanId: Number(from), toPlanId: planId },
        ...{ byId: personId, at: s.now },
      });
      result = { ...result, carried };
      await tx.draft.update({ where: { id: s.draft.id }, data: { result } });
    },
  });
  return result;
}
