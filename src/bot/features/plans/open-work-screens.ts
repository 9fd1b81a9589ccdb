import type { InlineKeyboardButton } from 'grammy/types';
import { documentName, nameDuty } from '../../../duties/say.ts';
import { formatDate } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { type OpenWorkRow, pageOpenWork } from '../../../plan-endings/describe-open-work.ts';
import { type OpenWorkKind, openWorkKinds, readOpenWork } from '../../../plan-endings/open-work.ts';
import { findReport } from '../../../reports/index.ts';
import { shorten } from '../../../text/shorten.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { buildPageRow, loadPage, sayRange } from '../../core/pages.ts';
import type { Reply, Scene } from '../../forms/form.ts';
import { awardPresses } from '../awards/presses.ts';
import { conferencePresses } from '../conference/presses.ts';
import { openDocument } from '../documents/document-presses.ts';
import { openExemplar } from '../exemplars/exemplar-presses.ts';
import { fosteringPresses } from '../fostering/presses.ts';
import { helpPresses } from '../help-requests/presses.ts';
import { listOpenWork, showOpenWork } from './presses.ts';

/** What the screens of open work need: of a form or of a press. */
type Shows = Pick<Scene, 't' | 'html' | 'house' | 'locale'>;

const perPage = 8;

function askedOf({ house }: Shows, plan: LoadedPlan) {
  const { prisma, pool: sql } = house.db;
  return { reads: { prisma, sql }, of: { plan, now: house.clock.now() } };
}

/** Lists the kinds of what is open under a plan, a button each; undefined where nothing is. */
export async function openWorkReply(by: Shows, planId: number): Promise<Reply | undefined> {
  const plan = by.house.plans.find(planId);
  if (!plan) return undefined;
  const { reads, of } = askedOf(by, plan);
  const work = await readOpenWork(reads, of);
  const open = openWorkKinds.filter((kind) => work[kind].length > 0);
  if (open.length === 0) return undefined;
  return {
    text: by.html('open-work-title', { plan: plan.code }),
    buttons: open.map((kind) => [
      {
        text: by.t(`open-work-${kind}`, { n: work[kind].length }),
        callback_data: listOpenWork.data(planId, kind, 0),
      },
    ]),
  };
}

/** Lists what is open of one kind, a page of it, with buttons to look into each. */
export async function openWorkListReply(
  by: Shows,
  plan: LoadedPlan,
  kind: OpenWorkKind,
  wanted: number,
): Promise<Reply> {
  const { reads, of } = askedOf(by, plan);
  const page = await loadPage(wanted, perPage, (limit, offset) =>
    pageOpenWork(reads, of, kind, { limit, offset }),
  );
  const named = page.items.map((row) => ({ row, name: nameRow(by, plan, kind, row) }));
  return {
    text: [
      by.html('open-work-of', {
        work: by.t(`open-work-${kind}`, { n: page.total }),
        plan: plan.code,
        range: page.total === 0 ? '' : sayRange(by, page),
      }),
      ...named.map(({ row, name }, i) =>
        by.html('open-work-line', {
          n: page.offset + i + 1,
          name: shorten(name, 120),
          unit: row.unit ?? 'none',
          state: sayState(by, kind, row),
          day: row.day === undefined ? 'none' : formatDate(row.day),
        }),
      ),
    ].join('\n'),
    buttons: [
      ...named.flatMap(({ row, name }, i) => {
        const data = dataOf(kind, row, plan);
        const text = shorten(`${page.offset + i + 1}. ${row.unit ?? ''}: ${name}`, 60);
        return data === undefined ? [] : [[{ text, callback_data: data } satisfies InlineKeyboardButton]];
      }),
      ...buildPageRow(by, page, (to) => listOpenWork.data(plan.id, kind, to), 'form-page-after'),
      ...(kind === 'duties' && !plan.closed ? commandButtons(by, ['dondoc']) : []),
      [{ text: by.t('open-work-kinds'), callback_data: showOpenWork.data(plan.id) }],
    ],
  };
}

function nameRow(by: Shows, plan: LoadedPlan, kind: OpenWorkKind, { name, duty, state = '' }: OpenWorkRow) {
  if (duty) return (kind === 'duties' ? nameDuty : documentName)(plan, by.locale, duty);
  if (kind === 'drafts') return by.t('open-work-draft', { who: name, form: state });
  if (kind !== 'standing') return name;
  const report = findReport(state);
  return by.t('open-work-report', { who: name, report: report ? by.t(report.name) : state });
}

/** Says where a thing stands; `none` where its kind alone says it. */
function sayState({ t }: Shows, kind: OpenWorkKind, { state = '' }: OpenWorkRow): string {
  if (kind === 'exemplars') return t(`status-${state}`);
  if (kind === 'duties') return t(`report-state-${state}`);
  if (kind === 'help') return t(`aid-state-${state}`);
  return kind === 'proposals' ? t(`proposal-state-${state}`) : 'none';
}

/** The button that opens a thing; undefined for duties, and for what belongs to one person. */
function dataOf(kind: OpenWorkKind, { id }: OpenWorkRow, plan: LoadedPlan): string | undefined {
  switch (kind) {
    case 'exemplars':
      return openExemplar.data(id);
    case 'documents':
      return openDocument.data(id);
    case 'steps':
      return fosteringPresses.step.data(id);
    case 'help':
      return helpPresses.open.data(id);
    case 'proposals':
      return awardPresses.open.data(id, `p${plan.id}`);
    case 'nominations':
      return conferencePresses.open.data(id);
    default:
      return undefined;
  }
}
