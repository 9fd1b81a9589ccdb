import { settleDraft } from '../../../drafts/settle-draft.ts';
import { inviteAll } from '../../../people/invitation-lists.ts';
import { removeIdentityNumbers } from '../../../people/read-invitees.ts';
import { transact } from '../../../store/transaction.ts';
import { nameExamples } from '../../core/unit-examples.ts';
import type { Option, Question, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { mostInvitations, previewText, readList } from './list-preview.ts';
import { invitePresses } from './presses.ts';

const many = (s: Scene) => s.answers.role === 'many';

/** The questions of [Nhiều người]: a list, typed or in a file, then its preview. */
export const manyQuestions: Question[] = [
  {
    key: 'list',
    unnumbered: true,
    when: many,
    ask: async (s) => {
      const [example] = await nameExamples(s);
      return s.html('invite-many-ask', { example });
    },
    label: (s) => s.t('invite-many'),
    answer: filesAnswer({
      min: 1,
      max: 1,
      typed: (text) => ({ list: 0, text: removeIdentityNumbers(text) }),
    }),
  },
  {
    key: 'sure',
    unnumbered: true,
    when: many,
    ask: async (s) => previewText(s, await readList(s)),
    label: (s) => s.t('invite-many-yes'),
    answer: {
      ...choiceAnswer({
        options: choices,
        typed: (text, s) => ({
          text: [s.answers.text, removeIdentityNumbers(text)].filter(Boolean).join('\n'),
        }),
      }),
      takesLongNumbers: true,
    },
  },
];

async function choices(s: Scene): Promise<Option[]> {
  const { good } = await readList(s);
  return [
    ...(good.length > 0 && good.length <= mostInvitations
      ? [{ value: 'yes', label: s.t('invite-many-yes') }]
      : []),
    {
      value: 'again',
      label: s.t('invite-many-again'),
      act: async () => {
        await forgetFile(s);
        return { set: { list: undefined, text: undefined } };
      },
    },
    {
      value: 'no',
      label: s.t('invite-many-no'),
      act: async () => {
        await forgetFile(s);
        return { discard: true, say: { text: s.html('invite-many-none-made') } };
      },
    },
  ];
}

/** A list of names is removed once it has been used. */
async function forgetFile(s: Scene): Promise<void> {
  await s.house.db.prisma.attachment.updateMany({
    where: { draftId: s.draft.id, removedAt: null },
    data: { removedAt: s.now },
  });
}

/**
 * Makes every invitation of the list at once; each is sent in a message of its own, as a delivery.
 */
export async function inviteMany(s: Scene): Promise<Reply> {
  const { house, draft, person, now } = s;
  if (!person) throw new Error('a list of invitations without an officer');
  const key = `draft:${draft.id}`;
  const good = draft.state === 'done' ? [] : (await readList(s)).good;
  const deliveries = await transact(house.db, async ({ prisma: tx }) => {
    if (!(await settleDraft(tx, draft.id, now, { made: good.length }))) return [];
    const invitees = good.map(({ name, role, unit }) => ({ name, role, unitId: unit?.id ?? null }));
    const ids = await inviteAll(tx, invitees, { personId: person.id, key, at: now });
    const accountId = s.turn.account?.id;
    const made = await tx.delivery.createManyAndReturn({
      data: ids.map((invitationId) => ({
        key: `invitation:${invitationId}`,
        personId: person.id,
        kind: 'invitation',
        payload: { invitationId, ...(accountId !== undefined && { accountId }) },
        createdAt: now,
      })),
      select: { id: true },
    });
    return made.map(({ id }) => id);
  });
  await forgetFile(s);
  await house.deliverSoon(deliveries);
  const made = await house.db.prisma.invitation.count({ where: { madeBy: { startsWith: `${key}:` } } });
  return {
    text: s.html('invite-many-done', { n: made }),
    buttons: [
      [{ text: s.t('invite-again'), callback_data: invitePresses.again.data() }],
      [{ text: s.t('invite-unused'), callback_data: invitePresses.unused.data(0) }],
    ],
  };
}
