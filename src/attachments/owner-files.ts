import type { Database } from '../store/database.ts';
import type { Sql } from '../store/sql.ts';
import { uniqueFileName } from '../text/file-name.ts';
import { type AttachmentOwner, ownerColumn } from './owners.ts';

/** Maximum number of files of an exemplar. */
export const mostFiles = 10;

/** A file as it is shown in lists. */
export interface AttachmentView {
  id: number;
  name: string;
  mime: string;
  size: number;
  storageKey: string;
}

/**
 * Gives the files of a draft to their owner, in the transaction that sends the draft. Another
 * person may have added files with the same names since: names are made unique. Returns how many
 * files the owner has then.
 */
export async function handOverFiles(client: Sql, draftId: number, owner: AttachmentOwner): Promise<number> {
  const { column, id: ownerId } = ownerColumn(owner);
  const { rows } = await client.query<{ id: number; name: string; arrives: boolean }>({
    name: `files-hand-over-${column}`,
    text: `select id, name, ${column} is null as arrives from attachment
           where (draft_id = $1 or ${column} = $2) and removed_at is null order by arrives, id`,
    values: [draftId, ownerId],
  });
  const taken: string[] = [];
  for (const { id, name, arrives } of rows) {
    const unique = arrives ? uniqueFileName(name, taken) : name;
    taken.push(unique);
    if (arrives)
      await client.query(`update attachment set ${column} = $2, name = $3 where id = $1`, [
        id,
        ownerId,
        unique,
      ]);
  }
  return rows.length;
}

/** Lists the files of an owner in the order of arrival. */
export async function listFilesOfOwner(
  { prisma }: Pick<Database, 'prisma'>,
  owner: AttachmentOwner,
): Promise<AttachmentView[]> {
  return prisma.attachment.findMany({
    where: { ...owner, removedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, mime: true, size: true, storageKey: true },
  });
}
