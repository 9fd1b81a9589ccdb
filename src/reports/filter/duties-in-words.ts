import type { Duty, Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';

/** A name of two syllables is too common without one of these before it. */
const handedIn = ['nop', 'gui', 'lap', 'viec', 'co', 'han', 'no'];

/**
 * Takes the duties of the plan out of a request for progress, before anything else is read: "tiến
 * độ nộp kế hoạch triển khai", "tiến độ báo cáo kết quả năm 2021", "tiến độ sơ kết giai đoạn".
 */
export function takeDuties(plan: Plan, typed: string): { duties: string[]; rest: string } {
  const words = typed.trim().split(/\s+/);
  const folded = words.map(fold);
  const duties: string[] = [];
  for (const duty of plan.duties) {
    const found =
      listDutyNames(duty)
        .filter((name) => name.includes(' '))
        .map((name) => placeOf(folded, name))
        .find((one) => one !== undefined) ??
      (duty.fulfilledBy === 'registration' && placeOfRegistration(folded));
    if (!found) continue;
    duties.push(duty.code);
    // "Báo cáo năm ngoái" is of last year: the word belongs to both.
    const ofYear =
      folded[found.to - 1] === 'nam' && /^(?:nay|ngoai|truoc|\d{4})$/.test(folded[found.to] ?? '');
    const to = ofYear ? found.to - 1 : found.to;
    for (const list of [words, folded]) list.splice(found.from, to - found.from);
  }
  return duties.length > 0 ? { duties, rest: words.join(' ') } : { duties, rest: typed };
}

/** Finds a name with the word that leads to it. */
function placeOf(folded: string[], name: string): { from: number; to: number } | undefined {
  const wanted = name.split(' ');
  for (let at = 0; at + wanted.length <= folded.length; at++) {
    if (!wanted.every((word, i) => folded[at + i] === word)) continue;
    const leads = handedIn.includes(folded[at - 1] ?? '');
    // "Chưa nộp" is a state: its word stays.
    const stays = /^(?:chua|da|khong|con)$/.test(folded[at - 2] ?? '');
    if (wanted.length > 2 || leads) return { from: leads && !stays ? at - 1 : at, to: at + wanted.length };
  }
  return undefined;
}

/** "Tiến độ đăng ký" needs no more words of the duty's name. */
function placeOfRegistration(folded: string[]): { from: number; to: number } | undefined {
  const at = folded.findIndex((word, i) => word === 'dang' && /^(?:ky|ki)$/.test(folded[i + 1] ?? ''));
  if (at < 0 || folded[at + 2] === 'de') return undefined;
  const ofList = folded[at - 2] === 'danh' && folded[at - 1] === 'sach';
  const ofExemplars = folded[at + 2] === 'dien' && folded[at + 3] === 'hinh';
  return { from: ofList ? at - 2 : at, to: ofExemplars ? at + 4 : at + 2 };
}

/** Lists the names of a duty in both languages, folded, the longest first. */
export function listDutyNames({ name, short }: Pick<Duty, 'name' | 'short'>): string[] {
  return [name.vi, name.en, short?.vi, short?.en]
    .flatMap((one) => (one ? [fold(one)] : []))
    .sort((a, b) => b.length - a.length);
}
