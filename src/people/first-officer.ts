import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { newCode, showCode } from './code.ts';
import { invitationDays, invite } from './invitations.ts';

/**
 * A house without an officer can do nothing: makes the invitation that makes the first one, under
 * the given code or a random one, and announces it. A restart, or a second instance, announces the
 * random code of before, as long as it works: the officer may have it already, and may be joining
 * with it. A given code takes the place of any other that nobody used. With an officer, nothing.
 */
export async function ensureFirstOfficer(
  db: Pick<Database, 'pool' | 'prisma'>,
  given: { code: string | undefined; at: Date; announce(line: string): void },
): Promise<void> {
  // Asked by SQL: a start with an officer, which is every one but the first, makes no typed client.
  const officers = await db.pool.query(
    `select 1 from membership where role = 'officer' and until is null limit 1`,
  );
  if (officers.rowCount) return;
  const { prisma } = db;
  const { at, announce } = given;
  const code = given.code ?? (await unusedCode(prisma, at)) ?? newCode();
  await prisma.invitation.updateMany({
    where: { ...openCodes, code: { not: code } },
    data: { withdrawnAt: at },
  });
  await invite(prisma, { role: 'officer', code, at });
  // The same code may have been made by an earlier start: it works from now on again.
  await prisma.invitation.updateMany({
    where: { code, usedAt: null },
    data: { withdrawnAt: null, expiresAt: new Date(at.getTime() + invitationDays * 86_400_000) },
  });
  announce(
    `First officer: send /start ${showCode(code)} to the bot. The code works once, for ${invitationDays} days.`,
  );
}

/** Codes of the first officer that were not used or withdrawn. */
const openCodes = {
  role: 'officer',
  createdById: null,
  usedAt: null,
  withdrawnAt: null,
} as const satisfies Prisma.InvitationWhereInput;

/** Finds the first officer's code of an earlier start, when it can still be taken at `at`. */
async function unusedCode(prisma: Prisma.TransactionClient, at: Date): Promise<string | undefined> {
  const invitation = await prisma.invitation.findFirst({
    where: { ...openCodes, expiresAt: { gt: at } },
    orderBy: { id: 'desc' },
    select: { code: true },
  });
  return invitation?.code;
}
