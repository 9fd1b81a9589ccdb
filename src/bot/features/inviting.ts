import { closeDraft } from '../../forms/draft.ts';
import type { RoleName } from '../../jobs/turn.ts';
import { showCode } from '../../people/code.ts';
import { invite, withdrawInvitation } from '../../people/invitations.ts';
import { allRoles, holds, needsUnit } from '../../people/roles.ts';
import { formatInstant } from '../../plan/calendar.ts';
import { inTransaction } from '../../store/database.ts';
import { listUnits, unitById } from '../../units/units.ts';
import type { Feature } from '../feature.ts';
import type { Form, Reply, Scene } from '../forms/form.ts';
import { choiceAnswer } from '../forms/kinds/choice.ts';
import { textAnswer } from '../forms/kinds/text.ts';
import { inviteLinks } from '../invite-links.ts';
import { onPress, press } from '../press.ts';
import { readUnit } from '../read-unit.ts';
import { beginForm } from './drafts.ts';

const withdraw = press('moi.off', 'id');

/** /moi: an officer makes an invitation: role, unit, then a link and a code to hand on. */
export const invitingFeature: Feature = {
  commands: [
    {
      name: 'moi',
      roles: ['officer'],
      words: { vi: ['mời'], en: ['invite'] },
      run: (ctx) => beginForm(ctx, 'invite'),
    },
  ],
  forms: [inviteForm()],
  presses(composer) {
    onPress(composer, withdraw, async (ctx, id) => {
      if (!holds(ctx.person, 'officer')) return ctx.say({ text: ctx.html('error-not-allowed') });
      const gone = await withdrawInvitation(ctx.house.db.pool, id, ctx.house.clock.now());
      await ctx.sayInPlace({ text: ctx.html(gone ? 'invite-withdrawn' : 'invite-not-withdrawn') });
    });
  },
};

const isRole = (value: unknown): value is RoleName => allRoles.some((role) => role === value);

function inviteForm(): Form {
  return {
    key: 'invite',
    questions: [
      {
        key: 'role',
        ask: (s) => s.html('invite-role'),
        label: (s) => s.t('invite-role-label'),
        answer: choiceAnswer({
          options: (s) => allRoles.map((role) => ({ value: role, label: s.t(`role-${role}`) })),
        }),
      },
      {
        key: 'unit',
        when: (s) => isRole(s.answers.role) && needsUnit(s.answers.role),
        ask: (s) => s.html('invite-unit'),
        label: (s) => s.t('register-unit-label'),
        answer: textAnswer({
          options: async (s) =>
            (await listUnits(s.house.db.pool)).map((u) => ({ value: String(u.id), label: u.name })),
          read: async (text, s) => {
            const read = readUnit(s, await listUnits(s.house.db.pool), text);
            return read.ok ? { ok: true, value: String(read.unit.id) } : read;
          },
        }),
      },
    ],
    allowed: (s) => holds(s.person, 'officer'),
    title: (s) => s.t('invite-title'),
    finish: make,
  };
}

async function make(s: Scene): Promise<{ end: Reply }> {
  const { db, plan } = s.house;
  const role = s.answers.role;
  if (!isRole(role)) throw new Error('an invitation without a role');
  const unitId = needsUnit(role) ? Number(s.answers.unit) : null;
  const invitation = await inTransaction(db.pool, async (client) => {
    const made =
      s.draft.state === 'done' && isInvitation(s.draft.result)
        ? { ...s.draft.result, expiresAt: new Date(s.draft.result.expiresAt) }
        : await invite(client, { role, unitId, createdById: s.person?.id ?? null, at: s.now });
    await closeDraft(client, s.draft.id, 'done', s.now, made);
    return made;
  });
  const unit = unitId === null ? undefined : await unitById(db.pool, unitId);
  const whom = unit
    ? s.t('account-role', { role: s.t(`role-${role}`), unit: unit.name })
    : s.t(`role-${role}`);
  const links = await inviteLinks(s.house, invitation.code, s.locale);
  return {
    end: {
      text: [
        s.html('invite-made', {
          role: whom,
          code: showCode(invitation.code),
          until: formatInstant(invitation.expiresAt, plan.zone),
        }),
        ...links,
      ].join('\n'),
      buttons: [[{ text: s.t('invite-withdraw'), callback_data: withdraw.data(invitation.id) }]],
    },
  };
}

function isInvitation(value: unknown): value is { id: number; code: string; expiresAt: string } {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'id' in value && 'expiresAt' in value
  );
}
