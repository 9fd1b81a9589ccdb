import { exemplarById } from '../../src/exemplars/exemplar.ts';
import type { Database } from '../../src/store/database.ts';
import { readStory, type Story } from '../../src/stories/story.ts';
import { layUnits, plan101, register } from '../documents/sample.ts';

/** Numbers of what a test wants in a story. */
export interface StoryShape {
  steps?: number;
  activities?: number;
  years?: number;
  /** Whether awards were decided, it was nominated, and it was carried into the next plan. */
  decided?: boolean;
}

/**
 * Puts an approved exemplar with so much of a story into an empty database, and reads it. Every
 * second step is done; activities are one a week from September 2021 on.
 */
export async function layOutStory(
  db: Database,
  { steps = 2, activities = 2, years = 1, decided = false }: StoryShape = {},
  summary?: string,
): Promise<Story> {
  const { units, liaison } = await layUnits(db, plan101);
  const unit = units.find(({ name }) => name === 'Xã Glar');
  if (!unit) throw new Error('no Xã Glar');
  const named = { unit, number: 1, name: 'Làng Đê Kốp giữ gìn bản sắc văn hóa cồng chiêng' };
  await register(db, plan101, liaison, [{ ...named, status: 'approved', ...(summary && { summary }) }]);
  const { id } = await db.prisma.exemplar.findFirstOrThrow();
  const at = new Date('2021-08-20T02:00:00Z');
  const by = { at, personId: liaison, channel: 'web' };
  await db.prisma.exemplarChange.createMany({
    data: [
      { ...by, exemplarId: id, action: 'submit' },
      { ...by, exemplarId: id, action: 'approve' },
    ],
  });
  const of = { planId: 1, unitId: unit.id };
  const day = (from: string, days: number) => new Date(new Date(from).getTime() + days * 86_400_000);
  await db.prisma.fosteringPlan.create({
    data: {
      ...{ ...of, lead: 'Phó Chủ tịch UBND xã', savedAt: at, byId: liaison },
      steps: {
        create: Array.from({ length: steps }, (_, i) => ({
          ...{ exemplarId: id, kind: 'nurture' as const, who: 'Hội Nông dân xã' },
          what: `Lớp ${i + 1}: tập huấn tái canh cà phê, mời cán bộ khuyến nông huyện về hướng dẫn tại vườn`,
          dueOn: day('2021-09-30', i * 40),
          doneOn: i % 2 === 0 ? day('2021-09-30', i * 40) : null,
        })),
      },
    },
  });
  for (let i = 0; i < activities; i++)
    await db.prisma.activity.create({
      data: {
        ...{
          ...of,
          kind: 'publicity' as const,
          heldOn: day('2021-09-06', i * 7),
          place: 'Đài truyền thanh xã',
        },
        ...{
          broadcasts: 3,
          minutes: 15,
          loggedAt: at,
          loggedById: liaison,
          loggedAs: 'liaison',
          channel: 'web',
        },
        exemplars: { create: { exemplarId: id } },
      },
    });
  for (let i = 0; i < years; i++) {
    const year = 2021 + i;
    const reported = new Date(`${year}-12-10T02:00:00Z`);
    await db.prisma.evaluation.create({
      data: {
        ...{ ...of, exemplarId: id, year, result: 'spread' as const, evaluatedAt: reported },
        ...{ spreadTo: 'Làng Groi, làng Dur và làng Klăh của xã', spreadCount: 3 },
      },
    });
    await db.prisma.awardProposal.create({
      data: {
        ...{ ...of, exemplarId: id, year, form: 'merit', level: 'district', grounds: 'Thành tích xuất sắc.' },
        proposedAt: reported,
      },
    });
  }
  if (decided) await decideAll(db, { ...of, exemplarId: id, byId: liaison });
  const exemplar = await exemplarById(db.pool, id);
  if (!exemplar) throw new Error('no exemplar');
  return readStory(db.prisma, exemplar);
}

/**
 * Decides the awards in turn, granted, refused with a paper, not forwarded; nominates the exemplar
 * and carries it into the next plan, where it is evaluated once more.
 */
async function decideAll(
  { prisma }: Database,
  { planId, unitId, exemplarId, byId }: { planId: number; unitId: number; exemplarId: number; byId: number },
): Promise<void> {
  await prisma.plan.update({ where: { id: planId }, data: { code: '101/KH-UBND' } });
  const proposals = await prisma.awardProposal.findMany({ where: { exemplarId }, orderBy: { year: 'asc' } });
  for (const [i, { id, year }] of proposals.entries()) {
    const decidedAt = new Date(`${year}-12-28T02:00:00Z`);
    if (i % 3 === 2) {
      const reason = 'Chưa đủ hai năm liên tục giữ vững thành tích theo quy định.';
      await prisma.awardProposal.update({
        where: { id },
        data: { state: 'not_forwarded', decidedAt, reason },
      });
      continue;
    }
    const paper = { number: `${1200 + i}/QĐ-UBND`, decidedOn: new Date(`${year}-12-27`) };
    const { id: decisionId } = await prisma.awardDecision.create({
      data: {
        ...{ ...paper, planId, body: 'Chủ tịch Ủy ban nhân dân huyện Đak Đoa', level: 'district' },
        ...{ recordedAt: decidedAt, recordedById: byId, channel: 'web' },
      },
    });
    await prisma.awardProposal.update({
      where: { id },
      data: {
        ...{ decidedAt, decisionId },
        ...(i % 3 === 0
          ? { state: 'granted' }
          : { state: 'refused', reason: 'Chưa đạt số phiếu cần thiết.' }),
      },
    });
  }
  const next = await prisma.plan.create({ data: { officeId: 1, code: '205/KH-UBND' } });
  const at = new Date('2025-12-20T02:00:00Z');
  await prisma.nomination.create({
    data: {
      ...{
        planId,
        exemplarId,
        unitId,
        grounds: 'Năm năm liền giữ vững.',
        nominatedAt: at,
        nominatedById: byId,
      },
      ...{ state: 'chosen', decidedAt: at, decidedById: byId },
    },
  });
  await prisma.carriedExemplar.create({ data: { planId: next.id, exemplarId, at, byId } });
}
