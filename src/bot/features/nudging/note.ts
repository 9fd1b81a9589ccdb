import { z } from 'zod';
import { loadDraft } from '../../../drafts/draft.ts';
import { fitsLength, normalise } from '../../../text/normalise.ts';
import type { BotContext } from '../../core/context.ts';
import type { Question } from '../../forms/form.ts';
import { textAnswer } from '../../forms/kinds/text.ts';

/** The key of the form that asks for the officer's own words. */
export const noteFormKey = 'nudge-note';

/**
 * The duty that the officer writes about, as buttons name it. Drafts of release 0.1.0 have a year.
 */
export const nudgeNoteSubject = z.object({
  duty: z.string(),
  occurrence: z.string().optional(),
  year: z.int().optional(),
  /** A list of /tiendo. */
  list: z.string().optional(),
});

/** The question for the officer's own words. */
export const nudgeNote: Question<string, z.infer<typeof nudgeNoteSubject>> = {
  key: 'note',
  ask: (s) => s.html('nudging-note-ask'),
  label: (s) => s.t('nudging-note'),
  answer: textAnswer({
    read: (text, s) => {
      const value = normalise(text);
      return fitsLength(value, { min: 3, max: 500 })
        ? { ok: true, value }
        : { ok: false, say: s.html('nudging-note-length') };
    },
  }),
};

/** Reads the officer's own words in one of their drafts; a forged button may name another draft. */
export async function readNudgeNote(
  { house, person }: Pick<BotContext, 'house' | 'person'>,
  draftId: number | null,
): Promise<string | undefined> {
  const draft = draftId === null ? undefined : await loadDraft(house.db.pool, draftId);
  if (draft?.form !== noteFormKey || draft.personId !== (person?.id ?? null)) return undefined;
  return nudgeNote.answer.value.safeParse(draft.answers[nudgeNote.key]).data;
}
