import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';

const yearState = z.object({ state: z.string(), done: z.number(), of: z.number(), skipped: z.number() });

describe('the first year of a rehearsal', { timeout: 300_000 }, () => {
  let app: RunningApp;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dht-year-'));
    app = await startApp({
      config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
      log: createLog(process.env.TEST_LOG ?? 'silent'),
    });
  });
  afterAll(async () => {
    await app?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const prisma = () => app.house.db.prisma;
  const state = async () => yearState.parse(await (await fetch(`${app.url}/api/year`)).json());
  const play = async () => {
    const headers = { 'content-type': 'application/json', origin: app.url };
    const answer = await fetch(`${app.url}/api/year`, { method: 'POST', headers, body: '{}' });
    return yearState.parse(await answer.json());
  };
  const whole = async () => ({
    updates: await prisma().inboxUpdate.count(),
    exemplars: await prisma().exemplar.count(),
    changes: await prisma().exemplarChange.count(),
    filings: await prisma().filing.count(),
    activities: await prisma().activity.count(),
    people: await prisma().person.count(),
  });

  it('is played in the chats, shows how far it is, and leaves nothing out', async () => {
    expect(await state()).toMatchObject({ state: 'ready', done: 0 });
    expect((await play()).state).toBe('playing');
    // A second press changes nothing.
    expect((await play()).state).toBe('playing');
    const until = { timeout: 280_000, interval: 100 };
    await vi.waitFor(async () => expect((await state()).done).toBeGreaterThan(5), until);
    await vi.waitFor(async () => expect((await state()).state).not.toBe('playing'), until);
    const { of } = await state();
    expect(await state()).toEqual({ state: 'done', done: of, of, skipped: 0 });
    expect(app.clock.now().toISOString()).toMatch(/^2021-12-31T09:/);
  });

  it('holds what a year holds, by people in their chats', async () => {
    const counted = await prisma().exemplar.groupBy({
      by: ['unitId'],
      where: { status: { in: ['submitted', 'approved'] } },
      _count: true,
    });
    expect(counted.length).toBeGreaterThanOrEqual(10);
    expect(counted.length).toBeLessThanOrEqual(20);
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
    const second = await prisma().membership.count({ where: { role: 'liaison', unit: { code: 'GLAR' } } });
    expect(second).toBe(2);
  });

  it('is not played again, and what was played stays', async () => {
    const before = await whole();
    expect((await play()).state).toBe('done');
    expect(await whole()).toEqual(before);
  });
});
