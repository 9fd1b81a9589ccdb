import { join } from 'node:path';
import { loadPlan, loadUnits } from '../../src/plan/load.ts';
import { loadWorkingCalendar } from '../../src/plan/load-calendar.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Database } from '../../src/store/database.ts';
import { loadRoster } from '../../src/units/units.ts';
import { loaded } from '../support/loaded.ts';

const root = join(import.meta.dirname, '..', '..');

export const plan101 = loaded(loadPlan(join(root, 'prisma/plans/101-kh-ubnd.yaml')));
export const smallPlan = loaded(loadPlan(join(root, 'tests/fixtures/plans/small.yaml')));
export const calendar = loadWorkingCalendar();

/** Fills an empty database with the units of the plan's district and one liaison. */
export async function layUnits(db: Database, plan: Plan): Promise<{ units: Unit[]; liaison: number }> {
  const file = plan === plan101 ? 'prisma/units/dak-doa.yaml' : 'tests/fixtures/plans/small-units.yaml';
  const entries = loadUnits(join(root, file), plan);
  const createdAt = new Date('2021-08-18T01:00:00Z');
  await loadRoster(db.pool, entries, { planId: 1, at: createdAt });
  const person = await db.prisma.person.create({ data: { name: 'Rơ Châm H’Yéo', createdAt } });
  const units = await db.prisma.unit.findMany({ orderBy: { position: 'asc' }, include: { plans: true } });
  return { units: units.map((unit) => ({ ...unit, kind: unit.plans[0]?.kind ?? '' })), liaison: person.id };
}

export type Unit = Awaited<ReturnType<Database['prisma']['unit']['findMany']>>[number] & { kind: string };

/** The fields of an exemplar that matter to a test; the others have defaults. */
export interface Wanted {
  unit: Unit;
  number: number;
  year?: number;
  status?: 'submitted' | 'approved' | 'returned' | 'rejected' | 'withdrawn';
  subject?: 'collective' | 'individual';
  category?: string;
  name?: string;
  summary?: string;
  place?: string;
  position?: string;
  ethnicity?: string;
  submittedAt?: Date;
  difficultArea?: boolean;
  directLabour?: boolean;
}

/** Registers exemplars as they would stand in the database. */
export async function register(db: Database, plan: Plan, liaison: number, wanted: Wanted[]): Promise<void> {
  await db.prisma.exemplar.createMany({
    data: wanted.map((one) => {
      const { unit, number, year = 2021, status = 'submitted', subject = 'collective' } = one;
      const submittedAt = one.submittedAt ?? new Date(Date.UTC(year, 7, 20, 2, number % 60));
      const decided = status === 'submitted' || status === 'withdrawn' ? null : submittedAt;
      const category = one.category ?? plan.categories.find((each) => each.subject === subject)?.code ?? '';
      const name = one.name ?? `Mô hình số ${number} của ${unit.name}`;
      return {
        code: `${unit.code}-${year}-${String(number).padStart(3, '0')}`,
        unitId: unit.id,
        planId: 1,
        year,
        subject,
        category,
        name,
        searchName: name.toLowerCase(),
        birthYear: subject === 'individual' ? 1980 : null,
        sex: subject === 'individual' ? 'female' : null,
        ethnicity: one.ethnicity ?? (subject === 'individual' ? 'Ba Na' : null),
        position: subject === 'individual' ? (one.position ?? 'Chủ tịch Hội Nông dân xã') : null,
        representative: subject === 'collective' ? 'Nguyễn Văn Hùng, Bí thư chi bộ' : null,
        place: one.place ?? 'Làng Dôr 2',
        difficultArea: one.difficultArea ?? false,
        directLabour: one.directLabour ?? false,
        summary: one.summary ?? 'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn, giảm 8 hộ nghèo.',
        criteria: ['ge-1', 'ge-2', 'ge-3'],
        impact: 'Đã được ba làng bên cạnh học theo.',
        endorsedOn: new Date(Date.UTC(year, 7, 5)),
        status,
        submittedAt,
        submittedById: liaison,
        decidedAt: decided,
        decidedById: decided ? liaison : null,
      };
    }),
  });
}

/** Pseudo-random numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sentences = [
  'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn, kinh phí 350 triệu đồng.',
  'Duy trì 3 năm liền không có học sinh bỏ học, tỷ lệ lên lớp 99,2%.',
  'Tổ hợp tác cà phê 32 hộ, năng suất 3,1 tấn/ha, tăng 18% so với năm 2019.',
  'Giúp 14 hộ thoát nghèo bằng giống bò sinh sản và tập huấn kỹ thuật.',
  'Giữ gìn đội cồng chiêng thanh niên 26 người, biểu diễn 12 buổi trong năm.',
];

/**
 * A district in the middle of its work: all states, both subjects, some units over, some short,
 * some without any.
 */
export async function fillDistrict(db: Database, plan: Plan, seed = 7): Promise<Unit[]> {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const { units, liaison } = await layUnits(db, plan);
  const wanted: Wanted[] = [];
  for (const unit of units) {
    const quota = plan.unitKinds.find(({ code }) => code === unit.kind)?.quota;
    const most = (quota?.max ?? 3) + 3;
    const count = random() < 0.15 ? 0 : Math.floor(random() * (most + 1));
    for (let number = 1; number <= count; number++) {
      const category = pick(plan.categories);
      const long = random() < 0.05;
      wanted.push({
        unit,
        number,
        year: random() < 0.85 ? plan.period.from : plan.period.from + 1,
        status: pick([
          'submitted',
          'submitted',
          'approved',
          'approved',
          'approved',
          'returned',
          'rejected',
          'withdrawn',
        ]),
        subject: category?.subject,
        category: category?.code,
        name:
          category?.subject === 'individual'
            ? pick(['Rơ Châm Hiêng', 'Nguyễn Thị Mai', 'Đinh A Ngưi'])
            : undefined,
        summary: Array.from({ length: long ? 20 : 1 + Math.floor(random() * 4) }, () => pick(sentences)).join(
          ' ',
        ),
        difficultArea: random() < 0.4,
        directLabour: random() < 0.5,
        submittedAt: new Date(Date.UTC(plan.period.from, 7, 18) + random() * 9 * 86_400_000),
      });
    }
    if (random() < 0.6) {
      await db.prisma.filing.create({
        data: {
          unitId: unit.id,
          planId: 1,
          duty: 'implementationPlan',
          filedAt: new Date(Date.UTC(plan.period.from, 7, 19) + random() * 8 * 86_400_000),
          filedById: liaison,
          channel: 'web',
        },
      });
    }
  }
  await register(db, plan, liaison, wanted);
  return units;
}

const media = ['Đài truyền thanh, truyền hình', 'Loa truyền thanh cơ sở', 'Báo Gia Lai'];

/**
 * Logs publicity of two years about approved exemplars: some of several, some withdrawn, and visits
 * that are none. Every third exemplar is never publicised.
 */
export async function publicise(db: Database, seed = 7): Promise<void> {
  const random = seeded(seed);
  const { prisma } = db;
  const by = await prisma.person.findFirstOrThrow();
  const approved = await prisma.exemplar.findMany({ where: { status: 'approved' }, orderBy: { id: 'asc' } });
  const chosen = approved.filter((_, i) => i % 3 !== 0);
  for (const [i, { id }] of chosen.entries()) {
    const also = chosen[Math.floor(random() * chosen.length)]?.id ?? id;
    const heldOn = new Date(Date.UTC(2021, 8, 1) + Math.floor(random() * 150) * 86_400_000);
    const broadcast = i % 2 === 0;
    const withdrawn = i % 7 === 0;
    const visit = i % 5 === 0;
    await prisma.activity.create({
      data: {
        ...{ planId: 1, kind: visit ? 'visit' : 'publicity', heldOn, channel: 'web' },
        place: media[i % 3] ?? '',
        reached: random() < 0.5 ? Math.floor(random() * 400) + 1 : null,
        broadcasts: broadcast && !visit ? Math.floor(random() * 10) + 1 : null,
        minutes: broadcast && !visit ? Math.floor(random() * 60) + 1 : null,
        ...{ loggedAt: heldOn, loggedById: by.id, loggedAs: 'officer' },
        ...(withdrawn && { withdrawnAt: heldOn, withdrawReason: 'Ghi nhầm sang xã khác' }),
        exemplars: { create: [...new Set([id, also])].map((exemplarId) => ({ exemplarId })) },
      },
    });
  }
}
