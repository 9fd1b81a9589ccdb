import { openWebChat } from '../../channels/web/web-chats.ts';
import type { RoleName } from '../../people/known-person.ts';
import { fillStageForm } from './fill-form.ts';
import type { YearStage } from './stage.ts';
import { openStageChat, type StageChat } from './stage-chat.ts';

/** A person of the year: a role, of a unit or of the office. */
export interface YearPart {
  role: RoleName;
  /** Code of the unit. */
  unit?: string;
  /** Which one of them, from 0; left out: the first. */
  nth?: number;
}

/** The people of the year and their chats. */
export interface Cast {
  /** Finds the chat of a person with this role. Throws when there is none. */
  find(part: YearPart): Promise<StageChat>;
  /** Invites a liaison of a unit by the officer's /moi; the person joins with the code. */
  inviteLiaison(unit: string, name: string): Promise<void>;
}

/** Opens the chats of the sample people as they are needed. */
export function gatherCast(stage: YearStage): Cast {
  const { pool } = stage.house.db;
  const chats = new Map<number, Promise<StageChat>>();
  const chatOf = (chatId: number) => {
    const known = chats.get(chatId) ?? openStageChat(stage, chatId);
    chats.set(chatId, known);
    return known;
  };
  const find = async ({ role, unit, nth = 0 }: YearPart): Promise<StageChat> => {
    const { rows } = await pool.query<{ chatId: number }>(
      `select a.chat_id as "chatId" from membership m
       join account a on a.person_id = m.person_id and a.channel = 'web'
       left join unit u on u.id = m.unit_id
       where m.role = $1 and m.until is null and u.code is not distinct from $2
       order by m.id limit 1 offset $3`,
      [role, unit ?? null, nth],
    );
    const [found] = rows;
    if (!found) throw new Error(`no ${role} ${unit ?? ''}`);
    return chatOf(found.chatId);
  };
  return {
    find,
    async inviteLiaison(unit, name) {
      if (await find({ role: 'liaison', unit }).catch(() => undefined)) return;
      const officer = await find({ role: 'officer' });
      const { rows } = await pool.query<{ name: string }>('select name from unit where code = $1', [unit]);
      await officer.says(`/moi đầu mối ${rows[0]?.name ?? unit}`);
      const code = officer
        .heard()
        .map(({ text = '' }) => /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text)?.[0])
        .find((one) => one !== undefined);
      if (!code) throw new Error(`no invitation for ${unit}`);
      const chat = await chatOf(await openWebChat(pool, name, stage.house.clock.now()));
      await chat.says(`/start ${code}`);
      await fillStageForm(chat, {});
      // The questions for name and phone number have no buttons of the form.
      await chat.says(name);
      await chat.says('Bỏ qua');
    },
  };
}
