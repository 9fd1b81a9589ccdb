import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { rehearsalAt } from '../support/rehearsal-api.ts';
import { until } from '../support/until.ts';

const page = z.object({
  messages: z.array(z.object({ document: z.object({ file_name: z.string() }).optional() })),
});

const said = z.object({ messages: z.array(z.object({ text: z.string().optional() })) });

describe('the five years of a rehearsal', { timeout: 1_800_000 }, () => {
  let app: RunningApp;
  let dataDir: string;
  const start = async () => {
    app = await startApp({
      config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
      log: createLog(process.env.TEST_LOG ?? 'silent'),
    });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dht-years-'));
    await start();
  });
  afterAll(async () => {
    await app?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const prisma = () => app.house.db.prisma;
  const rehearsal = () => rehearsalAt(app.url);
  const chatOf = async (name: string) =>
    (await prisma().webChat.findFirstOrThrow({ where: { label: name } })).chatId;
  const whole = async () => ({
    updates: await prisma().inboxUpdate.count(),
    exemplars: await prisma().exemplar.count(),
    changes: await prisma().exemplarChange.count(),
    filings: await prisma().filing.count(),
    activities: await prisma().activity.count(),
    people: await prisma().person.count(),
  });

  it('hold clock and chats while they play, and can be stopped', async () => {
    expect(await rehearsal().state()).toMatchObject({
      ...{ state: 'ready', done: 0, can: ['firstYear', 'fiveYears'] },
    });
    expect(await rehearsal().play('firstYear')).toMatchObject({ state: 'playing', play: 'firstYear' });
    // A second press changes nothing.
    expect(await rehearsal().play('fiveYears')).toMatchObject({ state: 'playing', play: 'firstYear' });
    const now = await rehearsal().comes(3);
    expect(now).toMatchObject({ state: 'playing', work: 'join', at: expect.stringMatching(/^2021-08-18T/) });

    const chat = await chatOf('Nguyễn Văn Bình');
    const key = 'abcdefgh';
    const held: [path: string, body: object][] = [
      ['/api/clock', { step: 'day' }],
      ['/api/clock', { step: 'due' }],
      [`/api/chats/${chat}/messages`, { key, text: '/dangky' }],
      [`/api/chats/${chat}/messages`, { key, phone: '0905123456' }],
      [`/api/chats/${chat}/presses`, { key, message: 1, data: 'x' }],
      [`/api/chats/${chat}/files?key=${key}`, {}],
      [`/api/chats/${chat}/plain`, { plain: true }],
    ];
    for (const [path, body] of held) {
      const answer = await rehearsal().post(path, body);
      expect(answer.status, path).toBe(409);
      expect(JSON.stringify(await answer.json()), path).toContain('bấm Dừng');
    }
    // Reading is free.
    expect((await fetch(`${app.url}/api/chats/${chat}/messages`)).status).toBe(200);
    expect((await rehearsal().post(`/api/chats/${chat}/read`, { upTo: 1 })).status).toBe(200);

    expect((await rehearsal().stop()).state).toBe('stopping');
    const stopped = await rehearsal().ends();
    expect(stopped).toMatchObject({ state: 'stopped', play: 'firstYear', skipped: 0 });
    expect(stopped.can).toContain('firstYear');
    expect(stopped.done).toBeLessThan(stopped.of);
    const before = await whole();
    expect((await rehearsal().post('/api/clock', { step: 'hour' })).status).toBe(200);
    expect(await whole()).toEqual(before);
  });

  it('stay stopped over a restart, and continue where they stood when asked to', async () => {
    await app.stop();
    await start();
    expect((await rehearsal().state()).state).toBe('stopped');
    // A visitor has left a registration half filled in.
    const chat = await chatOf('Nguyễn Văn Bình');
    await rehearsal().post(`/api/chats/${chat}/messages`, { key: 'a-visitor', text: '/dangky' });
    expect((await rehearsal().play('firstYear')).state).toBe('playing');
    const end = await rehearsal().ends();
    expect(end).toEqual({ ...end, state: 'done', play: 'firstYear', done: end.of, skipped: 0 });
    expect(end.can).toEqual(['fiveYears']);
    expect(app.clock.now().toISOString()).toMatch(/^2021-12-31T09:/);
  });

  it('hold in the first year what a year holds, by people in their chats', async () => {
    const of = (code: string) => prisma().exemplar.count({ where: { unit: { code }, status: 'approved' } });
    expect([await of('GLAR'), await of('IAPET'), await of('HADONG')]).toEqual([10, 10, 3]);
    expect(await prisma().exemplarChange.count({ where: { action: 'return' } })).toBe(1);
    expect(await prisma().exemplarChange.count({ where: { action: 'resubmit' } })).toBe(1);
    // Every step of the register was made by a person on the web channel.
    expect(await prisma().exemplarChange.count({ where: { channel: { not: 'web' } } })).toBe(0);
    expect(await prisma().filing.count({ where: { duty: 'implementationPlan', status: 'accepted' } })).toBe(
      5,
    );
    expect(await prisma().filing.count({ where: { duty: 'annualReport' } })).toBe(4);
    expect(await prisma().fosteringPlan.count()).toBe(2);
    expect(await prisma().activity.count()).toBe(5);
    expect(await prisma().helpRequest.count({ where: { state: 'closed' } })).toBe(1);
    expect(await prisma().nudge.count()).toBeGreaterThan(20);
    expect(await prisma().membership.count({ where: { role: 'liaison', unit: { code: 'GLAR' } } })).toBe(2);
  });

  it('play on into the next plan, and leave nothing out', async () => {
    expect(await rehearsal().play('fiveYears')).toMatchObject({ state: 'playing', play: 'fiveYears' });
    const end = await rehearsal().ends();
    expect(end).toEqual({ ...end, state: 'done', play: 'fiveYears', done: end.of, skipped: 0, can: [] });
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      const reports = { duty: 'annualReport', occurrence: String(year), status: 'accepted' } as const;
      expect(await prisma().filing.count({ where: reports }), `reports of ${year}`).toBeGreaterThan(2);
      expect(await prisma().evaluation.count({ where: { year } }), `evaluations of ${year}`).toBeGreaterThan(
        14,
      );
      expect(await prisma().exemplar.count({ where: { year } }), `exemplars of ${year}`).toBeGreaterThan(1);
      const granted = { year, state: 'granted' } as const;
      expect(await prisma().awardProposal.count({ where: granted }), `awards of ${year}`).toBeGreaterThan(1);
    }
    expect(await prisma().awardDecision.count()).toBe(5);
    expect(await prisma().periodSummary.count()).toBe(10);
    expect(await prisma().nomination.count({ where: { state: 'chosen' } })).toBe(6);
    expect(await prisma().nomination.count({ where: { state: 'not_chosen' } })).toBe(1);
  });

  it('end with the next plan open, its exemplars carried over and its first duty seen', async () => {
    const [first, next, ...more] = await prisma().plan.findMany({ orderBy: { id: 'asc' } });
    expect([first?.code, next?.code, more]).toEqual(['101/KH-UBND', '09/KH-UBND', []]);
    expect([first?.closedAt === null, next?.closedAt]).toEqual([false, null]);
    const planId = next?.id ?? 0;
    const standing = await prisma().exemplar.count({ where: { planId: 1, status: 'approved' } });
    expect(await prisma().carriedExemplar.count({ where: { planId } })).toBe(standing);
    // Open steps are under the next plan, with a line in their history.
    const moved = await prisma().fosteringChange.count({ where: { action: 'carry' } });
    expect(moved).toBeGreaterThan(0);
    const open = { doneOn: null, droppedAt: null };
    expect(await prisma().fosteringStep.count({ where: { ...open, fosteringPlan: { planId } } })).toBe(moved);
    expect(await prisma().fosteringStep.count({ where: { ...open, fosteringPlan: { planId: 1 } } })).toBe(0);
    const nudged = { planId, duty: 'registration', stage: 'before-14' };
    expect(await prisma().nudge.count({ where: nudged })).toBeGreaterThan(5);
    expect(await prisma().exemplar.count({ where: { planId, status: 'approved' } })).toBe(1);
    const chat = await chatOf('Nguyễn Văn Bình');
    const answer = await fetch(`${app.url}/api/chats/${chat}/messages`);
    const texts = said.parse(await answer.json()).messages.map(({ text = '' }) => text.normalize());
    const duty = /Đăng ký điển hình tiên tiến: đã có [\s\S]*Hạn chót 9\/2\/2026/;
    expect(texts.filter((text) => duty.test(text))).toHaveLength(1);
    expect(texts.filter((text) => /còn thiếu 5 điển hình[\s\S]*9\/2\/2026/.test(text))).toHaveLength(1);
  });

  it('let a visitor ask for any report of any year', async () => {
    const chat = await chatOf('Đinh Văn Thọ');
    const kinds = {
      tonghop: 'tong-hop',
      danhsach: 'danh-sach',
      ketqua: 'ket-qua',
      khenthuong: 'khen-thuong',
    };
    const files = async () => {
      const answer = await fetch(`${app.url}/api/chats/${chat}/messages`);
      const { messages } = page.parse(await answer.json());
      return messages.flatMap(({ document }) => document?.file_name ?? []);
    };
    for (const year of [2021, 2022, 2023, 2024, 2025])
      for (const [kind, file] of Object.entries(kinds)) {
        const text = `/baocao ${kind} ${year}`;
        await rehearsal().post(`/api/chats/${chat}/messages`, { key: `ask-${kind}-${year}`, text });
        const name = new RegExp(`${file}.*${year}.*\\.xlsx$`, 'i');
        await until(async () => (await files()).find((one) => name.test(one)));
      }
  });

  it('are not played again, and what was played stays', async () => {
    const before = await whole();
    for (const play of ['firstYear', 'fiveYears']) expect((await rehearsal().play(play)).state).toBe('done');
    expect(await whole()).toEqual(before);
  });
});
