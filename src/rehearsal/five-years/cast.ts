import { openWebChat } from '../../channels/web/web-chats.ts';
import type { RoleName } from '../../people/known-person.ts';
import type { Journal } from './journal.ts';
import type { PlayStage } from './stage.ts';
import { openStageChat, type StageChat } from './stage-chat.ts';

/** A person of the script. It is one with a role, of a unit or of the office, or one who joins. */
export interface ScriptPart {
  role: RoleName;
  /** Code of the unit. */
  unit?: string;
  /** Which one of them, from 0; left out: the first. */
  nth?: number;
  /** Of a person who has not joined yet. */
  joins?: string;
}

/** The people of a step and their chats. */
export interface Cast {
  /** Opens the chat of a person with this role. Throws when there is none. */
  find(part: ScriptPart): Promise<StageChat>;
  /** Reads the name of a unit. */
  unitName(code: string): Promise<string>;
}

/** Writes who acts, as a key: steps with the same one follow one another. */
export function nameScriptPart({ role, unit = '', nth = 0, joins = '' }: ScriptPart): string {
  return [role, unit, nth, joins].filter((part) => part !== '' && part !== 0).join('.');
}

/** Opens the chats of the sample people as a step needs them. */
export function gatherCast(stage: PlayStage, journal: Journal): Cast {
  const { pool, prisma } = stage.house.db;
  return {
    async find(part) {
      const chatId =
        part.joins === undefined
          ? await findChatOf(stage, part)
          : ((await findChatOfNewcomer(stage, part.joins)) ??
            (await openWebChat(pool, part.joins, stage.house.clock.now())));
      return openStageChat(stage, chatId, journal);
    },
    unitName: async (code) =>
      (await prisma.unit.findFirst({ where: { code }, select: { name: true } }))?.name ?? code,
  };
}

async function findChatOf({ house }: PlayStage, { role, unit, nth = 0 }: ScriptPart): Promise<number> {
  const { rows } = await house.db.pool.query<{ chatId: number }>(
    `select a.chat_id as "chatId" from membership m
     join account a on a.person_id = m.person_id and a.channel = 'web'
     left join unit u on u.id = m.unit_id
     where m.role = $1 and m.until is null and u.code is not distinct from $2
     order by m.id limit 1 offset $3`,
    [role, unit ?? null, nth],
  );
  const [found] = rows;
  if (!found) throw new Error(`no ${role} ${unit ?? ''}`);
  return found.chatId;
}

/** After a kill the chat that a step has opened is there already. */
async function findChatOfNewcomer({ house }: PlayStage, label: string): Promise<number | undefined> {
  const { rows } = await house.db.pool.query<{ chatId: number }>(
    'select chat_id as "chatId" from web_chat where label = $1 order by chat_id limit 1',
    [label.normalize('NFC')],
  );
  return rows[0]?.chatId;
}
