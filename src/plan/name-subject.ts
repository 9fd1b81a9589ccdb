import type { Locale } from '../i18n.ts';
import { decapitalise } from '../text/letters.ts';
import type { Plan, SubjectCode } from './plan.ts';

/** Names a subject as the plan does, within a sentence: `tập thể`, or another plan's `khoa`. */
export function nameSubject({ subjects }: Plan, subject: SubjectCode, locale: Locale = 'vi'): string {
  return decapitalise(subjects[subject].name[locale]);
}
