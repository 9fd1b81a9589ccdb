import { buffer } from 'node:stream/consumers';
import { PlanError } from '../../../plan/plan-error.ts';
import { type PlanChange, type PlanText, previewPlan } from '../../../plans/load-plan.ts';
import { decodeText } from '../../../text/decode-text.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Scene } from '../../forms/form.ts';
import { sayDifferences } from './screens.ts';

/** What a plan file sent in the chat would change, or its mistakes. */
export type PlanPreview = { ok: true; change: PlanChange } | { ok: false; lines: string[] };

/** Reads the file of a draft and previews it. */
export async function readPreview(s: Scene): Promise<PlanPreview> {
  const file = await readPlanFile(s);
  if (!file) return { ok: false, lines: [s.t('plan-load-unreadable')] };
  try {
    return { ok: true, change: await previewPlan(s.house.db, file, s.house.officeIds?.[0]) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { ok: false, lines: error.linesIn(s.locale) };
  }
}

/** Reads the draft's file as text; undefined when it is not text. */
export async function readPlanFile(s: Scene): Promise<PlanText | undefined> {
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
export function sayPreview(s: Scene, preview: PlanPreview): string {
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
