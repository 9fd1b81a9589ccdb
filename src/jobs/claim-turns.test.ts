import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { changeDraft, loadDraft, openDraft, saveDraft } from '../drafts/draft.ts';
import { type Claim, claimTurns } from './claim-turns.ts';
import { failTurn } from './fail-turn.ts';
import { finishTurns } from './finish-turns.ts';
import { acceptUpdates, findWaitingChats } from './inbox.ts';
import { instanceLockClass } from './instance.ts';
import type { Turn } from './turn.ts';

const at = new Date('2021-08-18T01:00:00Z');
const living = 7;
let db: TestDatabase;
let chats = 1000;

beforeAll(async () => {
  db = await freshDatabase();
  // Instances hold their lock for as long as they live: 7 and 8 do, any other is dead.
  const client = await db.pool.connect();
  await client.query('select pg_advisory_lock($1, 7), pg_advisory_lock($1, 8)', [instanceLockClass]);
  held = client;
});
let held: { release(): void } | undefined;
afterAll(async () => {
  held?.release();
  await db.drop();
});

/** A private chat of the channel with `texts` waiting; gives its key. */
async function chatWith(channel: string, ...texts: string[]): Promise<string> {
  const id = chats++;
  await says(channel, id, ...texts);
  return `${channel}:${id}`;
}

async function says(channel: string, id: number, ...texts: string[]): Promise<void> {
  const chat = { id, type: 'private' as const, first_name: 'Bình' };
  const from = { id, is_bot: false, first_name: 'Bình' };
  await acceptUpdates(
    db.pool,
    channel,
    texts.map((text) => ({
      key: randomUUID(),
      update: { update_id: 1, message: { message_id: 1, date: 0, chat, from, text } },
    })),
  );
}

/** A person with one account for each chat. */
async function personOf(...chatKeys: string[]): Promise<number> {
  const accounts = chatKeys.map((key) => key.split(':') as [string, string]);
  const { id } = await db.prisma.person.create({
    data: {
      name: 'Bình',
      createdAt: at,
      accounts: {
        create: accounts.map(([channel, id]) => ({
          channel,
          externalId: id,
          chatId: Number(id),
          createdAt: at,
        })),
      },
    },
  });
  return id;
}

const kinds = (claims: Claim[]) => claims.map(({ kind }) => kind);

function turnsOf(claims: Claim[]): Turn[] {
  return claims.flatMap((claim) => (claim.kind === 'turn' ? [claim.turn] : []));
}

async function oneTurn(chatKey: string, instance = living): Promise<Turn> {
  const [turn] = turnsOf(await claimTurns(db.pool, [chatKey], instance));
  if (!turn) throw new Error(`nothing to take in ${chatKey}`);
  return turn;
}

/** The first wait after a failure is a second: on a busy machine that may be over too soon. */
const delayRetry = (chatKey: string) =>
  db.pool.query(`update inbox_update set retry_at = retry_at + interval '10 minutes' where chat_key = $1`, [
    chatKey,
  ]);

const textOf = (turn: Turn) => turn.update.message?.text;

describe('claimTurns', () => {
  it('takes the oldest update of each chat, in the order asked for', async () => {
    const [a, b, none] = [await chatWith('zalo', 'a1', 'a2'), await chatWith('web', 'b1'), 'zalo:1'];
    const claims = await claimTurns(db.pool, [b, none, a], living);
    expect(kinds(claims)).toEqual(['turn', 'nothing', 'turn']);
    expect(turnsOf(claims).map(textOf)).toEqual(['b1', 'a1']);
    expect(turnsOf(claims).map(({ attempt }) => attempt)).toEqual([1, 1]);
  });

  it('leaves a chat to the living instance that has it, and takes it from a dead one', async () => {
    const chat = await chatWith('zalo', 'một');
    await oneTurn(chat, 8);
    expect(await claimTurns(db.pool, [chat], living)).toEqual([{ kind: 'later', inMs: 1000 }]);
    await db.pool.query('update chat set owner = $2 where key = $1', [chat, '9']);
    expect((await oneTurn(chat)).attempt).toBe(2);
  });

  it('waits until the next attempt is due', async () => {
    const chat = await chatWith('zalo', 'một');
    await failTurn(db.pool, await oneTurn(chat), living, 'Error');
    await delayRetry(chat);
    const [claim] = await claimTurns(db.pool, [chat], living);
    expect(claim).toEqual({ kind: 'later', inMs: expect.any(Number) });
    expect(claim?.kind === 'later' && claim.inMs > 0).toBe(true);
  });

  it('brings the draft of the form that the chat fills in, and its conversation log', async () => {
    const chat = await chatWith('zalo', 'một', 'hai');
    const draft = await openDraft(db.pool, {
      form: 'register',
      personId: null,
      chatKey: chat,
      openedBy: randomUUID(),
      at,
    });
    const first = await oneTurn(chat);
    expect(first.claimedDraft).toBeUndefined();
    first.formDraftId = draft.id;
    first.conversation = { asked: 'name' };
    expect(await finishTurns(db.pool, [first], living, at)).toEqual(['more']);
    const second = await oneTurn(chat);
    expect(second.claimedDraft).toEqual(await loadDraft(db.pool, draft.id));
    expect(second.conversation).toEqual({ asked: 'name' });
  });
});

describe('a person on two channels', () => {
  it('is answered on one at a time, for any instance that asks', async () => {
    const [zalo, web] = [await chatWith('zalo', 'một'), await chatWith('web', 'hai')];
    await personOf(zalo, web);
    const together = await claimTurns(db.pool, [zalo, web], living);
    expect(kinds(together).toSorted()).toEqual(['later', 'turn']);
    const [turn] = turnsOf(together);
    const other = turn?.chatKey === zalo ? web : zalo;
    expect(kinds(await claimTurns(db.pool, [other], 8))).toEqual(['later']);
    if (turn) await finishTurns(db.pool, [turn], living, at);
    expect((await oneTurn(other, 8)).attempt).toBe(1);
  });

  it('is answered on the other one after a failed turn, and after a dead process', async () => {
    const [zalo, web] = [await chatWith('zalo', 'một'), await chatWith('web', 'hai')];
    await personOf(zalo, web);
    await failTurn(db.pool, await oneTurn(zalo), living, 'Error');
    await oneTurn(web, 8);
    await db.pool.query(`update inbox_update set retry_at = null where chat_key = $1`, [zalo]);
    expect(kinds(await claimTurns(db.pool, [zalo], living))).toEqual(['later']);
    await db.pool.query(`update person set turn_owner = '9' where turn_chat = $1`, [web]);
    expect(textOf(await oneTurn(zalo))).toBe('một');
  });

  it('keeps no one else waiting', async () => {
    const [zalo, web] = [await chatWith('zalo', 'một'), await chatWith('web', 'hai')];
    await personOf(zalo);
    await personOf(web);
    expect(kinds(await claimTurns(db.pool, [zalo, web], living))).toEqual(['turn', 'turn']);
  });

  it('waits only while there is a turn: a claim that gets none keeps nothing', async () => {
    const [zalo, web] = [await chatWith('zalo', 'một'), await chatWith('web', 'hai')];
    await personOf(zalo, web);
    const turn = await oneTurn(zalo);
    await claimTurns(db.pool, [web], living);
    const { rows } = await db.pool.query('select owner from chat where key = $1', [web]);
    expect(rows).toEqual([{ owner: null }]);
    await finishTurns(db.pool, [turn], living, at);
    const left = await db.pool.query('select 1 from person where turn_chat is not null and turn_chat = $1', [
      zalo,
    ]);
    expect(left.rows).toEqual([]);
  });
});

describe('finishTurns', () => {
  async function turnWithDraft() {
    const chat = await chatWith('zalo', 'một');
    const draft = await openDraft(db.pool, {
      form: 'register',
      personId: null,
      chatKey: chat,
      openedBy: randomUUID(),
      at,
    });
    return { turn: await oneTurn(chat), draft };
  }
  const statusOf = async (turn: Turn) => {
    const { rows } = await db.pool.query<{ status: string }>(
      'select status from inbox_update where id = $1',
      [turn.inboxId],
    );
    return rows[0]?.status;
  };

  it('writes the changed draft together with the end of its turn', async () => {
    const { turn, draft } = await turnWithDraft();
    const changed = changeDraft(draft, { answers: { name: 'Làng Đê Kốp' }, cursor: 'place', by: turn, at });
    changeDraft(changed, { answers: { name: 'Làng Đê Kốp', place: 'Glar' }, cursor: null, by: turn, at });
    expect((await loadDraft(db.pool, draft.id))?.answers).toEqual({});
    expect(await finishTurns(db.pool, [turn], living, at)).toEqual(['empty']);
    expect(await loadDraft(db.pool, draft.id)).toMatchObject({
      answers: { name: 'Làng Đê Kốp', place: 'Glar' },
      cursor: null,
      lastUpdate: turn.updateKey,
      rev: draft.rev + 2,
    });
    expect(await statusOf(turn)).toBe('done');
  });

  it('leaves the update to be handled again when the draft was changed elsewhere', async () => {
    const { turn, draft } = await turnWithDraft();
    changeDraft(draft, { answers: { name: 'Một' }, cursor: null, by: turn, at });
    await saveDraft(db.pool, draft, { answers: { name: 'Hai' }, cursor: null, by: { updateKey: 'x' }, at });
    const other = await oneTurn(await chatWith('zalo', 'hai'));
    expect(await finishTurns(db.pool, [turn, other], living, at)).toEqual(['undone', 'empty']);
    expect((await loadDraft(db.pool, draft.id))?.answers).toEqual({ name: 'Hai' });
    expect(await statusOf(turn)).toBe('pending');
    expect((await oneTurn(turn.chatKey)).attempt).toBe(2);
  });

  it('writes nothing into a draft that has ended', async () => {
    const { turn, draft } = await turnWithDraft();
    changeDraft(draft, { answers: { name: 'Một' }, cursor: null, by: turn, at });
    await db.pool.query(`update draft set state = 'discarded' where id = $1`, [draft.id]);
    expect(await finishTurns(db.pool, [turn], living, at)).toEqual(['undone']);
  });

  it('says when another instance has taken the chat over', async () => {
    const { turn } = await turnWithDraft();
    await db.pool.query('update chat set owner = $2 where key = $1', [turn.chatKey, '8']);
    expect(await finishTurns(db.pool, [turn], living, at)).toEqual(['lost']);
    expect(await statusOf(turn)).toBe('pending');
  });
});

describe('findWaitingChats', () => {
  it('finds updates that no living instance handles, oldest first', async () => {
    await db.pool.query(`delete from inbox_update where status = 'pending'`);
    const waiting = [await chatWith('zalo', 'một'), await chatWith('zalo', 'hai')];
    const [ours, theirs, abandoned] = [
      await chatWith('zalo', 'ba'),
      await chatWith('zalo', 'bốn'),
      await chatWith('zalo', 'năm'),
    ];
    const later = await chatWith('zalo', 'sáu');
    await oneTurn(ours);
    await oneTurn(theirs, 8);
    await oneTurn(abandoned, 9);
    await failTurn(db.pool, await oneTurn(later), living, 'Error');
    await delayRetry(later);
    expect(await findWaitingChats(db.pool, living, 0)).toEqual([...waiting, ours, abandoned]);
    expect(await findWaitingChats(db.pool, living, 3600)).toEqual([]);
  });
});
