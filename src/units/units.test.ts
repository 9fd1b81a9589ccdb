import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { loadPlan, loadUnits } from '../plan/load.ts';
import { findUnit, listUnits, loadRoster, type Unit } from './units.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const roster = loadUnits('prisma/units/dak-doa.yaml', plan);
const at = new Date('2021-08-18T08:00+07:00');

let database: TestDatabase;
let units: Unit[];
beforeAll(async () => {
  database = await freshDatabase();
  expect(await loadRoster(database.pool, roster, { planId: 1, at })).toBe(53);
  units = await listUnits(database.prisma);
});
afterAll(() => database.drop());

describe('the roster', () => {
  it('has its own order', () => {
    expect(units.map(({ code }) => code)).toEqual(roster.map(({ code }) => code));
  });

  it('is added once: officers’ own changes outlive the next start', async () => {
    await database.pool.query(`update unit set name = 'Xã Glar mới' where code = 'GLAR'`);
    expect(await loadRoster(database.pool, roster, { planId: 1, at })).toBe(0);
    const id = units.find(({ code }) => code === 'GLAR')?.id ?? 0;
    expect((await findUnit(database.prisma, id))?.name).toBe('Xã Glar mới');
    expect(await findUnit(database.prisma, 0)).toBeUndefined();
  });

  it('added by several at once is added once', async () => {
    const other = await freshDatabase();
    await Promise.all([1, 2, 3].map(() => loadRoster(other.pool, roster, { planId: 1, at })));
    expect(await listUnits(other.prisma)).toHaveLength(53);
    await other.drop();
  });

  it('does not list units that are no longer active', async () => {
    await database.pool.query(`update unit set active = false where code = 'GLAR'`);
    const codes = (await listUnits(database.prisma)).map(({ code }) => code);
    expect(codes).toEqual(units.map(({ code }) => code).filter((code) => code !== 'GLAR'));
  });
});
