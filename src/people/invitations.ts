import type pg from 'pg';
import { DomainError } from '../errors.ts';
import { newCode } from './code.ts';
import type { RoleName } from './known-person.ts';

/** A code works for two weeks. */
export const invitationDays = 14;

export interface Invitation {
  id: number;
  code: string;
  role: RoleName | null;
  unitId: number | null;
  unitName: string | null;
  /** Set when somebody who has joined takes a second channel. */
  linksToId: number | null;
  expiresAt: Date;
  usedAt: Date | null;
  /** Whom it is meant for, when the officer said. */
  inviteeName: string | null;
}

type Db = pg.Pool | pg.PoolClient;

/** Makes an invitation; a given `code` that exists already is found again. */
export async function invite(
  db: Db,
  to: {
    role?: RoleName;
    unitId?: number | null;
    linksToId?: number;
    createdById?: number | null;
    code?: string;
    inviteeName?: string | null;
    at: Date;
  },
): Promise<{ id: number; code: string; expiresAt: Date }> {
  const expiresAt = new Date(to.at.getTime() + invitationDays * 86_400_000);
  const { rows } = await db.query<{ id: number; code: string; expiresAt: Date }>(
    `insert into invitation (code, role, unit_id, links_to_id, created_by_id, created_at, expires_at, invitee_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (code) do update set code = excluded.code
     returning id, code, expires_at as "expiresAt"`,
    [
      to.code ?? newCode(),
      to.role ?? null,
      to.unitId ?? null,
      to.linksToId ?? null,
      to.createdById ?? null,
      to.at,
      expiresAt,
      to.inviteeName ?? null,
    ],
  );
  const made = rows[0];
  if (!made) throw new Error('an invitation was not made');
  return made;
}

/**
 * The invitation behind a code that can be taken now. Throws `invitation-unknown`,
 * `invitation-used` (unless this person used it), `invitation-expired` or `invitation-withdrawn`:
 * each has a sentence that says what to do.
 */
export async function findInvitation(
  db: Db,
  code: string,
  personId: number | null,
  now: Date,
): Promise<Invitation> {
  const { rows } = await db.query<FoundInvitation>(
    `select i.id, i.code, i.role, i.unit_id as "unitId", u.name as "unitName", i.links_to_id as "linksToId",
            i.expires_at as "expiresAt", i.used_at as "usedAt", i.used_by_id as "usedById", i.withdrawn_at as "withdrawnAt",
            i.invitee_name as "inviteeName"
     from invitation i left join unit u on u.id = i.unit_id where i.code = $1`,
    [code],
  );
  return takeable(rows[0], personId, now);
}

/** An invitation with what became of it. */
export type FoundInvitation = Invitation & { usedById: number | null; withdrawnAt: Date | null };

/** Checks that an invitation can be taken now; throws as `findInvitation` says. */
export function takeable(
  found: FoundInvitation | undefined,
  personId: number | null,
  now: Date,
): FoundInvitation {
  if (!found) throw new DomainError('invitation-unknown');
  if (found.withdrawnAt) throw new DomainError('invitation-withdrawn');
  if (found.usedAt && (personId === null || found.usedById !== personId))
    throw new DomainError('invitation-used');
  if (!found.usedAt && found.expiresAt < now) throw new DomainError('invitation-expired');
  return found;
}

/** Withdraws a code that nobody has used yet; says whether there was one. */
export async function withdrawInvitation(db: Db, id: number, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    'update invitation set withdrawn_at = $2 where id = $1 and used_at is null and withdrawn_at is null',
    [id, at],
  );
  return rowCount === 1;
}
