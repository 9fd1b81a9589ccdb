import { z } from 'zod';
import { parsePhone } from '../../../drafts/parse/parse-phone.ts';
import { splitNameAndPhone } from '../../../drafts/parse/split-named.ts';
import { settleDraft } from '../../../drafts/settle-draft.ts';
import { DomainError } from '../../../errors.ts';
import { listAccountIds, loadPerson } from '../../../people/accounts.ts';
import { takeInvitation } from '../../../people/join.ts';
import { transact } from '../../../store/transaction.ts';
import { capitalsOffer } from '../../forms/capitals-question.ts';
import type { Form, Question, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { type NameGiven, nameAnswer } from '../../forms/kinds/name.ts';
import { phoneAnswer } from '../../forms/kinds/phone.ts';
import { answerOf } from '../../forms/position.ts';
import { invitedAs } from '../inviting/invited-as.ts';
import { buildWelcome } from './welcome.ts';

/** The schema of the subject of joining: an invitation, and its effects for this person. */
const joinSubject = z.object({
  code: z.string(),
  role: z.string().nullish(),
  /** Name of the unit. */
  unit: z.string().nullish(),
  /** Name of the person whose account this becomes; null: the invitation of a new role. */
  linksTo: z.string().nullish(),
  askName: z.boolean().optional(),
  askPhone: z.boolean().optional(),
  /** Whether the person has an account on this channel already. */
  twice: z.boolean().optional(),
  /** Name of the person who has this account now, and the channels that would remain for them. */
  movesFrom: z.string().optional(),
  left: z.array(z.string()).optional(),
  /** Names of the invited person and of the one who uses it, where they differ. */
  meantFor: z.string().optional(),
  takenBy: z.string().optional(),
});
/** The subject of joining. */
export type JoinSubject = z.infer<typeof joinSubject>;
type JoinScene = Scene<JoinSubject>;
type JoinQuestion = Question<string, JoinSubject>;

const nameGiven: NameGiven = {
  bounds: () => ({ min: 3, max: 100, short: true }),
  example: (s) => s.t('join-name-example'),
  bad: (s) => s.html('join-name-bad', { example: s.t('join-name-example') }),
};
const nameCapitals = capitalsOffer('nameCapitals', 'name', nameGiven);

const givenName: JoinQuestion = {
  key: 'name',
  when: (s) => s.subject.askName === true,
  ask: (s) => s.html('join-name'),
  label: (s) => s.t('join-name-label'),
  answer: nameAnswer(nameGiven),
  saved: nameCapitals.saved,
};

const givenPhone: JoinQuestion = {
  key: 'phone',
  when: (s) => s.subject.askPhone === true,
  optional: true,
  ask: (s) => s.html('join-phone'),
  label: (s) => s.t('join-phone-label'),
  answer: phoneAnswer({
    read: (text, s) => {
      const read = parsePhone(text);
      return read.ok ? read : { ok: false, say: s.html('join-phone-bad') };
    },
  }),
};

/** The form of joining: consent, what moves, name and phone. */
export const joinForm: Form<JoinSubject> = {
  key: 'join',
  subject: joinSubject,
  questions: [
    {
      key: 'accept',
      unnumbered: true,
      ask: invitationText,
      label: (s) => s.t('join-title'),
      answer: choiceAnswer({
        options: (s) => [
          { value: 'yes', label: s.t('join-accept') },
          ...(s.subject.twice ? [{ value: 'instead', label: s.t('join-instead') }] : []),
          {
            value: 'no',
            label: s.t('join-not-me'),
            act: async () => ({ discard: true, say: { text: s.html('join-declined') } }),
          },
        ],
      }),
    },
    {
      key: 'move',
      unnumbered: true,
      when: (s) => s.subject.movesFrom !== undefined,
      ask: moveText,
      label: (s) => s.t('join-title'),
      answer: choiceAnswer({
        options: (s) => [
          { value: 'yes', label: s.t('join-move') },
          {
            value: 'no',
            label: s.t('join-move-not'),
            act: async () => ({
              discard: true,
              say: { text: s.html('join-move-declined', { name: s.subject.movesFrom ?? '–' }) },
            }),
          },
        ],
      }),
    },
    givenName,
    nameCapitals.question,
    givenPhone,
  ],
  together: [
    {
      keys: ['name'],
      further: ['phone'],
      split: splitNameAndPhone,
      fits: { phone: (text) => parsePhone(text).ok },
    },
  ],
  allowed: () => true,
  savable: false,
  title: (s) => s.t('join-title'),
  finish: join,
};

async function invitationText(s: JoinScene): Promise<string> {
  const { role, unit, linksTo, twice, meantFor, takenBy } = s.subject;
  if (linksTo !== null && linksTo !== undefined) {
    const channel = s.t(`channel-${s.turn.channel}`);
    return [
      s.html('join-link', { name: linksTo }),
      ...(twice ? [s.html('join-link-twice', { channel })] : []),
    ].join('\n');
  }
  return [
    await invitedAs(s, role ?? '–', unit ?? null),
    ...(meantFor !== undefined ? [s.html('join-meant-for', { name: meantFor, taker: takenBy ?? '–' })] : []),
  ].join('\n');
}

/** The account is another person's: the effects of moving it for them. */
function moveText(s: JoinScene): string {
  const { movesFrom = '–', left = [], linksTo } = s.subject;
  const names = left.map((channel) => s.t(`channel-${channel}`));
  const args = { from: movesFrom, to: linksTo ?? '–', channel: s.t(`channel-${s.turn.channel}`) };
  return names.length > 0
    ? s.html('join-move-ask', { ...args, left: names.join(', ') })
    : s.html('join-move-ask-last', args);
}

async function join(s: JoinScene): Promise<{ end: Reply }> {
  const { db } = s.house;
  const { code, movesFrom } = s.subject;
  const account = s.turn.account;
  if (!account) throw new DomainError('invitation-unknown');
  const { personId } = await transact(db, async ({ prisma: tx }) => {
    const taken = await takeInvitation(tx, {
      code,
      accountId: account.id,
      name: answerOf(s, givenName) ?? undefined,
      phone: answerOf(s, givenPhone) ?? undefined,
      locale: s.locale,
      at: s.now,
      move: movesFrom !== undefined && s.answers.move === 'yes',
      replace: s.answers.accept === 'instead',
    });
    await settleDraft(tx, s.draft.id, s.now, { personId: taken.personId });
    return taken;
  });
  s.turn.menusOf = await listAccountIds(db.prisma, personId);
  const person = await loadPerson(db.prisma, personId);
  s.turn.person = person;
  if (!person) throw new Error('a person who has just joined was not found');
  const reply = await buildWelcome(s.house, person, s.locale);
  return { end: { ...reply, text: `${s.html('join-done')}\n${reply.text}` } };
}
