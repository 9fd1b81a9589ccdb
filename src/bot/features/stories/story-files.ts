import type { AttachmentView } from '../../../attachments/owner-files.ts';
import type { Prisma } from '../../../store/generated/client.ts';
import type { Reader } from '../../../store/reader.ts';

function ofStory(exemplarId: number): Prisma.AttachmentWhereInput {
  return {
    removedAt: null,
    OR: [
      { exemplarId },
      { fosteringStep: { exemplarId } },
      { activity: { withdrawnAt: null, exemplars: { some: { exemplarId } } } },
      { evaluation: { exemplarId } },
      { awardDecision: { takenBackAt: null, proposals: { some: { exemplarId, state: 'granted' } } } },
    ],
  };
}

/** Counts the files of an exemplar: its own, and evidence of what was done with it. */
export function countFilesOfStory(reader: Reader, exemplarId: number): Promise<number> {
  return reader.attachment.count({ where: ofStory(exemplarId) });
}

/** Lists the files of an exemplar, and evidence of what was done with it, as they arrived. */
export async function listFilesOfStory(reader: Reader, exemplarId: number): Promise<AttachmentView[]> {
  return reader.attachment.findMany({
    where: ofStory(exemplarId),
    orderBy: { id: 'asc' },
    select: { id: true, name: true, mime: true, size: true, storageKey: true },
  });
}
