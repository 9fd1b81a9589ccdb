import { settleDraft } from '../../../drafts/settle-draft.ts';
import { findInvitationById, inviteAll } from '../../../people/invitation-lists.ts';
import { hasAccess } from '../../../people/rights.ts';
import { allRoles, needsUnit, unitRoles } from '../../../people/roles.ts';
import { transact } from '../../../store/transaction.ts';
import { findUnit } from '../../../units/units.ts';
import type { Form, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { type NoSubject, noSubject } from '../../forms/no-subject.ts';
import { anyUnitAnswer } from '../unit-answers.ts';
import { handOn, unusedReply } from './lists.ts';
import { inviteMany, manyQuestions } from './many.ts';
import { readInviteWords } from './read-words.ts';
import { isRole } from './role-labels.ts';

/** The form of /moi: a role and a unit, or a list of many. */
export const inviteForm: Form<NoSubject> = {
  key: 'invite',
  subject: noSubject,
  questions: [
    {
      key: 'role',
      ask: async (s) => {
        const unit =
          s.answers.unit === undefined
            ? undefined
            : await findUnit(s.house.db.prisma, Number(s.answers.unit));
        return unit ? s.html('invite-role-in', { unit: unit.name }) : s.html('invite-role');
      },
      label: (s) => s.t('invite-role-label'),
      answer: choiceAnswer({
        options: (s) => [
          ...(s.answers.unit === undefined ? allRoles : unitRoles).map((role) => ({
            value: role,
            label: s.t(`role-${role}`),
          })),
          { value: 'many', label: s.t('invite-many') },
          {
            value: 'unused',
            label: s.t('invite-unused'),
            act: async () => ({ say: await unusedReply(s, 0) }),
          },
        ],
        typed: async (text, s) => {
          const { answers } = await readInviteWords(s, text);
          return Object.keys(answers).length > 0 ? answers : undefined;
        },
      }),
    },
    {
      key: 'unit',
      sharesNumber: true,
      when: (s) => isRole(s.answers.role) && needsUnit(s.answers.role),
      ask: (s) => s.html('invite-unit'),
      label: (s) => s.t('register-unit-label'),
      answer: anyUnitAnswer(),
    },
    ...manyQuestions,
  ],
  allowed: (s) => hasAccess(s.person, 'invite'),
  title: (s) => s.t('invite-title'),
  finish: async (s) => ({ end: s.answers.role === 'many' ? await inviteMany(s) : await inviteOne(s) }),
};

async function inviteOne(s: Scene): Promise<Reply> {
  const { role, unit, invitee } = s.answers;
  const { house, draft, person, now } = s;
  if (!isRole(role) || !person) throw new Error('an invitation without a role or an officer');
  const unitId = needsUnit(role) ? Number(unit) : null;
  const key = `draft:${draft.id}`;
  const id = await transact(house.db, async ({ prisma: tx }) => {
    if (!(await settleDraft(tx, draft.id, now, { made: 1 }))) {
      const before = await tx.invitation.findUnique({ where: { madeBy: `${key}:0` }, select: { id: true } });
      return before?.id;
    }
    const name = typeof invitee === 'string' ? invitee : null;
    const [made] = await inviteAll(tx, [{ name, role, unitId }], { personId: person.id, key, at: now });
    return made;
  });
  const made = id === undefined ? null : await findInvitationById(house.db.prisma, id);
  if (!made) throw new Error('an invitation was not made');
  return handOn(s, made);
}
