import { parseName } from '../../../drafts/parse/parse-name.ts';
import { findRole } from '../../../people/read-role.ts';
import { needsUnit } from '../../../people/roles.ts';
import { saysWords, withoutCourtesy } from '../../../text/courtesy.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { listUnits } from '../../../units/units.ts';
import { readUnit } from '../../core/read-unit.ts';
import { unitIn } from '../../core/wishes/unit-in-words.ts';
import type { Speaker } from '../people/list.ts';
import { roleLabels } from './role-labels.ts';

/**
 * The meaning of words after /moi, or at its first question. It has answers of the form, and the
 * words that were not understood (HTML).
 */
export interface InviteWords {
  answers: Record<string, string | number>;
  say?: string;
}

/** Reads "đầu mối xã Glar", "glar", "lãnh đạo Đinh Văn Thọ", or a list with its separators. */
export async function readInviteWords(by: Speaker, typed: string): Promise<InviteWords> {
  if (/[;\t\n|]/.test(typed)) return { answers: { role: 'many', list: 0, text: typed } };
  if (saysWords(typed, by.t('invite-many'))) return { answers: { role: 'many' } };
  const units = await listUnits(by.house.db.prisma, by.house.officeIds);
  const whole = readUnit(by, units, typed);
  const labels = roleLabels(by);
  const found = findRole(typed, labels) ?? findRole(withoutCourtesy(typed), labels);
  if (!found) {
    const placed = whole.ok ? whole : readUnit(by, units, unitIn(typed.split(/\s+/)));
    if (placed.ok) return { answers: { unit: String(placed.unit.id) } };
    return { answers: {}, ...(!whole.ok && { say: whole.say }) };
  }
  const { role } = found;
  const said = [found.before, found.after].filter((part) => part !== '').join(' ');
  const rest = withoutEmptyWords(said.split(' '), ['thêm', 'một', '1', 'người', 'cán bộ', 'lại']).join(' ');
  if (rest === '') return { answers: { role } };
  if (!needsUnit(role)) {
    const name = parseName(rest, { min: 3, max: 100 });
    return name.ok ? { answers: { role, invitee: name.value } } : { answers: { role } };
  }
  const byPlace = [found.after, found.before].map((words) => readUnit(by, units, words));
  const unit = [readUnit(by, units, rest), ...byPlace].find(({ ok }) => ok);
  if (!unit?.ok) return { answers: { role }, say: sayOf(readUnit(by, units, rest)) };
  // "Mời chị Lan làm đầu mối xã Hà Bầu": the other words are the person's name.
  const others = byPlace[0]?.ok
    ? withoutEmptyWords(found.before.split(' '), ['cán bộ', 'thêm']).join(' ')
    : '';
  const name = parseName(others, { min: 3, max: 100 });
  return {
    answers: { role, unit: String(unit.unit.id), ...(name.ok && { invitee: name.value }) },
  };
}

function sayOf(read: ReturnType<typeof readUnit>): string {
  return read.ok ? '' : read.say;
}
