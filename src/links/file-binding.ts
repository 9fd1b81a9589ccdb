import type { ChatFile } from '../chat-files/chat-files.ts';
import { writeMadeFor } from '../chat-files/made-for.ts';
import { loadPerson } from '../people/accounts.ts';
import { actsForOffice, listUnitsWithin, type Right, rights } from '../people/rights.ts';
import type { Database } from '../store/database.ts';

/**
 * Writes what a file's link is bound to: its chat, and whom and what it was made for. A link of
 * another person or question is signed for something else. Empty for files bound to nothing.
 */
export function writeBinding({ channel, chatId, madeFor }: ChatFile): string {
  return madeFor ? `${channel}:${chatId}\n${writeMadeFor(madeFor)}` : '';
}

/**
 * Tells whether a file's chat still belongs to its person. Their right must still reach its units.
 */
export async function isStillFor(
  { prisma }: Pick<Database, 'prisma'>,
  { channel, chatId, madeFor }: ChatFile,
): Promise<boolean> {
  if (!madeFor) return true;
  const account = await prisma.account.findFirst({
    where: { channel, chatId, personId: madeFor.personId },
    select: { id: true },
  });
  const { right, unitIds } = madeFor;
  if (!account || !isRight(right)) return false;
  const person = await loadPerson(prisma, madeFor.personId);
  const within = listUnitsWithin(person, right);
  if (within === 'all') return true;
  return unitIds === null ? actsForOffice(person, right) : unitIds.every((id) => within.includes(id));
}

function isRight(word: string): word is Right {
  return word in rights;
}
