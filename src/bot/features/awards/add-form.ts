import { z } from 'zod';
import { listChoosable, listChosen } from '../../../activities/exemplars-to-choose.ts';
import { addProposal } from '../../../awards/add-proposal.ts';
import { DomainError } from '../../../errors.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import {
  findAwardKind,
  listAwards,
  nameAward,
  nameAwardLevel,
  type OfferedAward,
} from '../../../plan/awards.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Finished, Form, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered } from '../../forms/position.ts';
import { groundsAnswer, groundsLength } from '../grounds-answer.ts';
import { unitTold } from '../unit-told.ts';
import { awardListButton } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { sayAward } from './say-award.ts';

/** The schema of what a proposal on behalf of a unit is made for. */
const addAwardSubject = z.object({
  planId: z.int(),
  /** The exemplar, where it is known; otherwise it is asked for. */
  forExemplarId: z.int().optional(),
  kept: z.string(),
});
type AddSubject = z.infer<typeof addAwardSubject>;
type AddScene = Scene<AddSubject>;
type AddQuestion = Question<string, AddSubject>;

const mostNamed = 8;

const exemplar: AddQuestion = {
  key: 'exemplar',
  when: (s) => s.subject.forExemplarId === undefined,
  ask: (s) => s.html('awards-add-exemplar'),
  label: (s) => s.t('awards-add-exemplar-label'),
  answer: textAnswer({
    async read(text, s: AddScene) {
      const within = listUnitsWithin(s.person, 'manageAwards');
      const of = { planId: s.subject.planId, ...(within !== 'all' && { unitIds: within }) };
      const words = shorten(text, 100);
      const { items, total } = await listChoosable(s.house.db.prisma, { ...of, words, limit: mostNamed });
      const [only] = items;
      if (!only) return { ok: false, say: s.html('pick-none', { words: shorten(words, 50) }) };
      if (total === 1) return { ok: true, value: String(only.id) };
      const named = items.map(({ code, name }) => `${code} ${shorten(name, 40)}`).join('; ');
      return { ok: false, say: s.html('awards-add-several', { named, total }) };
    },
  }),
  async show(value, s) {
    const [one] = await listChosen(s.house.db.prisma, [Number(value)]);
    return one && `${one.code} ${one.name}`;
  },
};

function exemplarIdOf(s: AddScene): number {
  return s.subject.forExemplarId ?? Number(s.answers.exemplar);
}

const year: AddQuestion = {
  key: 'year',
  wantsNumber: true,
  ask: (s) => s.html('awards-add-year'),
  label: (s) => s.t('awards-add-year-label'),
  answer: choiceAnswer({
    options: (s: AddScene) => {
      const { period, zone } = s.house.plan;
      const last = Math.min(period.to, yearOf(localDate(s.now, zone)));
      const years = Array.from({ length: Math.max(1, last - period.from + 1) }, (_, i) => last - i);
      return years.map((one) => ({ value: String(one), label: s.t('awards-year', { year: String(one) }) }));
    },
  }),
};

async function offered(s: AddScene): Promise<OfferedAward[]> {
  const { plan, db } = s.house;
  const found = await exemplarById(db.pool, exemplarIdOf(s));
  return listAwards(plan, { subject: found?.subject ?? 'collective', day: localDate(s.now, plan.zone) });
}

const award: AddQuestion = {
  key: 'award',
  ask: (s) => s.html('annual-award'),
  label: (s) => s.t('annual-award-label'),
  answer: choiceAnswer({
    options: async (s: AddScene) =>
      (await offered(s)).map(({ code, name }) => ({ value: code, label: name[s.locale] })),
  }),
  show: (value, s) => nameAward(s.house.plan, s.locale, value),
  async saved(value, s) {
    const [only, ...more] = (await offered(s)).find(({ code }) => code === value)?.levels ?? [];
    return { level: only && more.length === 0 ? only.code : undefined };
  },
};

const level: AddQuestion = {
  key: 'level',
  ask: (s) => s.html('annual-level', { award: nameAward(s.house.plan, s.locale, answered(s, award)) }),
  label: (s) => s.t('annual-level-label'),
  answer: choiceAnswer({
    options: async (s: AddScene) => {
      const levels = (await offered(s)).find(({ code }) => code === s.answers.award)?.levels ?? [];
      return levels.map(({ code, name }) => ({ value: code, label: name[s.locale] }));
    },
  }),
  show: (value, s) => nameAwardLevel(s.house.plan, s.locale, value),
};

const grounds: AddQuestion = {
  key: 'grounds',
  ask: (s) => s.html('annual-grounds', groundsLength),
  label: (s) => s.t('annual-grounds-label'),
  answer: groundsAnswer({ exemplarId: exemplarIdOf, key: () => 'grounds' }),
};

/** The form by which an officer proposes an exemplar on behalf of its unit. */
export const addAwardForm: Form<AddSubject> = {
  key: 'award-add',
  subject: addAwardSubject,
  questions: [exemplar, year, award, level, grounds],
  planOf: ({ planId }) => planId,
  allowed: (s) => hasAccess(s.person, 'manageAwards'),
  title: (s) => s.t('awards-add-title'),
  finish,
};

async function finish(s: AddScene): Promise<Finished> {
  const { db, plan } = s.house;
  const code = answered(s, award);
  const isTitle = findAwardKind(plan, code) === 'title';
  try {
    const { proposal, deliveries } = await addProposal(
      { db, plan },
      {
        ...{ form: isTitle ? null : code, title: isTitle ? code : null, level: answered(s, level) },
        ...{ exemplarId: exemplarIdOf(s), year: Number(answered(s, year)), grounds: answered(s, grounds) },
        draftId: s.draft.id,
      },
      { ...actorOf(s), at: s.now },
    );
    await s.house.deliverSoon(deliveries);
    return {
      end: {
        text: s.html('awards-added', {
          code: proposal.exemplar.code,
          award: sayAward(s, plan, proposal),
          year: String(proposal.year),
          unit: proposal.exemplar.unit.name,
          told: await unitTold(s, proposal.exemplar.unit.id),
        }),
        buttons: [
          [{ text: s.t('awards-see'), callback_data: presses.open.data(proposal.id, s.subject.kept) }],
          [awardListButton(s, s.subject.kept)],
        ],
      },
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code !== 'proposal-there' && error.code !== 'award-not-held') throw error;
    return {
      set: { award: undefined, level: undefined },
      say: { text: sayRefusal(s, error) },
      cursor: 'award',
    };
  }
}
