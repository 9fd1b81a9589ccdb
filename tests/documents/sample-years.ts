import type { Plan } from '../../src/plan/plan.ts';
import type { Database } from '../../src/store/database.ts';
import { ActivityKind, EvaluationResult, FosteringKind } from '../../src/store/generated/enums.ts';
import { layUnits, register, seeded, type Unit, type Wanted } from './sample.ts';

const results = Object.values(EvaluationResult);
const kinds = Object.values(ActivityKind);
const steps = Object.values(FosteringKind);
const deeds = [
  'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn. Kinh phí 350 triệu đồng do dân góp.',
  'Tổ hợp tác cà phê 32 hộ đạt 3,1 tấn/ha, tăng 18% so với năm trước. Giá bán cao hơn 2.000 đồng/kg.',
  'Giúp 14 hộ thoát nghèo bằng giống bò sinh sản. Mở 3 lớp tập huấn kỹ thuật.',
  'Giữ gìn đội cồng chiêng thanh niên 26 người. Biểu diễn 12 buổi trong năm.',
];

/** The work of several years in a database. */
export interface SampleYears {
  units: Unit[];
  /** A person who did everything. */
  by: number;
}

/**
 * Fills an empty database with the work of the plan's first years: exemplars, documents, fostering,
 * activities, evaluations, proposals and decisions, annual reports, requests for help, reminders.
 */
export async function fillYears(
  db: Database,
  plan: Plan,
  { seed = 7, years = 3 }: { seed?: number; years?: number } = {},
): Promise<SampleYears> {
  const { units, liaison: by } = await layUnits(db, plan);
  const random = seeded(seed);
  const first = plan.period.from;
  const levelOf = plan.awards.levels[0]?.code;
  const form = plan.awards.forms[0]?.code;
  for (let year = first; year < first + years; year++) {
    await registerYear({ db, plan, random, by }, units, year);
    for (const unit of units) await worksFor({ db, plan, random, by }, unit, year);
    await evaluateYear(
      { db, plan, random, by },
      year,
      form && levelOf ? { form, level: levelOf } : undefined,
    );
  }
  return { units, by };
}

interface Filling {
  db: Database;
  plan: Plan;
  random: () => number;
  by: number;
}

function pickOf(random: () => number) {
  return <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
}

/** Seven months of submissions: both half-years have some. */
async function registerYear({ db, plan, random, by }: Filling, units: Unit[], year: number): Promise<void> {
  const pick = pickOf(random);
  const wanted: Wanted[] = units.flatMap((unit) => {
    const most = plan.unitKinds.find(({ code }) => code === unit.kind)?.quota.min ?? 1;
    return Array.from({ length: Math.round(random() * most * 0.9) }, (_, i): Wanted => {
      const category = pick(plan.categories.slice(0, -1));
      return {
        ...{ unit, number: i + 1, year, subject: category.subject, category: category.code },
        status: pick(['approved', 'approved', 'approved', 'submitted', 'returned', 'withdrawn'] as const),
        name:
          category.subject === 'individual'
            ? `${pick(['Rơ Châm', 'Siu', 'Đinh', 'Nguyễn Thị'])} ${pick(['Hiêng', 'Hà', 'Ngưi', 'Mai'])}`
            : `${pick(['Tổ hợp tác', 'Làng', 'Câu lạc bộ', 'Chi hội'])} ${pick(['Dôr', 'Tươh', 'Ngol'])} ${unit.short}`,
        summary: `${pick(deeds)} Câu thứ ba của hồ sơ.`,
        submittedAt: new Date(
          Date.UTC(year, year === plan.period.from ? 7 : 3, 20) + random() * 100 * 86_400_000,
        ),
        ...{ difficultArea: random() < 0.4, directLabour: random() < 0.6 },
      };
    });
  });
  await register(db, plan, by, wanted);
}

/** The documents, fostering and reports of one unit in a year. */
async function worksFor({ db, plan, random, by }: Filling, unit: Unit, year: number): Promise<void> {
  const pick = pickOf(random);
  const { prisma } = db;
  const day = (month: number, date: number) => new Date(Date.UTC(year, month - 1, date));
  const first = year === plan.period.from;
  const filed = { unitId: unit.id, planId: 1, filedById: by, channel: 'web' };
  if (first && random() < 0.7)
    await prisma.filing.create({
      data: {
        ...filed,
        duty: 'implementationPlan',
        filedAt: new Date(Date.UTC(year, 7, 19 + Math.floor(random() * 9), 3)),
      },
    });
  const fostering =
    (await prisma.fosteringPlan.findFirst({ where: { unitId: unit.id } })) ??
    (random() < 0.6
      ? await prisma.fosteringPlan.create({
          data: { planId: 1, unitId: unit.id, lead: 'Phó Chủ tịch', savedAt: day(9, 5), byId: by },
        })
      : undefined);
  if (fostering)
    for (let i = 0; i < 3; i++) {
      const dueOn = day(pick([5, 8, 10, 11]), 10 + i);
      await prisma.fosteringStep.create({
        data: {
          ...{
            fosteringPlanId: fostering.id,
            kind: pick(steps),
            what: 'Tập huấn kỹ thuật',
            who: 'Hội Nông dân',
          },
          ...{ dueOn, doneOn: random() < 0.6 ? dueOn : null },
        },
      });
    }
  if (random() < 0.75) await reports({ db, plan, random, by }, unit, year);
  if (random() < 0.2)
    await prisma.helpRequest.create({
      data: {
        ...{
          planId: 1,
          unitId: unit.id,
          text: 'Hỗ trợ máy bơm cho 12 hộ',
          madeBy: `draft:${unit.id * 10_000 + year}`,
        },
        ...{ askedAt: day(10, 3), askedById: by, channel: 'web', state: random() < 0.5 ? 'closed' : 'open' },
      },
    });
  await prisma.delivery.create({
    data: {
      ...{
        key: `sample:${unit.id}:${year}`,
        personId: by,
        kind: 'nudge',
        createdAt: day(12, 8),
        channel: 'web',
      },
      status: random() < 0.8 ? 'sent' : 'blocked',
      settledAt: day(12, 8),
      nudges: {
        create: {
          ...{
            planId: 1,
            duty: 'annualReport',
            occurrence: String(year),
            unitId: unit.id,
            stage: 'before-7',
            offsetDays: -7,
          },
          ...{ personId: by, createdAt: day(12, 8) },
        },
      },
    },
  });
}

/** An annual report with its four texts, some of which say nothing. */
async function reports({ db, random, by }: Filling, unit: Unit, year: number): Promise<void> {
  const pick = pickOf(random);
  await db.prisma.filing.create({
    data: {
      ...{ unitId: unit.id, planId: 1, duty: 'annualReport', occurrence: String(year), filedById: by },
      ...{ channel: 'web', filedAt: new Date(Date.UTC(year, 11, 5 + Math.floor(random() * 14), 3)) },
      annual: {
        create: {
          ...{ planId: 1, unitId: unit.id, year, answers: {} },
          results: pick([
            `Năm ${year}, đơn vị đánh giá 3 điển hình: 3 duy trì tốt.\nBà con tin và làm theo, phong trào lan ra cả xã.`,
            'Mỗi làng có ít nhất một tổ tự quản. Đường làng sạch hơn.',
          ]),
          difficulties: pick([
            'Không có khó khăn, vướng mắc lớn.',
            `- ${unit.short}: thiếu nước tưới trong mùa khô.`,
            'Kinh phí khen thưởng còn ít.',
          ]),
          proposals: pick([
            'Đơn vị không có kiến nghị, đề xuất.',
            'Đề nghị huyện bố trí kinh phí tập huấn cho cán bộ đầu mối.',
          ]),
          directions: pick([
            `Tiếp tục phát hiện, bồi dưỡng điển hình năm ${year + 1}.`,
            'Nhân rộng tổ hợp tác cà phê ra ba làng.',
          ]),
        },
      },
    },
  });
}

/** Activities of every kind, evaluations of most exemplars, proposals and one decision. */
async function evaluateYear(
  { db, random, by }: Filling,
  year: number,
  award: { form: string; level: string } | undefined,
): Promise<void> {
  const pick = pickOf(random);
  const { prisma } = db;
  const approved = await prisma.exemplar.findMany({
    where: { status: 'approved', year: { lte: year } },
    orderBy: { id: 'asc' },
  });
  const at = new Date(Date.UTC(year, 11, 10, 2));
  const paper = {
    planId: 1,
    decidedOn: new Date(Date.UTC(year, 11, 20)),
    body: 'UBND huyện',
    channel: 'web',
  };
  const decision = award && {
    ...(await prisma.awardDecision.create({
      data: { ...paper, number: `${year}/QĐ-UBND`, level: award.level, recordedAt: at, recordedById: by },
    })),
    ...award,
  };
  for (const { id: exemplarId, unitId } of approved) {
    const of = { planId: 1, exemplarId, unitId, year };
    if (random() < 0.5) {
      const heldOn = new Date(Date.UTC(year, pick([2, 5, 8, 10]), 15));
      const kind = pick(kinds);
      await prisma.activity.create({
        data: {
          ...{ planId: 1, kind, heldOn, place: 'Đài truyền thanh huyện', channel: 'web' },
          reached: 1 + Math.floor(random() * 400),
          ...(kind === 'publicity' && { broadcasts: 2, minutes: 15 }),
          ...{ loggedAt: heldOn, loggedById: by, loggedAs: 'officer' as const },
          exemplars: { create: { exemplarId } },
        },
      });
    }
    if (random() < 0.2) continue;
    const result = pick(results);
    const spread =
      result === 'spread' ? { spreadTo: 'Các làng Dơk, Tươh', spreadCount: 1 + (exemplarId % 40) } : {};
    await prisma.evaluation.create({ data: { ...of, result, ...spread, evaluatedAt: at } });
    if (!decision || random() < 0.7) continue;
    const { form, level, id: decisionId } = decision;
    const state = pick(['proposed', 'forwarded', 'granted', 'refused'] as const);
    await prisma.awardProposal.create({
      data: {
        ...{ ...of, form, level, grounds: 'Có thành tích tiêu biểu trong năm', proposedAt: at, state },
        ...(state !== 'proposed' && { decidedAt: at }),
        ...(state === 'granted' && { decisionId }),
      },
    });
  }
}
