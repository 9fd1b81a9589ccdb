import { z } from 'zod';
import { listAccountIds } from '../../../people/accounts.ts';
import { endRoles, type PersonDecision } from '../../../people/end-roles.ts';
import { moveUnit } from '../../../people/move-unit.ts';
import { removeAccount } from '../../../people/remove-account.ts';
import {
  type AccountView,
  countUnitDrafts,
  listAccounts,
  listRoles,
  type RoleView,
} from '../../../people/role-views.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { actorOf } from '../../core/actor.ts';
import type { Scene } from '../../forms/form.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { anyUnitAnswer } from '../unit-answers.ts';
import { type ChangeQuestion, type ChangeScene, changeReason, personChangeForm } from './change-form.ts';
import { roleWords } from './role-words.ts';

const everyRole = 'all';

/** The form of [Kết thúc vai trò]: one role, or all at once when a person leaves. */
export const endRoleForm = personChangeForm({
  key: 'end-role',
  which: async (s) => {
    const roles = await listRoles(s.house.db.prisma, s.subject.personId);
    return [
      ...roles.map((one) => ({ value: String(one.id), label: words(s, one) })),
      ...(roles.length > 1 ? [{ value: everyRole, label: s.t('end-role-all') }] : []),
    ];
  },
  consequences: async (s) => {
    const chosen = await chosenRoles(s);
    const lines = [
      s.html('end-role-ask', { name: s.subject.name, roles: chosen.map((one) => words(s, one)).join('; ') }),
      s.html('person-follows-at-once'),
      ...(await draftLines(s, chosen)),
    ];
    for (const { unit, liaisonsLeft } of chosen)
      if (unit !== null && liaisonsLeft === 0) lines.push(s.html('person-follows-no-liaison', { unit }));
    return [...lines, await toldLine(s)];
  },
  carryOut: async (s) => {
    const chosen = await chosenRoles(s);
    // A role that has ended in the meantime is named too: the second officer is told who ended it.
    const membershipIds = chosenCode(s) === everyRole ? chosen.map(({ id }) => id) : [chosenId(s)];
    await settle(s, await endRoles(s.house.db.prisma, { ...decisionOf(s), membershipIds }));
    return s.html('end-role-done', {
      name: s.subject.name,
      roles: chosen.map((one) => words(s, one)).join('; '),
    });
  },
});

const newUnit: ChangeQuestion<string> = {
  key: 'unit',
  ask: (s) => s.html('move-unit-to', { name: s.subject.name }),
  label: (s) => s.t('register-unit-label'),
  answer: anyUnitAnswer(),
};

/** The form of [Đổi đơn vị]: the same role in another unit. */
export const moveUnitForm = personChangeForm({
  key: 'move-unit',
  which: async (s) =>
    (await listRoles(s.house.db.prisma, s.subject.personId))
      .filter(({ unitId }) => unitId !== null)
      .map((one) => ({ value: String(one.id), label: words(s, one) })),
  more: [newUnit],
  consequences: async (s) => {
    const [role] = await chosenRoles(s);
    const from = role?.unit ?? '–';
    return [
      s.html('move-unit-ask', {
        name: s.subject.name,
        role: role ? s.t(`role-${role.role}`) : '–',
        from,
        to: await unitName(s),
      }),
      s.html('person-follows-at-once'),
      ...(await draftLines(s, role ? [role] : [])),
      ...(role?.liaisonsLeft === 0 ? [s.html('person-follows-no-liaison', { unit: from })] : []),
      await toldLine(s),
    ];
  },
  carryOut: async (s) => {
    const decision = { ...decisionOf(s), membershipId: chosenId(s), unitId: Number(answered(s, newUnit)) };
    await settle(s, await moveUnit(s.house.db.prisma, decision));
    return s.html('move-unit-done', { name: s.subject.name, to: await unitName(s) });
  },
});

/** The form of [Gỡ tài khoản]: it takes an account from the person. */
export const removeAccountForm = personChangeForm({
  key: 'remove-account',
  which: async (s) =>
    (await listAccounts(s.house.db.prisma, s.subject.personId)).map((account) => ({
      value: String(account.id),
      label: accountWords(s, account),
    })),
  consequences: async (s) => {
    const accounts = await listAccounts(s.house.db.prisma, s.subject.personId);
    const account = accounts.find(({ id }) => id === chosenId(s));
    return [
      s.html('remove-account-ask', {
        name: s.subject.name,
        account: account ? accountWords(s, account) : '–',
      }),
      s.html('remove-account-follows'),
      s.html(accounts.length > 1 ? 'remove-account-others' : 'remove-account-last'),
    ];
  },
  carryOut: async (s) => {
    const accountId = chosenId(s);
    await settle(s, await removeAccount(s.house.db.prisma, { ...decisionOf(s), accountId }), [accountId]);
    return s.html('remove-account-done', { name: s.subject.name });
  },
});

function decisionOf(s: ChangeScene): PersonDecision {
  return {
    personId: s.subject.personId,
    draftId: s.draft.id,
    reason: answered(s, changeReason),
    by: actorOf(s),
    at: s.now,
  };
}

/** The person is told, and the menus of all their chats are updated. */
async function settle(s: ChangeScene, deliveries: number[], more: number[] = []): Promise<void> {
  await s.house.deliverSoon(deliveries);
  s.turn.menusOf = [...(await listAccountIds(s.house.db.prisma, s.subject.personId)), ...more];
}

/** Code of the chosen role or account, or of the only one. */
function chosenCode({ answers, subject }: ChangeScene): string {
  return z
    .string()
    .catch('')
    .parse(answers.which ?? subject.which);
}

function chosenId(s: ChangeScene): number {
  return Number(chosenCode(s));
}

async function chosenRoles(s: ChangeScene): Promise<RoleView[]> {
  const which = chosenCode(s);
  // Also ended ones: the last message may have to be sent again.
  const roles = await listRoles(s.house.db.prisma, s.subject.personId, s.draft.id);
  return which === everyRole ? roles : roles.filter(({ id }) => id === Number(which));
}

async function draftLines(s: ChangeScene, roles: RoleView[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { role, unitId, unit } of roles) {
    const n =
      role === 'liaison' && unitId !== null
        ? await countUnitDrafts(s.house.db.prisma, s.subject.personId, unitId)
        : 0;
    if (n > 0) lines.push(s.html('person-follows-drafts', { n, unit: unit ?? '' }));
  }
  return lines;
}

async function toldLine(s: ChangeScene): Promise<string> {
  const accounts = await listAccounts(s.house.db.prisma, s.subject.personId);
  return s.html(
    accounts.some(({ reachable }) => reachable) ? 'person-follows-told' : 'person-follows-not-told',
  );
}

async function unitName(s: ChangeScene): Promise<string> {
  const unit = await s.house.db.prisma.unit.findUnique({
    where: { id: Number(answerOf(s, newUnit) ?? '') },
  });
  return unit?.name ?? '–';
}

function words(s: Scene, { role, unit }: RoleView): string {
  return roleWords(s, role, unit);
}

function accountWords(s: Scene, { channel, reachable, lastUsedAt }: AccountView): string {
  return s.t(reachable ? 'remove-account-label' : 'remove-account-label-blocked', {
    channel: s.t(`channel-${channel}`),
    seen: lastUsedAt ? formatInstant(lastUsedAt, s.house.plan.zone) : '–',
  });
}
