import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { pdf } from '../../tests/support/sample-files.ts';
import { closeDraft, type Draft, openDraft, saveDraft } from '../drafts/draft.ts';
import { type FileStore, openFiles } from '../store/files.ts';
import { attachToDraft } from './attach.ts';
import { leaveOutKeyed, listFilesOfDraft } from './draft-files.ts';

const at = new Date('2021-08-18T08:00+07:00');
let db: TestDatabase;
let files: FileStore;
let folder: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'dht-attachments-'));
  files = openFiles({ dataDir: folder });
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const opened = () =>
  openDraft(db.pool, { form: 'register', personId: null, chatKey: 'web:1', openedBy: randomUUID(), at });
const attach = (draft: Draft, updateKey: string, name: string) =>
  attachToDraft(
    { db, files },
    { draftId: draft.id, rev: draft.rev, updateKey, name, bytes: pdf(name), max: 10, at },
  );
const names = async (draft: Draft) => (await listFilesOfDraft(db.pool, draft)).map(({ name }) => name);

it('the update of a removed file, handled again, changes nothing more', async () => {
  const draft = await opened();
  const key = randomUUID();
  await attach(draft, key, 'a.pdf');
  const [file] = await listFilesOfDraft(db.pool, draft);
  const saved = await saveDraft(db.pool, draft, {
    answers: leaveOutKeyed(draft.answers, file?.id ?? 0),
    cursor: null,
    by: { updateKey: randomUUID() },
    at,
  });
  if (!saved) throw new Error('not saved');
  expect(await attach(saved, key, 'a.pdf')).toMatchObject({ storedAs: 'a.pdf', again: false });
  expect(await names(saved)).toEqual([]);
  // Sent once more on purpose, it is there.
  await attach(saved, randomUUID(), 'a.pdf');
  expect(await names(saved)).toEqual(['a.pdf']);
});

it('a draft that was sent or has moved on accepts no more files', async () => {
  const sent = await opened();
  await closeDraft(db.pool, sent.id, 'done', at);
  await expect(attach(sent, randomUUID(), 'b.pdf')).rejects.toMatchObject({ code: 'question-over' });
  const moved = await opened();
  await saveDraft(db.pool, moved, {
    answers: { files: 0 },
    cursor: null,
    by: { updateKey: randomUUID() },
    at,
  });
  await expect(attach(moved, randomUUID(), 'b.pdf')).rejects.toMatchObject({ code: 'question-over' });
  expect([...(await names(sent)), ...(await names(moved))]).toEqual([]);
});
