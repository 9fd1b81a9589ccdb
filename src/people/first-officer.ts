import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { createCode, showCode } from './code.ts';
import { invitationDays, invite } from './invitations.ts';

/**
 * Creates and announces the first officer's invitation, under the given code or a random one.
 * Without an officer the app is of no use. A restart, or a second instance, announces the earlier
 * random code while it works: the officer may have it already, and may be joining with it. A given
 * code replaces any other unused one. With an officer, it does nothing.
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
  const code = given.code ?? (await unusedCode(prisma, at)) ?? createCode();
  await prisma.invitation.updateMany({
    where: { ...openCodes, code: { not: code } },
    data: { withdrawnAt: at },
  });
  await invite(prisma, { role: 'officer', code, at });
  // An earlier start may have created the same code: it works again from now on.
  await prisma.invitation.updateMany({
    where: { code, usedAt: null },
    data: { withdrawnAt: null, expiresAt: new Date(at.getTime() + invitationDays * 86_400_000) },
  });
  announce(
    `First officer: send /start ${showCode(code)} to the bot. The code works once, for ${invitationDays} days.`,
  );
}

/** The first officer's codes that were neither used nor withdrawn. */
const openCodes = {
  role: 'officer',
  createdById: null,
  usedAt: null,
  withdrawnAt: null,
} as const satisfies Prisma.InvitationWhereInput;

/** Finds the first officer's code of an earlier start, if it can still be used at `at`. */
async function unusedCode(prisma: Prisma.TransactionClient, at: Date): Promise<string | undefined> {
  const invitation = await prisma.invitation.findFirst({
    where: { ...openCodes, expiresAt: { gt: at } },
    orderBy: { id: 'desc' },
    select: { code: true },
  });
  return invitation?.code;
}
