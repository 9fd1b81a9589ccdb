import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { ensureFirstOfficer } from './first-officer.ts';
import { findInvitation, invite } from './invitations.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({ poolSize: 4 });
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.prisma.invitation.deleteMany();
  await db.prisma.membership.deleteMany();
});

const morning = new Date('2021-08-18T08:00+07:00');
const days = (n: number) => new Date(morning.getTime() + n * 86_400_000);

/** Runs this part of the app's start; returns the announced codes. */
async function start(at: Date, code?: string): Promise<string[]> {
  const lines: string[] = [];
  await ensureFirstOfficer(db, { code, at, announce: (line) => lines.push(line) });
  return lines.map((line) => /start (\S+)-(\S+) /.exec(line)?.slice(1).join('') ?? line);
}
const canBeTaken = (code: string, at: Date) =>
  findInvitation(db.prisma, code, null, at).then(
    () => true,
    () => false,
  );

describe('the first officer’s code', () => {
  it('is announced again at each start while it can be used', async () => {
    const [first] = await start(morning);
    expect(await start(days(1))).toEqual([first]);
    expect(await db.prisma.invitation.count()).toBe(1);
  });

  it('works for two weeks from the start that announced it last', async () => {
    const [code = ''] = await start(morning);
    await start(days(10));
    expect(await canBeTaken(code, days(23))).toBe(true);
    expect(await canBeTaken(code, days(25))).toBe(false);
  });

  it('is another one once the last has expired', async () => {
    const [old] = await start(morning);
    const [fresh] = await start(days(15));
    expect(fresh).not.toBe(old);
  });

  it('given by hand replaces a random one', async () => {
    const [random = ''] = await start(morning);
    expect(await start(days(1), 'FRST2345')).toEqual(['FRST2345']);
    expect([await canBeTaken(random, days(1)), await canBeTaken('FRST2345', days(1))]).toEqual([false, true]);
  });

  it('given by hand works again after another was given', async () => {
    await start(morning, 'FRST2345');
    await start(days(1), 'SCND2345');
    await start(days(2), 'FRST2345');
    expect([await canBeTaken('FRST2345', days(2)), await canBeTaken('SCND2345', days(2))]).toEqual([
      true,
      false,
    ]);
  });

  it('given by hand is created once by several simultaneous starts', async () => {
    await Promise.all(Array.from({ length: 4 }, () => start(morning, 'FRST2345')));
    expect(await db.prisma.invitation.count({ where: { code: 'FRST2345' } })).toBe(1);
  });

  it('leaves the invitations of officers alone', async () => {
    const { id: createdById } = await db.prisma.person.create({ data: { createdAt: morning } });
    const { code } = await invite(db.prisma, { role: 'officer', createdById, at: morning });
    await start(morning, 'FRST2345');
    expect(await canBeTaken(code, morning)).toBe(true);
    await db.prisma.invitation.deleteMany();
    await db.prisma.person.delete({ where: { id: createdById } });
  });

  it('is not created where there is an officer', async () => {
    const { id: personId } = await db.prisma.person.create({ data: { createdAt: morning } });
    await db.prisma.membership.create({ data: { personId, role: 'officer', officeId: 1, since: morning } });
    expect(await start(morning, 'FRST2345')).toEqual([]);
    expect(await db.prisma.invitation.count()).toBe(0);
  });
});
