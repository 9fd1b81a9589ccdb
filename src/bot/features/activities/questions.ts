import { z } from 'zod';
import { countActivities } from '../../../activities/activity.ts';
import { countNeverPublicised, listChosen } from '../../../activities/exemplars-to-choose.ts';
import { mostFiles } from '../../../attachments/owner-files.ts';
import { parseDate } from '../../../drafts/parse/parse-date.ts';
import { longestLink, parseLink } from '../../../drafts/parse/parse-link.ts';
import { parseWholeNumber } from '../../../drafts/parse/parse-whole-number.ts';
import { isTalkOnly } from '../../../drafts/parse/talk-only.ts';
import { holds, listUnitsAs } from '../../../people/roles.ts';
import { addDays, formatDate, isDate, localDate } from '../../../plan/calendar.ts';
import { ActivityKind } from '../../../store/generated/enums.ts';
import { fitsLength, lengthOf, normalise } from '../../../text/normalise.ts';
import { withoutPoliteEnds } from '../../../text/polite-ends.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit, listUnits } from '../../../units/units.ts';
import { readUnit } from '../../core/read-unit.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { lineAnswer, textAnswer } from '../../forms/kinds/text.ts';
import { readStoredList } from '../../forms/position.ts';
import {
  type ActivityQuestion,
  type ActivityScene,
  chosenKind,
  theOffice,
  unitsToChooseFrom,
} from './activity-scene.ts';
import { isBroadcastMedium, mediaOptions, mediumOf, sayMedium } from './media.ts';
import { pickExemplarsAnswer } from './pick-exemplars.ts';
import { activityPresses } from './presses.ts';

/** Liaisons of several units choose one of theirs. */
const unit: ActivityQuestion<string> = {
  key: 'unit',
  when: (s) =>
    s.subject.as === 'liaison' &&
    s.subject.activityId === undefined &&
    listUnitsAs(s.person, 'liaison').length > 1,
  ask: (s) => s.html('activity-unit'),
  label: (s) => s.t('register-unit-label'),
  answer: choiceAnswer({
    options: (s) =>
      listUnitsAs(s.person, 'liaison').map(({ id, name }) => ({ value: String(id), label: name })),
  }),
  show: async (value, s) => (await findUnit(s.house.db.prisma, Number(value)))?.name,
  saved: () => ({ exemplars: undefined }),
};

/** Publicists log publicity alone. */
const kind: ActivityQuestion<string> = {
  key: 'kind',
  when: (s) => s.subject.as !== 'publicist',
  ask: (s) => s.html('activity-kind'),
  label: (s) => s.t('activity-kind-label'),
  answer: withListBehind(
    choiceAnswer({
      options: (s) =>
        Object.values(ActivityKind).map((value) => ({ value, label: s.t(`activity-kind-${value}`) })),
    }),
  ),
  show: (value, s) => s.t(`activity-kind-${value}`),
};

/** Adds the way to what was logged before, where anything was. */
function withListBehind(answer: ActivityQuestion<string>['answer']): ActivityQuestion<string>['answer'] {
  return {
    ...answer,
    async buttons(asked, page) {
      return { ...(await answer.buttons(asked, page)), behind: await listButton(asked.scene) };
    },
  };
}

async function listButton(s: ActivityScene) {
  if (s.subject.activityId !== undefined) return [];
  const units = unitsToChooseFrom(s);
  const own = s.subject.as === 'liaison' ? listUnitsAs(s.person, 'liaison').map(({ id }) => id) : units;
  const n = await countActivities(s.house.db.prisma, {
    ...(s.subject.as === 'publicist' ? { loggedAs: 'publicist' } : own && { unitIds: own }),
  });
  return n === 0
    ? []
    : [{ text: s.t('activities-logged', { n }), callback_data: activityPresses.list.data(null, 0) }];
}

const exemplars: ActivityQuestion<string[]> = {
  key: 'exemplars',
  ask: async (s) => {
    if (s.subject.as !== 'publicist') return s.html('activity-exemplars');
    const of = { planId: s.subject.planId, unitIds: unitsToChooseFrom(s) };
    return s.html('publicity-exemplars', { n: await countNeverPublicised(s.house.db.prisma, of) });
  },
  label: (s) => s.t('activity-exemplars-label'),
  answer: pickExemplarsAnswer({
    of: (s: ActivityScene) => ({ planId: s.subject.planId, unitIds: unitsToChooseFrom(s) }),
    behind: (s: ActivityScene) => (s.subject.as === 'publicist' ? listButton(s) : []),
  }),
  show: async (value, s) => {
    const chosen = await listChosen(s.house.db.prisma, readStoredList(value).map(Number));
    return chosen.map(({ code, name }) => `${code} ${shorten(name, 60)}`).join('; ');
  },
};

const day: ActivityQuestion<string> = {
  key: 'day',
  wantsNumber: true,
  ask: (s) => s.html('activity-day', { example: formatDate(today(s)) }),
  label: (s) => s.t('activity-day-label'),
  answer: lineAnswer({
    value: z.iso.date(),
    options: (s) => [
      { value: today(s), label: s.t('activity-today') },
      { value: addDays(today(s), -1), label: s.t('activity-yesterday') },
    ],
    read: (text, s) => {
      const read = parseDate(text, today(s));
      const said = read.ok || !['future', 'lunar'].includes(read.problem) ? 'bad' : read.problem;
      return read.ok
        ? read
        : { ok: false, say: s.html(`activity-day-${said}`, { example: formatDate(today(s)) }) };
    },
  }),
  show: (value) => (isDate(value) ? formatDate(value) : value),
};

/** The day on which the message was sent: no activity is in the future. */
function today(s: Pick<ActivityScene, 'saidAt' | 'house'>) {
  return localDate(s.saidAt, s.house.plan.zone);
}

const placeLength = { min: 2, max: 200 };

const place: ActivityQuestion<string> = {
  key: 'place',
  ask: (s) => s.html(chosenKind(s) === 'publicity' ? 'activity-medium' : 'activity-place'),
  label: (s) => s.t(chosenKind(s) === 'publicity' ? 'activity-medium-label' : 'activity-place-label'),
  answer: textAnswer({
    options: (s) => (chosenKind(s) === 'publicity' ? mediaOptions(s) : []),
    read: (text, s) => {
      const value = withoutPoliteEnds(text);
      if (isTalkOnly(text)) return { ok: false, say: s.html('form-talk', { typed: shorten(value, 60) }) };
      if (fitsLength(value, placeLength)) return { ok: true, value };
      const example = s.t(chosenKind(s) === 'publicity' ? 'activity-medium-press' : 'activity-place-example');
      return { ok: false, say: s.html('form-line-length', { ...placeLength, example }) };
    },
  }),
  show: (value, s) => sayMedium(s, mediumOf(value)),
};

/** Creates a question for a number of something. */
function countQuestion(
  key: 'reached' | 'broadcasts' | 'minutes',
  max: number,
  more: Partial<ActivityQuestion<number>>,
): ActivityQuestion<number> {
  return {
    key,
    wantsNumber: true,
    ask: (s) => s.html(`activity-${key}`),
    label: (s) => s.t(`activity-${key}-label`),
    answer: lineAnswer({
      value: z.int(),
      read: (text, s) => {
        const read = parseWholeNumber(text, { min: 1, max });
        return read.ok ? read : { ok: false, say: s.html('activity-number-bad', { max }) };
      },
    }),
    show: (value, s) => s.t(`activity-${key}-shown`, { n: value }),
    ...more,
  };
}

/** Tells whether broadcasts and minutes are asked (Plan 101, V.2). */
export const isBroadcastOf = (s: ActivityScene) =>
  chosenKind(s) === 'publicity' && isBroadcastMedium(s.answers.place);

const reached = countQuestion('reached', 100_000_000, { optional: true });
const broadcasts = countQuestion('broadcasts', 100_000, { when: isBroadcastOf });
const minutes = countQuestion('minutes', 1_000_000, { when: isBroadcastOf, optional: true });

const link: ActivityQuestion<string> = {
  key: 'link',
  optional: true,
  ask: (s) => s.html('activity-link'),
  label: (s) => s.t('activity-link-label'),
  answer: textAnswer({
    read: (text, s) => {
      const read = parseLink(text);
      return read.ok
        ? read
        : { ok: false, say: s.html(`activity-link-${read.problem}`, { max: longestLink }) };
    },
  }),
};

const files: ActivityQuestion<number> = {
  key: 'files',
  optional: true,
  ask: (s) => s.html('activity-files', { max: mostFiles }),
  label: (s) => s.t('activity-files-label'),
  answer: filesAnswer({ min: 0, max: mostFiles }),
  show: (value, s) => s.t('activity-files-shown', { n: Number(value) || 0 }),
};

/** Asked of officers when they change the line: it begins as the office. */
const holder: ActivityQuestion<string> = {
  key: 'holder',
  sharesNumber: true,
  when: (s) => s.subject.as === 'officer' && holds(s.person, 'officer'),
  ask: (s) => s.html('activity-holder'),
  label: (s) => s.t('activity-holder-label'),
  answer: textAnswer({
    options: async (s) => [
      { value: theOffice, label: s.house.plan.bodies.office[s.locale] },
      ...(await unitsOfChosen(s)).map(({ id, name }) => ({ value: String(id), label: name })),
    ],
    read: async (text, s) => {
      const read = readUnit(s, await listUnits(s.house.db.prisma, s.house.officeIds), text);
      return read.ok ? { ok: true, value: String(read.unit.id) } : read;
    },
  }),
  show: async (value, s) =>
    value === theOffice
      ? s.house.plan.bodies.office[s.locale]
      : (await findUnit(s.house.db.prisma, Number(value)))?.name,
};

async function unitsOfChosen(s: ActivityScene): Promise<{ id: number; name: string }[]> {
  const ids = readStoredList(s.answers.exemplars).map(Number);
  return s.house.db.prisma.unit.findMany({
    where: { exemplars: { some: { id: { in: ids } } }, active: true },
    orderBy: { position: 'asc' },
    take: 8,
    select: { id: true, name: true },
  });
}

const noteLength = { min: 2, max: 2000 };

/** Asked when the person changes the line: it begins as left out. */
const note: ActivityQuestion<string> = {
  key: 'note',
  optional: true,
  sharesNumber: true,
  ask: (s) => s.html('activity-note'),
  label: (s) => s.t('activity-note-label'),
  answer: textAnswer({
    read: (text, s) => {
      const value = normalise(text);
      return fitsLength(value, noteLength)
        ? { ok: true, value }
        : { ok: false, say: s.html('form-text-too-long', { max: noteLength.max, have: lengthOf(value) }) };
    },
  }),
};

/** The questions about an activity, in the order of asking. */
export const activityQuestions = {
  ...{ unit, kind, exemplars, day, place, reached, broadcasts, minutes, link, files, holder, note },
};
