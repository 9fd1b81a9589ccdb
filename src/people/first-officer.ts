import type pg from 'pg';
import { newCode, showCode } from './code.ts';
import { invitationDays, invite } from './invitations.ts';

/**
 * A house without an officer can do nothing: makes the invitation that makes the first one, under
 * the given code or a random one, and announces it. A restart, or a second instance, announces the
 * random code of before, as long as it works: the officer may have it already, and may be joining
 * with it. A given code takes the place of any other that nobody used. With an officer, nothing.
 */
export async function ensureFirstOfficer(
  pool: pg.Pool,
  given: { code: string | undefined; at: Date; announce(line: string): void },
): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select exists (select 1 from membership where role = 'officer' and until is null) as there`,
  );
  if (rows[0]?.there) return;
  const code = given.code ?? (await unusedCode(pool, given.at)) ?? newCode();
  await pool.query(
    `update invitation set withdrawn_at = $2
     where role = 'officer' and created_by_id is null and used_at is null and withdrawn_at is null and code <> $1`,
    [code, given.at],
  );
  await invite(pool, { role: 'officer', unitId: null, code, at: given.at });
  // The same code may have been made by an earlier start: it works from now on again.
  await pool.query(
    `update invitation set withdrawn_at = null, expires_at = $2 where code = $1 and used_at is null`,
    [code, new Date(given.at.getTime() + invitationDays * 86_400_000)],
  );
  given.announce(
    `First officer: send /start ${showCode(code)} to the bot. The code works once, for ${invitationDays} days.`,
  );
}

/** The first officer's code of an earlier start, when it can still be taken at `at`. */
async function unusedCode(pool: pg.Pool, at: Date): Promise<string | undefined> {
  const { rows } = await pool.query<{ code: string }>(
    `select code from invitation
     where role = 'officer' and created_by_id is null and used_at is null and withdrawn_at is null and expires_at > $1
     order by id desc limit 1`,
    [at],
  );
  return rows[0]?.code;
}
