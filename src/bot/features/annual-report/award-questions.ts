import { findSameProposal } from '../../../awards/proposal.ts';
import type { WantedProposal } from '../../../awards/save-proposals.ts';
import type { Answers } from '../../../drafts/draft.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import {
  findAwardKind,
  listAwards,
  nameAward,
  nameAwardLevel,
  type OfferedAward,
} from '../../../plan/awards.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Option, Repeated, RepeatItem } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { chosenLinesKey, keyIn, readStoredList } from '../../forms/position.ts';
import { groundsAnswer, groundsLength } from '../grounds-answer.ts';
import {
  addFurther,
  dropProposal,
  findTwin,
  isUnfinished,
  listProposalsOf,
  mostProposals,
  ordinalOfItem,
} from './proposal-items.ts';
import { type AnnualQuestion, type AnnualScene, type AnnualSubject, exemplarIn } from './scene.ts';

/** Which exemplars the unit proposes to commend (Plan 101, IV.3); none is an answer too. */
export const awardsQuestion: AnnualQuestion<string[]> = {
  key: 'awards',
  sharesNumber: true,
  ask: (s) => s.html('annual-awards', { year: s.subject.year }),
  label: (s) => s.t('annual-awards-label'),
  when: (s) => s.house.plan.awards.levels.length > 0 && s.subject.exemplars.length > 0,
  answer: ticksAnswer({
    atLeastOne: false,
    options: (s) =>
      s.subject.exemplars.map(({ id, code, name }) => ({
        value: String(id),
        label: shorten(`${code} ${name}`, 60),
        words: `${code} ${name}`,
      })),
  }),
  show: (value, s) => {
    const named = s.subject.exemplars.filter(({ id }) => value.includes(String(id)));
    return named.map(({ code }) => code).join(', ') || s.t('annual-awards-none');
  },
};

/** Lists the exemplars that are ticked and still there. */
function proposedExemplars({ subject, answers }: AnnualScene): AnnualSubject['exemplars'] {
  const ticked = readStoredList(answers.awards);
  return subject.exemplars.filter(({ id }) => ticked.includes(String(id)));
}

/** The awards that can be proposed today for the exemplar that is asked about. */
async function offered(s: AnnualScene): Promise<OfferedAward[]> {
  const { plan, db } = s.house;
  const exemplar = await exemplarById(db.pool, exemplarIn(s));
  const subject = exemplar?.subject ?? 'collective';
  return listAwards(plan, { subject, day: localDate(s.now, plan.zone) });
}

const award: AnnualQuestion<string> = {
  key: 'award',
  ask: (s) => s.html('annual-award'),
  label: (s) => s.t('annual-award-label'),
  answer: choiceAnswer({
    options: async (s) => [
      ...(await offered(s)).map(({ code, name }) => ({ value: code, label: name[s.locale] })),
      ...dropping(s),
    ],
    refuses: async (value, s) => refuseTwin(s, value, await onlyLevel(s, value)),
  }),
  show: (value, s) => nameAward(s.house.plan, s.locale, value),
  // One level need not be asked.
  saved: async (value, s) => {
    const level = value === null ? undefined : await onlyLevel(s, value);
    return {
      [keyIn(s, 'level')]: level,
      ...(await pointOut(s, value, level)),
    };
  },
};

/** Finds the level of an award that only one level decides on. */
async function onlyLevel(s: AnnualScene, code: string): Promise<string | undefined> {
  const [only, ...more] = (await offered(s)).find((one) => one.code === code)?.levels ?? [];
  return more.length === 0 ? only?.code : undefined;
}

/** One of several proposals for an exemplar can be dropped where its award is asked. */
function dropping(s: AnnualScene): Option[] {
  if (listProposalsOf(s.answers, exemplarIn(s)).length === 1) return [];
  return [{ value: '0', label: s.t('annual-same-drop'), act: drop }];
}

async function drop({ answers, item }: Pick<AnnualScene, 'answers' | 'item'>) {
  return { set: dropProposal(answers, item?.key ?? '') };
}

/** Refuses the same form or title at the same level, twice in one report for one exemplar. */
function refuseTwin(s: AnnualScene, code: string, level: string | undefined): string | undefined {
  if (level === undefined || !findTwin(s.answers, s.item?.key ?? '', { award: code, level }))
    return undefined;
  return s.html('annual-award-twice', {
    ...{
      award: nameAward(s.house.plan, s.locale, code),
      level: nameAwardLevel(s.house.plan, s.locale, level),
    },
    code: s.subject.exemplars.find(({ id }) => id === exemplarIn(s))?.code ?? '',
  });
}

const level: AnnualQuestion<string> = {
  key: 'level',
  ask: (s) => s.html('annual-level', { award: nameAward(s.house.plan, s.locale, awardIn(s)) }),
  label: (s) => s.t('annual-level-label'),
  answer: choiceAnswer({
    options: async (s) => {
      const levels = (await offered(s)).find(({ code }) => code === awardIn(s))?.levels ?? [];
      return levels.map(({ code, name }) => ({ value: code, label: name[s.locale] }));
    },
    refuses: (value, s) => refuseTwin(s, awardIn(s), value),
  }),
  show: (value, s) => nameAwardLevel(s.house.plan, s.locale, value),
  saved: (value, s) => pointOut(s, awardIn(s), value ?? undefined),
};

/** Asks what to do where the same was proposed for the exemplar already in this year. */
const same: AnnualQuestion<string> = {
  key: 'same',
  unnumbered: true,
  ask: async (s) => {
    const found = await findSame(s, awardIn(s), String(s.answers[keyIn(s, 'level')]));
    return s.html('annual-same', {
      award: nameAward(s.house.plan, s.locale, awardIn(s)),
      level: nameAwardLevel(s.house.plan, s.locale, String(s.answers[keyIn(s, 'level')])),
      year: s.subject.year,
      unit: found?.unit.name ?? '–',
      plan: found?.plan.code ?? '–',
      day: found ? formatDate(localDate(found.proposedAt, s.house.plan.zone)) : '–',
    });
  },
  label: (s) => s.t('annual-same-label'),
  answer: choiceAnswer({
    yes: 'keep',
    no: 'drop',
    options: (s) => [
      { value: 'keep', label: s.t('annual-same-keep') },
      {
        value: 'drop',
        label: s.t('annual-same-drop'),
        act: drop,
      },
    ],
  }),
};

const grounds: AnnualQuestion<string> = {
  key: 'grounds',
  ask: (s) => s.html('annual-grounds', groundsLength),
  label: (s) => s.t('annual-grounds-label'),
  answer: groundsAnswer({
    exemplarId: exemplarIn,
    key: (s) => keyIn(s, 'grounds'),
    options: addingAnother,
  }),
};

/** [Đề nghị thêm]: another form, title or level for the same exemplar, asked after this one. */
function addingAnother(s: AnnualScene): Option[] {
  const exemplarId = exemplarIn(s);
  const full = listProposalsOf(s.answers, exemplarId).length >= mostProposals;
  if (full || isUnfinished(s.answers, exemplarId)) return [];
  const key = keyIn(s, 'grounds');
  const left = readStoredList(s.answers[chosenLinesKey]).filter((line) => line !== key);
  return [
    {
      value: 'another',
      label: s.t('annual-award-another'),
      act: async ({ answers, subject }: AnnualScene) => ({
        set: {
          ...addFurther(answers, exemplarId),
          ...(key in answers && { [chosenLinesKey]: left.length > 0 ? left : undefined }),
        },
        say: {
          text: s.html('annual-award-adds', {
            code: subject.exemplars.find(({ id }) => id === exemplarId)?.code ?? '',
          }),
        },
      }),
    },
  ];
}

/** The questions about each proposal: form or title, level, grounds. */
export const awardGroup: Repeated<AnnualSubject> = {
  each: listProposalItems,
  questions: [award, level, same, grounds],
};

/** Lists the proposals of the ticked exemplars; those of one exemplar have its place. */
function listProposalItems(s: AnnualScene): RepeatItem[] {
  const proposed = proposedExemplars(s);
  return proposed.flatMap(({ id, code, name }, i) =>
    listProposalsOf(s.answers, id).map((key) => ({
      key,
      label: [`${code} ${name}`, ...sayOrdinal(s, key)].join(' – '),
      place: { n: i + 1, of: proposed.length },
    })),
  );
}

function sayOrdinal(s: AnnualScene, item: string): string[] {
  const n = ordinalOfItem(item);
  return n > 1 ? [s.t('annual-award-ordinal', { n })] : [];
}

function awardIn(s: AnnualScene): string {
  const value = s.answers[keyIn(s, 'award')];
  return typeof value === 'string' ? value : '';
}

/** The same exemplar proposed twice for the same in a year is pointed out; otherwise not asked. */
async function pointOut(s: AnnualScene, code: string | null, at: string | undefined): Promise<Answers> {
  const key = keyIn(s, 'same');
  if (code === null || at === undefined) return { [key]: undefined };
  return { [key]: (await findSame(s, code, at)) ? undefined : null };
}

function findSame(s: AnnualScene, code: string, at: string) {
  const { planId, unitId, year } = s.subject;
  const of = { exemplarId: exemplarIn(s), year, ...asProposed(s, code), level: at };
  return findSameProposal(s.house.db.prisma, of, { planId, unitId });
}

/** Stores the code as a form or as a title. */
function asProposed({ house }: AnnualScene, code: string) {
  const isTitle = findAwardKind(house.plan, code) === 'title';
  return { form: isTitle ? null : code, title: isTitle ? code : null };
}

/** Lists the proposals of a report whose questions are all answered. */
export function readProposals(s: AnnualScene): WantedProposal[] {
  return proposedExemplars(s).flatMap(({ id }) =>
    listProposalsOf(s.answers, id).map((item) => ({
      exemplarId: id,
      ...asProposed(s, String(s.answers[`award@${item}`])),
      level: String(s.answers[`level@${item}`]),
      grounds: String(s.answers[`grounds@${item}`]),
    })),
  );
}
