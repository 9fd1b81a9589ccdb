import type { Pool } from 'pg';
import type { KnownPerson } from './known-person.ts';
import { officeScopeSql } from './office-scope.ts';

/** An account with its chat, the menu that it shows, and its person. */
export interface MenuAccount {
  id: number;
  channel: string;
  chatId: number;
  locale: string | null;
  /** Fingerprint of the menu set last; null when none was. */
  menuHash: string | null;
  person: KnownPerson | null;
}

/**
 * Lists these accounts with their people, for their command menus. One statement, and SQL: a
 * rehearsal asks at each start, which makes no typed client.
 */
export async function listMenuAccounts(pool: Pool, ids: number[] | 'all'): Promise<MenuAccount[]> {
  const { rows } = await pool.query<MenuAccount>(
    `select a.id, a.channel, a.chat_id as "chatId", a.locale, a.menu_hash as "menuHash",
       case when p.id is not null then json_build_object(
         'id', p.id, 'name', p.name, 'phone', p.phone, 'locale', p.locale,
         'memberships', coalesce((
           select json_agg(json_build_object('role', m.role, 'unitId', u.id, 'unitName', u.name, 'unitCode', u.code, ${officeScopeSql}) order by m.id)
           from membership m left join unit u on u.id = m.unit_id
           where m.person_id = p.id and m.until is null), '[]'::json)) end as person
     from account a left join person p on p.id = a.person_id
     where $1::int[] is null or a.id = any($1)
     order by a.id`,
    [ids === 'all' ? null : ids],
  );
  return rows;
}
