import type pg from 'pg';
import { DomainError } from '../errors.ts';
import { findInvitation } from './invitations.ts';

/**
 * Takes an invitation for an account: makes the person when the account has none, gives the role, marks the code used.
 * In the caller's transaction. A code is taken once: of two who come at the same instant the second gets
 * `invitation-used`. Taking it again for the same account changes nothing.
 */
export async function takeInvitation(
  client: pg.PoolClient,
  taking: { code: string; accountId: number; name?: string; phone?: string; locale: string; at: Date },
): Promise<{ personId: number; unitId: number | null }> {
  // Locks the account, then the code: the same order everywhere.
  const account = await client.query<{ personId: number | null }>(
    'select person_id as "personId" from account where id = $1 for update',
    [taking.accountId],
  );
  const known = account.rows[0]?.personId ?? null;
  await client.query('select 1 from invitation where code = $1 for update', [taking.code]);
  const invitation = await findInvitation(client, taking.code, known, taking.at);

  // Taken before by this very person: what it gave may have been taken away since, and is not given again.
  if (invitation.usedAt !== null && known !== null) return { personId: known, unitId: invitation.unitId };

  if (invitation.linksToId !== null) {
    await client.query('update account set person_id = $2 where id = $1', [
      taking.accountId,
      invitation.linksToId,
    ]);
    await markUsed(client, invitation.id, invitation.linksToId, taking.at);
    return { personId: invitation.linksToId, unitId: null };
  }
  if (invitation.role === null) throw new DomainError('invitation-unknown');

  const personId = known ?? (await newPerson(client, taking));
  await client.query(
    `update person set name = coalesce($2, name), phone = coalesce($3, phone) where id = $1`,
    [personId, taking.name ?? null, taking.phone ?? null],
  );
  await client.query(
    `insert into membership (person_id, role, unit_id, since)
     select $1, $2, $3, $4 where not exists (
       select 1 from membership where person_id = $1 and role = $2 and unit_id is not distinct from $3 and until is null)`,
    [personId, invitation.role, invitation.unitId, taking.at],
  );
  await markUsed(client, invitation.id, personId, taking.at);
  return { personId, unitId: invitation.unitId };
}

async function newPerson(
  client: pg.PoolClient,
  taking: { accountId: number; locale: string; at: Date },
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'insert into person (locale, created_at) values ($1, $2) returning id',
    [taking.locale, taking.at],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('a person was not made');
  await client.query('update account set person_id = $2 where id = $1', [taking.accountId, id]);
  return id;
}

async function markUsed(
  client: pg.PoolClient,
  invitationId: number,
  personId: number,
  at: Date,
): Promise<void> {
  await client.query('update invitation set used_at = coalesce(used_at, $3), used_by_id = $2 where id = $1', [
    invitationId,
    personId,
    at,
  ]);
}
