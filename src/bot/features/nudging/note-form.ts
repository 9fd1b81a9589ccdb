import type { z } from 'zod';
import { closeDraft } from '../../../drafts/draft.ts';
import { readDuty, readOccurrence } from '../../../duties/duty-code.ts';
import { hasAccess } from '../../../people/rights.ts';
import type { Form } from '../../forms/form.ts';
import { noteFormKey, nudgeNote, nudgeNoteSubject } from './note.ts';
import { showNudgePreview } from './preview.ts';
import { readNudgedList } from './target.ts';

/** The form for the officer's own words; the preview with them comes next. */
export const nudgeNoteForm: Form<z.infer<typeof nudgeNoteSubject>> = {
  key: noteFormKey,
  subject: nudgeNoteSubject,
  questions: [nudgeNote],
  allowed: (s) => hasAccess(s.person, 'nudge'),
  title: (s) => s.t('nudging-note'),
  finish: async (s) => {
    const { duty, occurrence, year, list } = s.subject;
    await closeDraft(s.house.db.pool, s.draft.id, 'done', s.now);
    const of = readDuty(duty);
    const time = readOccurrence(occurrence ?? String(year ?? 0));
    if (!of || time === undefined) throw new Error('a nudge is about no duty');
    const target = { duty: of, occurrence: time, list: list ? readNudgedList(list) : undefined };
    return { end: await showNudgePreview(s, target, s.draft.id) };
  },
};
