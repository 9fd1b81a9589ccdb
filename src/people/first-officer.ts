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
  prisma: Prisma.TransactionClient,
  given: { code: string | undefined; at: Date; announce(line: string): void },
): Promise<void> {
  const { at, announce } = given;
  const officer = await prisma.membership.findFirst({
    where: { role: 'officer', until: null },
    select: { id: true },
  });
  if (officer) return;
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
