import { afterAll, beforeAll, expect, it } from 'vitest';
import { plan101 } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { layOutStory } from '../../tests/support/lay-out-story.ts';
import { sayStoryEvent } from './say-event.ts';
import { readStory, type Story } from './story.ts';
import { listStoryEvents } from './story-events.ts';

let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await freshDatabase();
  const { exemplar } = await layOutStory(db, { steps: 1, activities: 1, years: 1 });
  const { prisma } = db;
  const { id: exemplarId, unitId, planId, submittedById: byId } = exemplar;
  const at = new Date('2022-01-10T02:00:00Z');
  await prisma.plan.update({ where: { id: planId }, data: { code: '101/KH-UBND' } });
  const next = await prisma.plan.create({ data: { officeId: 1, code: '205/KH-UBND' } });
  await prisma.carriedExemplar.create({ data: { planId: next.id, exemplarId, at, byId } });
  const later = { planId: next.id, exemplarId, unitId };
  await prisma.evaluation.create({ data: { ...later, year: 2022, result: 'spread', evaluatedAt: at } });
  await prisma.nomination.create({
    data: {
      ...{ ...later, grounds: 'Căn cứ', nominatedAt: at, nominatedById: byId },
      ...{ state: 'chosen', decidedAt: at, decidedById: byId },
    },
  });
  await prisma.fosteringPlan.create({
    data: {
      ...{ planId: next.id, unitId, lead: 'Chủ tịch', savedAt: at, byId },
      steps: { create: { kind: 'nurture', what: 'Tập huấn chung', who: 'Hội Nông dân', dueOn: at } },
    },
  });
  const decision = await prisma.awardDecision.create({
    data: {
      ...{
        planId,
        number: '12/QĐ-UBND',
        decidedOn: new Date('2021-12-20'),
        body: 'UBND huyện',
        level: 'district',
      },
      ...{ recordedAt: at, recordedById: byId, channel: 'web' },
    },
  });
  await prisma.awardProposal.updateMany({
    where: { exemplarId },
    data: { state: 'granted', decidedAt: at, decisionId: decision.id },
  });
  story = await readStory(prisma, exemplar);
});
afterAll(() => db.drop());

it('the story of a carried exemplar tells both plans, its awards and the conference', () => {
  const by = { locale: 'vi' as const, plan: plan101 };
  const events = listStoryEvents(story, plan101.zone, '2022-02-01');
  const lines = events.map((event) => `${event.on} ${sayStoryEvent(by, event)}`);
  expect(lines).toEqual(
    expect.arrayContaining([
      '2022-01-10 Chuyển tiếp sang 205/KH-UBND',
      '2022-01-10 Năm 2022: Phát triển, nhân rộng (205/KH-UBND)',
      '2022-01-10 Hội nghị điển hình tiên tiến: được chọn dự Hội nghị (205/KH-UBND)',
    ]),
  );
  const evaluated = lines.find((line) => line.includes('Năm 2021') && !line.includes('Giấy khen'));
  expect(evaluated).toContain('(101/KH-UBND)');
  expect(lines.find((line) => line.startsWith('2021-12-20'))).toContain(
    'Quyết định số 12/QĐ-UBND ngày 20/12/2021',
  );
});

it('the story of a carried exemplar has the steps for all exemplars of both plans', () => {
  expect(story.steps.map(({ what }) => what)).toContain('Tập huấn chung');
  expect(new Set(story.steps.map(({ planId }) => planId)).size).toBe(2);
});
