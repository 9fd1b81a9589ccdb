import { describe, expect, it } from 'vitest';
import type { KnownPerson, RoleName } from './known-person.ts';
import {
  hasAccess,
  listRolesWith,
  listUnitsWithin,
  type OfUnit,
  type Right,
  reaches,
  rights,
} from './rights.ts';

const [own, other] = [7, 8];

function holding(...held: [RoleName, number | null][]): KnownPerson {
  const memberships = held.map(([role, unitId]) => ({ role, unitId, unitName: null, unitCode: null }));
  return { id: 1, name: null, phone: null, locale: 'vi', memberships };
}

const liaison = holding(['liaison', own]);
const head = holding(['head', own]);
const officer = holding(['officer', null]);
const manager = holding(['manager', null]);
const publicist = holding(['publicist', null]);
/** Liaison of one unit, head of another. */
const both = holding(['liaison', own], ['head', other]);

/** Roles for an office where several share the database: one unit is its own. */
const inOffice = (role: RoleName): KnownPerson => {
  const person = holding([role, null]);
  return {
    ...person,
    memberships: person.memberships.map((held) => ({ ...held, officeId: 1, officeUnits: [own] })),
  };
};
/** Officer of one office, and liaison of a unit of another. */
const mixed: KnownPerson = {
  ...inOffice('officer'),
  memberships: [...inOffice('officer').memberships, ...holding(['liaison', other]).memberships],
};
/** Officer of an office that has no unit yet. */
const empty: KnownPerson = {
  ...officer,
  memberships: officer.memberships.map((held) => ({ ...held, officeId: 2, officeUnits: [] })),
};

const isRight = (name: string): name is Right => name in rights;

describe('a right', () => {
  it.each<[string, KnownPerson | null, Right, OfUnit, boolean]>([
    ['a liaison registers for their unit', liaison, 'handIn', { unitId: own }, true],
    ['a liaison registers for no other', liaison, 'handIn', { unitId: other }, false],
    ['a liaison may begin before the unit is chosen', liaison, 'handIn', { unitId: null }, true],
    ['a head registers nowhere', head, 'handIn', { unitId: null }, false],
    ['an officer registers for every unit', officer, 'handIn', { unitId: other }, true],
    ['a role in one unit gives nothing in another', both, 'handIn', { unitId: other }, false],
    ['each role gives its own', both, 'seeUnit', { unitId: other }, true],
    ['an officer withdraws nothing', officer, 'withdraw', { unitId: own }, false],
    ['a manager sees every unit', manager, 'seeUnit', { unitId: other }, true],
    ['a manager decides nothing', manager, 'review', { unitId: own }, false],
    ['a publicist sees what was approved', publicist, 'seeExemplars', { unitId: own, approved: true }, true],
    ['a publicist sees nothing else', publicist, 'seeExemplars', { unitId: own }, false],
    ['nor a document', publicist, 'seeUnit', { unitId: own, approved: true }, false],
    ['an officer reviews the units of their office', inOffice('officer'), 'review', { unitId: own }, true],
    ['an officer reviews none of another office', inOffice('officer'), 'review', { unitId: other }, false],
    ['nor hands in for it', inOffice('officer'), 'handIn', { unitId: other }, false],
    ['nor sees its exemplars', inOffice('officer'), 'seeExemplars', { unitId: other, approved: true }, false],
    ['nor moves its dues', inOffice('officer'), 'moveDues', { unitId: other }, false],
    ['an officer may begin before a unit is chosen', inOffice('officer'), 'moveDues', { unitId: null }, true],
    ['a manager sees the units of their office', inOffice('manager'), 'seeUnit', { unitId: own }, true],
    ['a manager sees none of another office', inOffice('manager'), 'seeUnit', { unitId: other }, false],
    ['nor reports on it', inOffice('manager'), 'report', { unitId: other }, false],
    [
      'a publicist of an office',
      inOffice('publicist'),
      'seeExemplars',
      { unitId: own, approved: true },
      true,
    ],
    ['not of another', inOffice('publicist'), 'seeExemplars', { unitId: other, approved: true }, false],
    ['a liaison elsewhere hands in there', mixed, 'handIn', { unitId: other }, true],
    ['and reviews nothing there', mixed, 'review', { unitId: other }, false],
    ['an office without units reaches none', empty, 'seeUnit', { unitId: own }, false],
    ['before joining nothing is reached', null, 'seeExemplars', { unitId: own, approved: true }, false],
  ])('%s', (_, person, right, about, may) => expect(reaches(person, right, about)).toBe(may));

  it.each<[string, KnownPerson | null, Right, 'all' | number[]]>([
    ['of a liaison', liaison, 'handIn', [own]],
    ['of an officer', officer, 'handIn', 'all'],
    ['of two roles in two units', both, 'seeUnit', [own, other]],
    ['of two roles of which one has the right', both, 'handIn', [own]],
    ['of a publicist', publicist, 'seeUnit', []],
    ['before joining', null, 'seeUnit', []],
    ['of an officer of one of two offices', inOffice('officer'), 'seeUnit', [own]],
    ['of an officer who is a liaison elsewhere', mixed, 'seeUnit', [other, own]],
    ['of that person, to review', mixed, 'review', [own]],
    ['of an office without units', empty, 'seeUnit', []],
  ])('reaches the units %s', (_, person, right, units) =>
    expect(listUnitsWithin(person, right)).toEqual(units),
  );

  it('is held where its role is held, and by no one else', () => {
    for (const right of Object.keys(rights).filter(isRight)) {
      expect(hasAccess(null, right)).toBe(false);
      for (const [role, person] of Object.entries({ liaison, head, officer, manager, publicist }))
        expect(hasAccess(person, right), `${role} ${right}`).toBe(
          listRolesWith(right).some((one) => one === role),
        );
    }
    expect([hasAccess(null, 'all'), hasAccess(null, 'joined'), hasAccess(head, 'joined')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
