import type { Database } from '../../src/store/database.ts';
import type { ExemplarAction } from '../../src/store/generated/enums.ts';
import { searchName } from '../../src/text/search-name.ts';
import type { TestHouse } from './house.ts';

/** An exemplar of a test that stands in the register, as if it had been sent by chat. */
export interface Registered {
  id: number;
  code: string;
}

/**
 * Puts an exemplar of a unit into the register: sent, and approved where `approved`. For scripts
 * about what comes after, which need not register by chat first.
 */
export async function putExemplar(
  house: Pick<TestHouse, 'app'>,
  given: { unitCode: string; n: number; name: string; approved?: boolean },
): Promise<Registered> {
  const { db, plan } = house.app.house;
  const { unitCode, n, name, approved = true } = given;
  const { unitId, personId } = await liaisonOf(db, unitCode);
  const at = new Date('2021-08-19T01:00:00Z');
  const actions: ExemplarAction[] = approved ? ['submit', 'approve'] : ['submit'];
  return db.prisma.exemplar.create({
    data: {
      ...{ code: `${unitCode}-2021-${String(n).padStart(3, '0')}`, unitId, planId: plan.id, year: 2021 },
      ...{ subject: 'collective', category: 'community', name, searchName: searchName(name) },
      ...{
        place: 'Làng Groi',
        difficultArea: true,
        directLabour: false,
        summary: 'Giảm 12 hộ nghèo.',
        criteria: [],
      },
      ...{ representative: 'Ông A Nhưk', memberCount: 125, impact: 'Các làng khác làm theo.' },
      ...{ endorsedOn: new Date('2021-08-05'), submittedAt: at, submittedById: personId },
      ...(approved ? { status: 'approved', decidedAt: at, decidedById: personId } : { status: 'submitted' }),
      changes: { create: actions.map((action) => ({ at, personId, channel: 'web', action })) },
    },
    select: { id: true, code: true },
  });
}

async function liaisonOf({ prisma }: Database, code: string): Promise<{ unitId: number; personId: number }> {
  const { unitId, personId } = await prisma.membership.findFirstOrThrow({
    where: { role: 'liaison', until: null, unit: { code } },
  });
  return { unitId: unitId ?? 0, personId };
}
