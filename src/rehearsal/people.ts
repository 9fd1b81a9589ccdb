import type pg from 'pg';
import { openWebChat } from '../channels/web/channel.ts';
import { ensureAccount } from '../people/accounts.ts';
import { invite } from '../people/invitations.ts';
import { takeInvitation } from '../people/join.ts';
import type { RoleName } from '../people/known-person.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';

/**
 * A sample person. `unit` is a code of the roster; without it the person acts for the whole office.
 */
interface Sample {
  name: string;
  role: RoleName;
  unit?: string;
  phone?: string;
}

/** Invented people in real roles: one for every part of the story. */
const samples: Sample[] = [
  { name: 'Trần Thị Hạnh', role: 'officer', phone: '0905000001' },
  { name: 'Nguyễn Văn Bình', role: 'liaison', unit: 'GLAR', phone: '0905000002' },
  { name: 'Siu H’Bia', role: 'liaison', unit: 'GLAR', phone: '0905000006' },
  { name: 'Rơ Châm Hùng', role: 'head', unit: 'GLAR', phone: '0905000003' },
  { name: 'Phạm Quốc Tuấn', role: 'liaison', unit: 'CA', phone: '0905000004' },
  { name: 'Lê Thị Mai', role: 'liaison', unit: 'LHPN', phone: '0905000005' },
  { name: 'Đinh Văn Thọ', role: 'manager' },
  { name: 'Võ Ngọc Lan', role: 'publicist' },
];

/** A person that the visitor of a rehearsal can act as. */
export interface SamplePerson {
  chatId: number;
  name: string;
  role: string;
  unit?: string;
  /** Whether the name is only the label of a chat from which no person has joined. */
  unnamed?: true;
}

/**
 * Adds the sample people to an empty rehearsal, each joined by an invitation like real people. Unit
 * codes missing from another roster are replaced by its first units. One further person has not
 * joined yet.
 */
export async function addSamplePeople(db: Database, newcomer: string, at: Date): Promise<void> {
  const { rows } = await db.pool.query<{ there: boolean }>('select exists (select 1 from web_chat) as there');
  if (rows[0]?.there) return;
  for (const sample of samples) await addSamplePerson(db, sample, at);
  await openWebChat(db.pool, newcomer, at);
}

async function addSamplePerson(db: Database, sample: Sample, at: Date): Promise<void> {
  const unitId = sample.unit ? await unitIdOf(db.pool, sample.unit) : null;
  const chatId = await openWebChat(db.pool, sample.name, at);
  const account = await ensureAccount(db.prisma, { channel: 'web', externalId: String(chatId), chatId, at });
  const { code } = await invite(db.prisma, { role: sample.role, unitId, at });
  const { name, phone } = sample;
  await transact(db, ({ prisma }) =>
    takeInvitation(prisma, { code, accountId: account.id, name, phone, locale: 'vi', at }),
  );
}

async function unitIdOf(pool: pg.Pool, code: string): Promise<number> {
  const codes = [...new Set(samples.flatMap(({ unit }) => unit ?? []))];
  const { rows } = await pool.query<{ id: number; named: boolean }>(
    'select id, code = $1 as named from unit order by (code = $1) desc, position limit $2',
    [code, codes.length],
  );
  const id = (rows[0]?.named ? rows[0] : rows[codes.indexOf(code) % rows.length])?.id;
  if (id === undefined) throw new Error('the roster has no units');
  return id;
}

/** Lists all sample people with their current roles. */
export async function listSamplePeople(pool: pg.Pool): Promise<SamplePerson[]> {
  const { rows } = await pool.query<{
    chatId: number;
    name: string;
    unnamed: boolean;
    role: string | null;
    unit: string | null;
  }>(
    `select w.chat_id as "chatId", coalesce(p.name, w.label) as name, p.name is null as unnamed, m.role, u.name as unit
     from web_chat w
     left join account a on a.channel = 'web' and a.external_id = w.chat_id::text
     left join person p on p.id = a.person_id
     left join lateral (select role, unit_id from membership where person_id = p.id and until is null order by id limit 1) m
       on true
     left join unit u on u.id = m.unit_id
     order by w.chat_id`,
  );
  return rows.map((r) => ({
    chatId: r.chatId,
    name: r.name,
    role: r.role ?? 'newcomer',
    ...(r.unit ? { unit: r.unit } : {}),
    ...(r.unnamed && { unnamed: true }),
  }));
}
