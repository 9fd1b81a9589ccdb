import { buffer } from 'node:stream/consumers';
import { readWorkbook } from '../../../drafts/parse/read-workbook.ts';
import { type ReadRow, readInvitees, splitRows } from '../../../people/read-invitees.ts';
import { listUnits } from '../../../units/units.ts';
import type { Scene } from '../../forms/form.ts';
import { roleWords } from '../people/role-words.ts';
import { roleLabels } from './role-labels.ts';

/** Maximum number of invitations that one list makes. */
export const mostInvitations = 200;
const room = 3300;
const badLines = 15;

/** The reading of a list: possible invitations, mistakes, and whether the file was unreadable. */
export interface ReadList {
  good: Extract<ReadRow, { ok: true }>[];
  bad: Extract<ReadRow, { ok: false }>[];
  unreadable: boolean;
}

/** Reads the list of a draft: the typed lines, and the Excel file that was sent. */
export async function readList(s: Scene): Promise<ReadList> {
  const units = await listUnits(s.house.db.prisma, s.house.officeIds);
  const file = await sheetOf(s);
  const typed = typeof s.answers.text === 'string' ? splitRows(s.answers.text) : [];
  const rows = await readInvitees([...typed, ...(file ?? [])], units, roleLabels(s));
  return {
    good: rows.filter((row) => row.ok),
    bad: rows.filter((row) => !row.ok),
    unreadable: file === undefined,
  };
}

/** Rows of the draft's file; none without one, undefined when it cannot be read. */
async function sheetOf(s: Scene) {
  const file = await s.house.db.prisma.attachment.findFirst({
    where: { draftId: s.draft.id, removedAt: null },
    orderBy: { id: 'desc' },
    select: { storageKey: true },
  });
  if (!file) return [];
  return readWorkbook(await buffer(await s.house.files.get(file.storageKey)));
}

/** Shows the invitations to make and the mistakes, on one screen (HTML). */
export function previewText(s: Scene, { good, bad, unreadable }: ReadList): string {
  const lines = [
    ...(unreadable ? [s.html('invite-many-unreadable')] : []),
    ...(good.length > mostInvitations ? [s.html('invite-many-most', { max: mostInvitations })] : []),
    s.html(good.length === 0 ? 'invite-many-nobody' : 'invite-many-preview', { n: good.length }),
  ];
  const wrong = bad
    .slice(0, badLines)
    .map(({ n, why, about }) => s.html(`invite-bad-${why}`, { n, about: about.slice(0, 80) }));
  if (bad.length > badLines) wrong.push(s.html('invite-many-more', { n: bad.length - badLines }));
  const after = [
    ...(bad.length > 0 ? [s.html('invite-many-bad', { n: bad.length }), ...wrong] : []),
    s.html('invite-many-add'),
  ];
  let left = room - [...lines, ...after].join('\n').length;
  let shown = 0;
  for (const { name, role, unit } of good) {
    const whom = roleWords(s, role, unit?.name);
    const line = name === null ? whom : s.html('invite-many-line', { name, role: whom });
    left -= line.length + 8;
    if (left < 0) break;
    shown += 1;
    lines.push(`${shown}. ${line}`);
  }
  if (shown < good.length) lines.push(s.html('invite-many-more', { n: good.length - shown }));
  return [...lines, ...after].join('\n');
}
