import { searchName } from '../../src/text/search-name.ts';
import type { TestHouse } from './house.ts';

/** An exemplar that was approved before the test begins. */
export interface ApprovedBefore {
  code: string;
  name: string;
}

/**
 * Adds approved exemplars of the first plan, in the order of their approval. The unit is that of
 * the code. Their registration is no part of the test.
 */
export async function addApproved(house: TestHouse, exemplars: ApprovedBefore[]): Promise<number[]> {
  const { db, clock } = house.app.house;
  const at = clock.now();
  const by = await db.prisma.person.create({ data: { name: 'Đăng Ký Trước', createdAt: at } });
  const ids: number[] = [];
  for (const [i, { code, name }] of exemplars.entries()) {
    const unit = await db.prisma.unit.findUniqueOrThrow({ where: { code: code.split('-')[0] ?? '' } });
    const { id } = await db.prisma.exemplar.create({
      data: {
        ...{ code, name, searchName: searchName(name), unitId: unit.id, planId: 1, year: 2021 },
        ...{ subject: 'collective', category: 'community', place: 'Làng', representative: 'Ông A' },
        ...{ difficultArea: true, directLabour: true, criteria: [], impact: 'Có thể nhân rộng.' },
        summary: 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo.',
        endorsedOn: new Date('2021-08-17'),
        ...{ status: 'approved', submittedAt: at, submittedById: by.id },
        decidedAt: new Date(at.getTime() + i * 1000),
        decidedById: by.id,
        changes: { create: { at, personId: by.id, channel: 'web', action: 'submit' } },
      },
    });
    ids.push(id);
  }
  return ids;
}
