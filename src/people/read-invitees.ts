import { setImmediate as nextTurn } from 'node:timers/promises';
import { looksLikeIdentityNumber } from '../drafts/parse/identity-number.ts';
import { parseName } from '../drafts/parse/parse-name.ts';
import { parsePhone } from '../drafts/parse/parse-phone.ts';
import { fold } from '../text/fold.ts';
import { oneLine } from '../text/normalise.ts';
import { rememberFor } from '../text/remember.ts';
import { shorten } from '../text/shorten.ts';
import { matchUnits } from '../units/match-units.ts';
import type { Unit } from '../units/units.ts';
import type { RoleName } from './known-person.ts';
import { findRole } from './read-role.ts';
import { needsUnit } from './roles.ts';

/** A line of a list, split into its fields. `n`: its number, as the person counts lines or rows. */
export interface ListRow {
  n: number;
  fields: string[];
}

/** Why a line gives no invitation. */
export type BadRow =
  | 'role-missing'
  | 'unit-missing'
  | 'unit-unknown'
  | 'unit-several'
  | 'name-bad'
  | 'identity-number'
  | 'twice';

/**
 * The reading of a line: an invitation to make, or its mistake (`about`: the words in question).
 */
export type ReadRow =
  | { ok: true; n: number; name: string | null; role: RoleName; unit: Unit | null }
  | { ok: false; n: number; why: BadRow; about: string };

const separators = ['\t', ';', '|', ' – ', ' — ', ' - ', ','];

/**
 * Splits typed or pasted lines into fields at the first kind of separator that a line has.
 * Numbering in front is removed.
 */
export function splitRows(text: string): ListRow[] {
  return text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line, i) => ({ n: i + 1, line: line.replace(/^\s*(?:[-•*+]\s+|\d{1,3}[.)/]\s*)/, '') }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ n, line }) => {
      const separator = separators.find((one) => line.includes(one));
      return { n, fields: separator === undefined ? [line] : line.split(separator) };
    });
}

const headings = new Set(
  [
    'stt',
    'tt',
    'số thứ tự',
    'họ tên',
    'họ và tên',
    'tên',
    'vai trò',
    'chức vụ',
    'đơn vị',
    'số điện thoại',
    'điện thoại',
    'ghi chú',
    'no',
    'name',
    'full name',
    'role',
    'unit',
    'phone',
  ].map(fold),
);

/**
 * Reads lines such as "Nguyễn Văn Bình; đầu mối; Glar", with the fields in any order. A name may be
 * left out, and so may the role where there is a unit: that is a liaison. Rows of headings and
 * empty ones are skipped. `labels`: the names of the roles.
 */
export async function readInvitees(
  rows: ListRow[],
  units: Unit[],
  labels: Partial<Record<RoleName, string>> = {},
): Promise<ReadRow[]> {
  const seen = new Set<string>();
  const match = rememberFor(mostRemembered, (typed) => matchUnits(units, typed));
  const read: ReadRow[] = [];
  for (const [at, { n, fields: given }] of rows.entries()) {
    // A workbook may have thousands of rows: other chats are answered in between.
    if (at % rowsAtOnce === rowsAtOnce - 1) await nextTurn();
    const fields = given
      .map((field) => oneLine(field.slice(0, longestRead)))
      .filter((field) => field !== '' && !isNumbering(field));
    if (fields.length === 0 || fields.every((field) => headings.has(fold(field)))) continue;
    const row = readRow(n, fields, match, labels);
    if (!row.ok) read.push(row);
    else {
      const key = `${fold(row.name ?? '')} ${row.role} ${row.unit?.id ?? ''}`;
      const twice = row.name !== null && seen.has(key);
      read.push(twice ? { ok: false, n, why: 'twice', about: row.name ?? '' } : row);
      seen.add(key);
    }
  }
  return read;
}

/** Rows that are read before other chats have their turn. */
const rowsAtOnce = 20;
const mostRemembered = 500;
/** More fields, or a longer one, than a line for a person has: another kind of workbook. */
const mostFields = 12;
const longestField = 300;
/** With the spaces that a field may have. */
const longestRead = 2000;

/** Lists the units that words can mean. */
type MatchUnits = (typed: string) => Unit[];

function readRow(
  n: number,
  fields: string[],
  match: MatchUnits,
  labels: Partial<Record<RoleName, string>>,
): ReadRow {
  const wrong = (why: BadRow, about: string): ReadRow => ({ ok: false, n, why, about });
  if (fields.length > mostFields) return wrong('role-missing', fields[0] ?? '');
  const long = fields.find((field) => field.length > longestField);
  if (long !== undefined) return wrong('name-bad', shorten(long, 80));
  if (fields.some((field) => field.includes(hidden) || holdsIdentityNumber(field)))
    return wrong('identity-number', fields.find((field) => !/[\d•]{3}/.test(field)) ?? '–');
  const { role, rest } = takeRole(fields, match, labels);
  const others = rest.filter((field) => !parsePhone(field).ok);
  if (role !== undefined && !needsUnit(role)) {
    const [name, unit] = splitName(others, match);
    return named(n, name ?? unit?.typed ?? null, role, null);
  }
  const [name, unit] = splitName(others, match);
  if (role === undefined && others.length > 2) return wrong('role-missing', others[1] ?? '');
  if (!unit) return wrong(role === undefined ? 'role-missing' : 'unit-missing', name ?? fields.join('; '));
  const [found, ...more] = match(unit.typed);
  if (!found) return wrong('unit-unknown', unit.typed);
  if (more.length > 0)
    return wrong('unit-several', [found, ...more.slice(0, 3)].map((one) => one.name).join(', '));
  return named(n, name, role ?? 'liaison', found);
}

function named(n: number, typed: string | null, role: RoleName, unit: Unit | null): ReadRow {
  if (typed === null) return { ok: true, n, name: null, role, unit };
  const name = parseName(typed, { min: 3, max: 100 });
  if (!name.ok || /\d{2}/.test(typed)) return { ok: false, n, why: 'name-bad', about: typed };
  return { ok: true, n, name: name.value, role, unit };
}

/**
 * Takes the role out of the fields: a field with more words than the role's name keeps the rest.
 */
function takeRole(
  fields: string[],
  match: MatchUnits,
  labels: Partial<Record<RoleName, string>>,
): { role: RoleName | undefined; rest: string[] } {
  const found = fields.map((field) => findRole(field, labels));
  const whole = found.flatMap((one, i) => (one && one.before === '' && one.after === '' ? [i] : []));
  // "Phòng Nội vụ" names a role and a unit: next to another role it is the unit.
  const [first] = whole;
  const only = whole.find((i) => match(fields[i] ?? '').length === 0) ?? first;
  const at = only ?? found.findIndex((one) => one !== undefined);
  const taken = found[at];
  if (!taken) return { role: undefined, rest: fields };
  const left = [taken.before, taken.after].map((part) =>
    part.replace(/^[\s,:–-]+|(?<![\s,:–-])[\s,:–-]+$/g, ''),
  );
  return {
    role: taken.role,
    rest: [...fields.slice(0, at), ...left.filter((part) => part !== ''), ...fields.slice(at + 1)],
  };
}

/**
 * Splits the rest of a line into the name and the words of the unit. The last field that fits a
 * unit is the unit.
 */
function splitName(
  fields: string[],
  match: MatchUnits,
): [name: string | null, unit: { typed: string } | null] {
  const exact = fields.findLastIndex((field) => match(field).length === 1);
  const fits = exact >= 0 ? exact : fields.findLastIndex((field) => match(field).length > 1);
  const at = fits >= 0 ? fits : fields.length > 1 ? fields.length - 1 : -1;
  const unit = at >= 0 ? fields[at] : undefined;
  const name = fields.find((_, i) => i !== at) ?? null;
  return [name, unit === undefined ? null : { typed: unit }];
}

/** Replaces an identity number, which is never stored. */
const hidden = '•••••';

/** Removes identity numbers from a list before it is stored; their lines are still named. */
export function removeIdentityNumbers(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const found = line.split(/[;\t|,]/).some((field) => holdsIdentityNumber(oneLine(field)));
      return found ? line.replace(/\d(?:[ .-]?\d){8,}/g, hidden) : line;
    })
    .join('\n');
}

function holdsIdentityNumber(field: string): boolean {
  return looksLikeIdentityNumber(field) && !parsePhone(field).ok;
}

function isNumbering(field: string): boolean {
  return /^\d{1,4}[.)]?$/.test(field);
}
