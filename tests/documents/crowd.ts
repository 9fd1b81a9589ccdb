import type { Plan } from '../../src/plan/plan.ts';
import type { Database } from '../../src/store/database.ts';
import { EvaluationResult, type ProposalState } from '../../src/store/generated/enums.ts';
import { layUnits, register, type Wanted } from './sample.ts';
import { fillPeople } from './sample-people.ts';

const longUnit =
  'Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên và Phát triển nguồn nhân lực vùng đồng bào dân tộc thiểu số khu vực phía đông huyện';
const longName =
  'Mô hình liên kết sản xuất cà phê bền vững gắn với bảo vệ rừng phòng hộ, giữ gìn không gian văn hóa cồng chiêng và xây dựng nông thôn mới kiểu mẫu tại làng Dôr 2, làng Groi Wêt và làng Tươh Klah';
const longWord = 'Krông'.repeat(60);
const sentence = 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, giữ được 3 đội cồng chiêng. ';
const results = Object.values(EvaluationResult);
const fates: ProposalState[] = ['granted', 'forwarded', 'refused', 'not_forwarded', 'proposed'];

/**
 * Fills a database with what takes the most room: names of units over three lines, texts at their
 * limits, long words, every column of an evaluation, several awards.
 */
export async function crowd(db: Database, plan: Plan): Promise<void> {
  const { units, liaison } = await layUnits(db, plan);
  const { prisma } = db;
  for (const [i, { id }] of units.entries())
    if (i % 4 === 0) await prisma.unit.update({ where: { id }, data: { name: `${longUnit} ${i}` } });
  await prisma.person.update({
    where: { id: liaison },
    data: { name: 'Nguyễn Hoàng Thị Phương Thảo Nguyên Công Tằng Tôn Nữ' },
  });
  const wanted = units.flatMap((unit, i) =>
    i % 3 === 2
      ? []
      : [0, 1].map((n): Wanted => {
          const subject = n === 0 ? 'collective' : 'individual';
          const category = plan.categories.filter((one) => one.subject === subject)[i % 3]?.code;
          return {
            ...{ unit, number: n + 1, subject, status: 'approved', difficultArea: true, directLabour: true },
            ...(category && { category }),
            name: n === 0 ? longName : 'Siu H’Blơi Rơ Châm Hiêng Ksor Nay Phil Ama Thương',
            summary:
              n === 0 ? sentence.repeat(i % 6 === 0 ? 56 : 8) : `${sentence}\n${longWord}\n• ${sentence}`,
            place: 'Làng Dôr 2, làng Groi Wêt, làng Tươh Klah và các làng phía đông suối Đak Pơ Tó',
            position: 'Phó Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân, Trưởng ban Mặt trận',
            ethnicity: 'Xơ Đăng (Ca Dong, Xơ Teng)',
          };
        }),
  );
  await register(db, plan, liaison, wanted);
  await fillPeople(db, units, 5);
  const evaluatedAt = new Date('2021-12-14T02:00:00Z');
  const { id: decisionId } = await prisma.awardDecision.create({
    data: {
      ...{ planId: 1, number: '1234/QĐ-UBND', decidedOn: new Date('2021-12-20'), level: 'district' },
      ...{ body: 'Chủ tịch UBND huyện', recordedAt: evaluatedAt, recordedById: liaison, channel: 'web' },
    },
  });
  const exemplars = await prisma.exemplar.findMany({ orderBy: { id: 'asc' } });
  for (const [i, { id: exemplarId, unitId }] of exemplars.entries()) {
    const of = { planId: 1, exemplarId, unitId, year: plan.period.from };
    await prisma.evaluation.create({
      data: {
        ...{ ...of, result: results[i % 4] ?? 'kept', evaluatedAt },
        ...(i % 4 === 1 && { spreadTo: sentence.repeat(5), spreadCount: 1_234 + i }),
        ...{ difficulties: sentence.repeat(1 + (i % 9)), help: sentence, lesson: sentence.repeat(3) },
      },
    });
    for (const [n, state] of fates.slice(0, i % 4).entries()) {
      const award = n % 2 ? { title: plan.awards.titles[0]?.code } : { form: plan.awards.forms[0]?.code };
      await prisma.awardProposal.create({
        data: {
          ...{ ...of, ...award, level: n < 2 ? 'district' : 'province', grounds: sentence, state },
          proposedAt: evaluatedAt,
          ...(state !== 'proposed' && { decidedAt: evaluatedAt }),
          ...(state === 'granted' && { decisionId }),
        },
      });
    }
    await prisma.activity.create({
      data: {
        ...{ planId: 1, kind: 'publicity', heldOn: new Date('2021-11-05'), channel: 'web' },
        place: `Đài truyền thanh – truyền hình huyện, loa truyền thanh cơ sở của 17 xã, thị trấn, lần ${i}`,
        ...{ reached: 123_456, broadcasts: 1_234, minutes: 12_345 },
        ...{ loggedAt: evaluatedAt, loggedById: liaison, loggedAs: 'officer' },
        exemplars: { create: [{ exemplarId }] },
      },
    });
  }
}
