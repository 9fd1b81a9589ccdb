import { listFilesOfDraft } from '../../../attachments/draft-files.ts';
import { saveDraft } from '../../../drafts/draft.ts';
import { DomainError } from '../../../errors.ts';
import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { changedLinesOf } from '../../../exemplars/mended-lines.ts';
import { type CaughtUp, mendingOf, othersMending } from '../../../exemplars/mending.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import { askDrop } from '../../forms/draft-presses.ts';
import type { Finished, Scene } from '../../forms/form.ts';
import { applyPatch } from '../../forms/position.ts';
import { answersAfter, sayChanged, subjectAfter, unsentLines } from './changed-since.ts';
import type { RegistrationScene } from './registration-scene.ts';

/**
 * Merges the changes of others since the draft was opened into it, and returns the words about
 * them.
 */
export async function takenIn(
  s: RegistrationScene,
  caught: CaughtUp,
): Promise<Extract<Finished, { set: unknown }>> {
  const { returned, lines, subject, cursor } = caught;
  const asks = lines.some(({ conflict }) => conflict);
  const text = [
    ...(returned ? [await sayReturned(s, subject.exemplarId)] : []),
    // Lines that both changed are asked, with all the other lines in the same message.
    ...(lines.length > 0 && !asks ? [await sayChanged(s, caught), s.html('mend-taken-in')] : []),
  ].join('\n\n');
  return {
    set: answersAfter(s, caught),
    subject: subjectAfter(s, caught),
    cursor: asks ? null : cursor,
    ...(text !== '' && { say: { text } }),
  };
}

/** Why it was returned. */
async function sayReturned(s: Scene, exemplarId: number): Promise<string> {
  const exemplar = await exemplarById(s.house.db.pool, exemplarId);
  return exemplar ? sayMendIntro(s, exemplar) : '';
}

/** Writes "Mending GLAR-2021-003 …: the reason". */
export function sayMendIntro({ html }: Pick<Scene, 'html'>, exemplar: Exemplar): string {
  return html('mend-intro', {
    code: exemplar.code,
    name: exemplar.name,
    reason: exemplar.decisionReason ?? '',
  });
}

/** Lists the other people who have the exemplar open, one line each. */
export async function sayOthersMending(
  by: Pick<Scene, 'house' | 'html' | 'person' | 'turn'>,
  exemplar: Pick<Exemplar, 'id' | 'unitId'>,
): Promise<string[]> {
  const { house, html } = by;
  const others = await othersMending(house.db.pool, exemplar, actorOf(by).personId);
  return others.map(({ name, openedAt }) =>
    html('mend-other-open', { who: name ?? '–', when: formatInstant(openedAt, house.plan.zone) }),
  );
}

/**
 * Explains that the exemplar was decided or withdrawn while it was being changed. The changes are
 * listed and stay in the draft, since a decision may be taken back. A draft without changes ends.
 * Other errors are thrown further.
 */
export async function keptUnsent(
  s: RegistrationScene,
  error: unknown,
): Promise<Extract<Finished, { end: unknown }>> {
  const mending = mendingOf(s.subject);
  const late =
    error instanceof DomainError &&
    (error.code === 'exemplar-not-editable' || error.code === 'exemplar-withdrawn');
  if (!mending || !late) throw error;
  const { pool } = s.house.db;
  const exemplar = await exemplarById(pool, mending.exemplarId);
  const files = await listFilesOfDraft(pool, s.draft);
  const mended = changedLinesOf(mending.previous, s.answers).length > 0 || files.length !== exemplar?.files;
  if (!mended) throw error;
  await saveDraft(pool, s.draft, {
    answers: applyPatch(s.answers, { confirm: undefined }),
    cursor: null,
    by: s.turn,
    at: s.now,
  });
  const decided = exemplar?.decidedAt
    ? [
        s.html('review-decided', {
          status: s.t(`status-${exemplar.status}`),
          who: exemplar.decidedByName ?? '–',
          when: formatInstant(exemplar.decidedAt, s.house.plan.zone),
        }),
      ]
    : [];
  return {
    end: {
      text: [
        sayRefusal(s, error),
        ...(exemplar?.status === 'withdrawn' ? [] : decided),
        s.html('mend-unsent'),
        await unsentLines(s, mending.previous),
      ].join('\n'),
      buttons: [[{ text: s.t('draft-discard'), callback_data: askDrop.data(s.draft.id) }]],
    },
  };
}
