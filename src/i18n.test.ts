import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../tests/support/chat.ts';
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts';
import { loaded } from '../tests/support/loaded.ts';
import { exampleKeysOfTests } from '../tests/support/registers.ts';
import { createLongWork } from './bot/core/long-work.ts';
import { commandsOf, features, formsOf } from './bot/features/index.ts';
import { endRoleForm, moveUnitForm, removeAccountForm } from './bot/features/people/change-forms.ts';
import { registrationForm } from './bot/features/registering/form.ts';
import type { RegistrationScene } from './bot/features/registering/registration-scene.ts';
import type { Question, Scene } from './bot/forms/form.ts';
import { applicable, buildAsked } from './bot/forms/position.ts';
import { stoppedClock } from './clock.ts';
import { dutyKinds } from './duties/kinds/index.ts';
import { reportTexts } from './evaluations/annual-report.ts';
import { evaluationQuestions } from './evaluations/questions.ts';
import { factLabel } from './exemplars/facts/fact.ts';
import { facts } from './exemplars/facts/facts.ts';
import type { ExemplarNews } from './exemplars/tell-liaisons.ts';
import { type Args, escapeHtml, formatHtml, keysOf, locales, t } from './i18n.ts';
import type { RoleName } from './people/known-person.ts';
import { allRoles } from './people/roles.ts';
import { loadPlan } from './plan/load.ts';
import type { Category } from './plan/plan.ts';
import { weekdaysOnly } from './plan/working-calendar.ts';
import { workChoices } from './plan-endings/ending.ts';
import { openWorkKinds } from './plan-endings/open-work.ts';
import { differenceKinds, differenceParts } from './plans/compare-plans.ts';
import { reportStates } from './reports/filter/report-filter.ts';
import { reports } from './reports/index.ts';
import { openFiles } from './store/files.ts';
import {
  ActivityAction,
  ActivityKind,
  AwardDecisionAction,
  EvaluationResult,
  ExemplarAction,
  ExemplarStatus,
  FilingStatus,
  FosteringAction,
  FosteringKind,
  HelpAction,
  HelpState,
  NominationState,
  PersonAction,
  ProposalState,
  ReportRhythm,
  UnitAction,
} from './store/generated/enums.ts';

// ---- The catalogues, as they are written

type Pattern = FluentResource['body'][number]['value'];

interface Text {
  file: string;
  args: Set<string>;
  /** Those of them that are written as numbers. */
  numbers: Set<string>;
  /** Values that the text distinguishes: `[one]`, `[approved]`. */
  variants: Set<string>;
}

/** Reads every text of a locale with its file and its arguments. */
function catalogue(locale: string): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const path of globSync(`locales/${locale}/*.ftl`)) {
    for (const { id, value } of new FluentResource(readFileSync(path, 'utf8')).body) {
      const text: Text = { file: basename(path), args: new Set(), numbers: new Set(), variants: new Set() };
      collect(value, text);
      texts.set(id, text);
    }
  }
  return texts;
}

function collect(pattern: Pattern, into: Text): void {
  for (const part of Array.isArray(pattern) ? pattern : []) {
    if (typeof part === 'string') continue;
    if (part.type === 'var') into.args.add(part.name);
    if (part.type === 'func') {
      for (const arg of part.args) {
        if (arg.type !== 'var') continue;
        into.args.add(arg.name);
        into.numbers.add(arg.name);
      }
    }
    if (part.type !== 'select') continue;
    if (part.selector.type === 'var') into.args.add(part.selector.name);
    for (const { key, value } of part.variants) {
      into.variants.add(String(key.value));
      collect(value, into);
    }
  }
}

const texts = { vi: catalogue('vi'), en: catalogue('en') };

/**
 * Formats the text with each argument set to typical numbers, to every value it distinguishes, and
 * to a name.
 */
function formattings(locale: 'vi' | 'en', key: string): string[] {
  const text = texts[locale].get(key);
  const samples = [0, 1, 2, 2021, 'Xã <Glar> & Đak Đoa', ...(text?.variants ?? [])];
  return samples.map((sample) => {
    const args: Args = Object.fromEntries(
      [...(text?.args ?? [])].map((name) => [
        name,
        text?.numbers.has(name) && (typeof sample === 'string' || sample > 2000) ? 4000 : sample,
      ]),
    );
    return formatHtml(locale, key, args);
  });
}

// ---- The keys that the program uses

const sources = globSync('src/**/*.ts', { exclude: ['src/store/generated/**'] })
  .filter((path) => !path.endsWith('.test.ts') && !path.includes('/testing/'))
  .map((path) => ({
    path,
    code: readFileSync(path, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '$1'),
  }));

interface KeysAt {
  literals: string[];
  /**
   * Names of the arguments, where they are written out; undefined where they come in a variable.
   */
  args?: string[];
  /** `status-${e.status}` as `status-*`. */
  templates: string[];
}

/**
 * Collects the key argument of calls of `functions`: the first argument, or the one after the
 * locale.
 */
function keysIn(functions: string[], under = 'src/'): KeysAt[] {
  const call = new RegExp(`(?<![\\w$])(?:${functions.join('|')})\\(`, 'g');
  return sources
    .filter(({ path }) => path.startsWith(under))
    .flatMap(({ code }) =>
      [...code.matchAll(call)].map((match) => {
        const given = topLevelArguments(code, match.index + match[0].length);
        const [argument = '', args = '{}'] = /^(\w*[lL]ocale\w*(\(.*\))?|'vi'|'en')$/.test(given[0] ?? '')
          ? given.slice(1)
          : given;
        // Keeps only the key itself, without bracketed parts: `holds(person, 'officer') ? 'a' :
        // 'b'`.
        const bare = withoutBrackets(argument.replace(/\$\{[^}]*\}/g, '*')).replace(/[!=]==\s*'[^']*'/g, '');
        return {
          literals: [...bare.matchAll(/'([\w-]+)'/g)].map(([, key = '']) => key),
          args: argumentNames(args),
          templates: [...bare.matchAll(/`([\w*-]+)`/g)].map(([, key = '']) => key),
        };
      }),
    );
}

function argumentNames(code: string): string[] | undefined {
  if (!code.startsWith('{') || code.includes('...')) return undefined;
  return topLevelArguments(`${code.slice(1, -1)})`, 0)
    .map((one) => one.split(':')[0]?.trim() ?? '')
    .filter(Boolean);
}

function withoutBrackets(code: string): string {
  const less = code.replace(/\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}/g, '');
  return less === code ? code : withoutBrackets(less);
}

/** Splits the arguments of a call whose opening bracket is just before `start`. */
function topLevelArguments(code: string, start: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if (`'"\``.includes(char)) {
      at = code.indexOf(char, at + 1);
      if (at < 0) break;
    } else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char) && depth > 0) depth -= 1;
    else if (char === ')' || (char === ',' && depth === 0)) {
      found.push(code.slice(from, at).trim());
      from = at + 1;
      if (char === ')') break;
    }
  }
  return found;
}

/** Lists the members of a union of strings, from its declaration. */
function unionOf(path: string, name: string): string[] {
  const declared = new RegExp(`type ${name} =([^;]*);`).exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  return [...declared.matchAll(/'([\w-]+)'/g)].map(([, member = '']) => member);
}

const commandNames = commandsOf(features).map(({ name }) => name);
const errorCodes = unionOf('src/errors.ts', 'DomainErrorCode');
const channels: Record<ChatPerson['channel'], true> = { telegram: true, web: true, zalo: true };
const actions: Record<ExemplarNews, true> = { approve: true, return: true, reject: true, reopen: true };

/** Commands that some message offers as a button. */
const offered = sources.flatMap(({ code }) =>
  [...code.matchAll(/(?<![\w$])(?:commandButtons|add)\(/g)].flatMap((match) =>
    topLevelArguments(code, match.index + match[0].length)
      .flatMap((argument) => [...argument.matchAll(/'(\w+)'/g)].map(([, name = '']) => name))
      .filter((name) => commandNames.includes(name)),
  ),
);

/** Keys that are composed at run time, collected from where their parts are declared. */
const stepChanges = ['done', 'move', 'drop', 'reopen'];
const personChanges = [endRoleForm.key, moveUnitForm.key, removeAccountForm.key];
const families: Record<string, string[]> = {
  'role-*': [...allRoles],
  'status-*': Object.values(ExemplarStatus),
  'unit-action-*': Object.values(UnitAction),
  'unit-change-which-*': ['renamed', 'split', 'closed'],
  'reason-example-*': unionOf('src/bot/features/reason-question.ts', 'ReasonFor'),
  'report-state-*': [...reportStates],
  'report-filter-*': ['kinds', 'categories', 'states', 'duties'],
  'standing-rhythm-*': Object.values(ReportRhythm),
  'standing-on-*': Object.values(ReportRhythm),
  'standing-weekday-*': ['1', '2', '3', '4', '5'],
  'channel-*': Object.keys(channels),
  'locale-*': [...locales],
  'command-*': commandNames,
  // /trogiup offers every command but those that need no button.
  'do-*': [
    ...new Set([
      ...commandNames.filter((name) => !['start', 'huy', 'trogiup'].includes(name)),
      ...offered,
      ...Object.values(dutyKinds).flatMap(({ command = [] }) => command),
    ]),
  ],
  'error-*': errorCodes,
  'page-error-*': unionOf('src/http/refusal.ts', 'RefusalCode'),
  'page-play-*': unionOf('src/page/wire.ts', 'PlayName'),
  'page-play-name-*': unionOf('src/page/wire.ts', 'PlayName'),
  'page-play-work-*': unionOf('src/page/wire.ts', 'ActWork'),
  'notice-*': Object.keys(actions).map((action) => `exemplar-${action}`),
  'join-invited-*': [...allRoles],
  'duty-document-*': Object.values(FilingStatus),
  '*-title': personChanges,
  '*-which': personChanges,
  '*-which-label': personChanges,
  'person-change-*': Object.values(PersonAction),
  'due-move-day-*': ['unreadable', 'no-such-day', 'past', 'lunar'],
  'fostering-kind-*': Object.values(FosteringKind),
  'fostering-day-*': unionOf('src/fostering/step.ts', 'StepState'),
  'fostering-by-*': ['unreadable', 'no-such-day', 'past', 'lunar'],
  'fostering-done-day-*': ['unreadable', 'no-such-day', 'future', 'lunar'],
  'fostering-changed-*': Object.values(FosteringAction),
  '*-length': ['fostering-what', 'fostering-who', 'fostering-lead'],
  'fostering-*-title': stepChanges,
  'fostering-*-said': stepChanges,
  'fostering-*-reason': ['step-dropped', 'step-reopened'],
  'story-next-*': unionOf('src/stories/next-step.ts', 'NextStep'),
  'story-left-*': ['mend', 'foster', 'publicise', 'evaluate'],
  'story-review-*': Object.values(ExemplarAction).filter((action) => action !== 'link'),
  'story-step-*': ['done', 'late', 'ahead'],
  'story-sheet-steps-*': ['done', 'late', 'ahead'],
  'story-part-*': ['review', 'step', 'activity', 'evaluation', 'proposal', 'award', 'nomination', 'carry'],
  'proposal-state-*': Object.values(ProposalState),
  'plan-close-*': [...workChoices],
  'open-work-*': [...openWorkKinds],
  'plan-part-*': [...differenceParts],
  'plan-difference-*': [...differenceKinds],
  'activity-kind-*': Object.values(ActivityKind),
  'activity-step-*': Object.values(ActivityAction),
  'activity-day-*': ['bad', 'future', 'lunar'],
  'activity-link-*': ['unreadable', 'several', 'not-web', 'too-long'],
  'activity-*': ['reached', 'broadcasts', 'minutes'],
  'activity-*-label': ['reached', 'broadcasts', 'minutes'],
  'activity-*-shown': ['reached', 'broadcasts', 'minutes'],
  'nomination-*': Object.values(NominationState),
  'summary-text-*': [...reportTexts],
  'conference-step-*': ['choose', 'drop'],
  'conference-only-*': ['chosen', 'nominated', 'not_chosen'],
  'conference-*-done': ['choose', 'drop'],
  'conference-*-title': ['drop', 'explain'],
  'conference-*-reason': ['drop', 'explain'],
  'notice-nomination-*': ['nominate', 'choose', 'drop'],
  'points-*': ['yearKept', 'replication', 'award', 'directLabour', 'difficultArea'],
  'awards-*-reason': ['decline', 'refuse', 'reopen'],
  'awards-*-title': ['decline', 'refuse', 'reopen'],
  'awards-*-done': ['decline', 'refuse', 'reopen'],
  'awards-day-*': ['bad', 'future', 'lunar'],
  'awards-number-*': ['unreadable', 'day', 'odd', 'too-long'],
  'awards-decision-step-*': Object.values(AwardDecisionAction),
  'aid-state-*': Object.values(HelpState),
  'aid-step-*': Object.values(HelpAction),
  'aid-*-note': ['take', 'close', 'drop'],
  'aid-*-title': ['take', 'close', 'drop'],
  'aid-*-done': ['take', 'close', 'drop'],
  'evaluate-*': evaluationQuestions.map(({ field }) => field),
  'evaluate-*-label': evaluationQuestions.map(({ field }) => field),
  'evaluate-*-example': evaluationQuestions.flatMap(({ field, kind }) =>
    kind.given.by === 'line' ? [field] : [],
  ),
  'evaluate-*-*': evaluationQuestions.flatMap(({ field, kind }) =>
    kind.given.by === 'choice' ? kind.given.values.map((value) => `${field}-${value}`) : [],
  ),
  'evaluate-result-*': Object.values(EvaluationResult),
  'annual-text-*': [...reportTexts],
  'annual-text-*-label': [...reportTexts],
  'invite-bad-*': unionOf('src/people/read-invitees.ts', 'BadRow'),
};
const familyKeys = Object.entries(families).flatMap(([family, parts]) =>
  parts.map((part) => family.replace('*-*', '*').replace('*', part)),
);

/**
 * Lists literals that look like keys: `sayKey`, `name: 'report-detail'`, `button('notice-open',
 * …)`.
 */
function literalsLikeKeys(): string[] {
  const prefixes = new Set([...texts.vi.keys()].map((key) => key.split('-')[0]));
  const others = new Set([
    ...errorCodes,
    ...formsOf(features).keys(),
    ...Object.keys(actions).map((action) => `exemplar-${action}`),
  ]);
  return sources.flatMap(({ path, code }) => {
    const inPage = path.startsWith('src/page/');
    if (!inPage && !/^src\/(bot|duties|guide|nudges|reports)\//.test(path)) return [];
    return [...code.matchAll(/'([a-z]+(?:-[A-Za-z]+)+)'/g)]
      .map(([, key = '']) => key)
      .filter((key) =>
        inPage ? key.startsWith('page-') : prefixes.has(key.split('-')[0]) && !others.has(key),
      );
  });
}

/** Asks every question of the registration in every possible way and notes the keys it uses. */
async function keysOfRegistration(house: Scene['house']): Promise<{ t: Set<string>; html: Set<string> }> {
  // Facts that are asked within another question have a label, too.
  const labels = facts.map((fact) => factLabel(fact, 'collective'));
  const used = { t: new Set(labels), html: new Set<string>() };
  for (const category of house.plan.categories) {
    for (const role of ['liaison', 'officer'] as const) {
      const scene = registrationScene(house, role, category, used);
      for (const question of applicable(registrationForm, scene)) await askInEveryWay(question, scene);
    }
  }
  return used;
}

/** Builds a registration in which every question that is possible for this category applies. */
function registrationScene(
  house: Scene['house'],
  role: RoleName,
  category: Category,
  used: { t: Set<string>; html: Set<string> },
): RegistrationScene {
  const unit = { unitId: 1, unitName: 'Xã Glar', unitCode: 'GLAR' };
  const person = { id: 1, name: 'Lan', phone: null, locale: 'vi', memberships: [{ role, ...unit }] };
  const answers = {
    unit: '1',
    subject: category.subject,
    category: category.code,
    leader: 'yes',
    name: 'Đê Kốp',
    summary: 'Không có số',
  };
  return {
    house,
    subject: {},
    answers,
    person,
    locale: 'vi',
    now: house.clock.now(),
    saidAt: house.clock.now(),
    draft: {
      id: 1,
      form: 'register',
      personId: 1,
      chatKey: null,
      state: 'open',
      answers,
      subject: {},
      cursor: 'exception',
      lastUpdate: null,
      rev: 0,
      result: null,
      updatedAt: house.clock.now(),
    },
    turn: {
      inboxId: 1,
      channel: 'web',
      updateKey: 'web:1',
      chatKey: 'web:1',
      update: { update_id: 1 },
      attempt: 1,
      sent: [],
      account: null,
      person,
      conversation: undefined,
    },
    t(key, args) {
      used.t.add(key);
      return t('vi', key, args);
    },
    html(key, args) {
      used.html.add(key);
      return formatHtml('vi', key, args);
    },
  };
}

async function askInEveryWay(question: Question, scene: Scene): Promise<void> {
  const { answer } = question;
  await question.ask(scene);
  question.label(scene);
  const asked = await buildAsked(registrationForm, scene, question);
  answer.named?.('', asked);
  for (const option of asked.options) {
    if (option.act) await option.act(scene);
    for (const value of [option.value, [option.value]]) {
      if (answer.value.safeParse(value).success) await question.show?.(value, scene);
    }
  }
  if (answer.value.safeParse(2).success) await question.show?.(2, scene);
  const wrong = ['', 'Kon Tum', '99/99/2021', '1/1/2999', 'mùng 5 tháng giêng', 'mai họp'];
  for (const text of wrong) await answer.read?.(text, scene);
}

// ---- The tests

describe('both locales', () => {
  it('have the same keys in the same files', () => {
    const inFiles = (locale: 'vi' | 'en') =>
      [...texts[locale]].map(([key, { file }]) => `${file}: ${key}`).sort();
    expect(inFiles('en')).toEqual(inFiles('vi'));
  });

  it('take the same arguments', () => {
    const withArgs = (locale: 'vi' | 'en') =>
      [...texts[locale]].map(([key, { args }]) => `${key}(${[...args].sort().join(', ')})`).sort();
    expect(withArgs('en')).toEqual(withArgs('vi'));
  });
});

describe.each(locales)('texts in %s', (locale) => {
  it('are all read', () => {
    expect(keysOf(locale).sort()).toEqual([...texts[locale].keys()].sort());
  });

  it.each(globSync(`locales/${locale}/*.ftl`))('%s is NFC', (path) => {
    const source = readFileSync(path, 'utf8');
    expect(source.split('\n').filter((line) => line !== line.normalize('NFC'))).toEqual([]);
  });

  it('format with any arguments, and show a year as a year', () => {
    for (const key of texts[locale].keys()) {
      for (const text of formattings(locale, key)) {
        expect(text, key).not.toMatch(/2[.,\s]021/);
        expect(text, key).not.toContain('{');
      }
    }
    expect(t(locale, 'report-year-not-begun', { year: 2021 })).toContain('2021');
  });

  it('do not shout', () => {
    const shouting = [...texts[locale].keys()].filter((key) => formattings(locale, key).join().includes('!'));
    expect(shouting).toEqual([]);
  });

  it("hold no markup but Telegram's, balanced", () => {
    const problems = [...texts[locale].keys()].flatMap((key) =>
      formattings(locale, key).flatMap((text) => markupProblems(text).map((problem) => `${key}: ${problem}`)),
    );
    expect(problems).toEqual([]);
  });
});

/** Lists what Telegram's HTML parse mode would refuse (Bot API, "HTML style"). */
function markupProblems(text: string): string[] {
  const known = ['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'strike', 'del', 'code', 'pre', 'blockquote'];
  const open: string[] = [];
  const problems: string[] = [];
  for (const [tag, slash, name = ''] of text.matchAll(/<(\/?)([^<>]*)>?/g)) {
    if (!tag.endsWith('>') || !known.includes(name)) problems.push(`${tag} is no tag`);
    else if (!slash) open.push(name);
    else if (open.pop() !== name) problems.push(`${tag} closes nothing`);
  }
  if (/&(?!(?:lt|gt|amp|quot);)/.test(text)) problems.push('a bare &');
  return [...problems, ...open.map((name) => `<${name}> is not closed`)];
}

it.each([
  ['<b>a</b> <i>b <u>c</u></i> &amp;', 0],
  ['<b>a', 1],
  ['a</b>', 1],
  ['<b><i>a</b></i>', 2],
  ['<h1>a</h1>', 2],
  ['a < b', 1],
  ['a & b', 1],
])('%s has %i problems of markup', (text, count) => {
  expect(markupProblems(text)).toHaveLength(count);
});

/** Names of bodies of the plan that every text of the bot may use (`src/bot/core/words.ts`). */
const alwaysGiven = ['office', 'contact', 'committee'];

describe('the keys that the program uses', () => {
  let database: TestDatabase;
  let folder: string;
  let registration: { t: Set<string>; html: Set<string> };

  beforeAll(async () => {
    database = await freshDatabase({ poolSize: 1 });
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
    const plan = loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml'));
    registration = await keysOfRegistration({
      db: database,
      plan,
      plans: {
        leading: () => plan,
        open: () => [plan],
        all: () => [plan],
        find: () => plan,
        refresh: async () => {},
      },
      calendar: weekdaysOnly,
      clock: stoppedClock(new Date('2021-08-30T08:00:00+07:00')),
      files: openFiles({ dataDir: folder }),
      log: pino({ level: 'silent' }),
      mode: 'rehearsal',
      clockMoved: false,
      nightlyBackup: false,
      channels: [],
      tempDir: folder,
      longWork: createLongWork(),
      largestDocument: 50_000_000,
      deliverSoon: async () => {},
    });
  });

  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const calls = keysIn(['t', 'html', 'formatHtml', 'say', 'bad', 'text', 'tellMistake']);

  it('are found where they are used', () => {
    // One known use of each kind: a scan that finds nothing must not pass.
    const literals = calls.flatMap((call) => call.literals);
    for (const key of [
      'invite-not-withdrawn',
      'duty-missing-today',
      'welcome-head',
      'page-send',
      'form-text-added',
    ])
      expect(literals).toContain(key);
    expect(literalsLikeKeys()).toEqual(
      expect.arrayContaining(['form-step-over', 'report-detail', 'notice-open']),
    );
    expect([...registration.html]).toEqual(
      expect.arrayContaining(['register-leads', 'register-endorsedOn-future']),
    );
    for (const [family, parts] of Object.entries(families)) expect(parts, family).not.toEqual([]);
  });

  it('exist, all of them', () => {
    const used = [...calls.flatMap((call) => call.literals), ...literalsLikeKeys(), ...familyKeys];
    const missing = [...new Set(used)].filter((key) => !texts.vi.has(key));
    expect(missing).toEqual([]);
  });

  it('are given the arguments that their texts take', () => {
    const given = keysIn(['t', 'html', 'formatHtml', 'tellMistake']).flatMap(({ literals, args }) =>
      literals.map((key) => ({ key, args })),
    );
    expect(given).toContainEqual({ key: 'unit-several', args: ['names', 'example'] });
    const lacking = given.flatMap(({ key, args }) =>
      [...(texts.vi.get(key)?.args ?? [])]
        .filter((name) => args?.includes(name) === false && !alwaysGiven.includes(name))
        .map((name) => `${key}: ${name}`),
    );
    expect(lacking).toEqual([]);
  });

  it('are all the keys there are', () => {
    const used = new Set([
      ...calls.flatMap((call) => call.literals),
      ...literalsLikeKeys(),
      ...familyKeys,
      ...registration.t,
      ...registration.html,
      ...exampleKeysOfTests,
    ]);
    expect([...texts.vi.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  it('are composed only in the ways listed here', () => {
    const built = new Set(calls.flatMap((call) => call.templates));
    // Those are found by asking its questions.
    const ofRegistration = /^register-/;
    expect([...built].filter((one) => !ofRegistration.test(one)).sort()).toEqual(
      Object.keys(families).sort(),
    );
  });

  it('hold no markup where they are plain: labels, names, menu lines', () => {
    const plain = new Set([
      ...keysIn(['t'], 'src/bot/').flatMap((call) => call.literals),
      ...registration.t,
      ...familyKeys.filter((key) => /^(role|status|channel|locale|command|do)-/.test(key)),
      ...reports.map((report) => report.name),
      ...['notice-mend-now', 'notice-open', 'register-next'],
      ...[...texts.vi.keys()].filter((key) => /^(nudge-button|page|report-figure)-/.test(key)),
    ]);
    expect(plain.size).toBeGreaterThan(150);
    for (const locale of locales) {
      const marked = [...plain].filter((key) => {
        const name = escapeHtml('Xã <Glar> & Đak Đoa');
        return formattings(locale, key).some((text) => text.replaceAll(name, '').includes('<'));
      });
      expect(marked, locale).toEqual([]);
    }
  });

  it('include no refusal that never happens', () => {
    const thrown = sources.flatMap(({ code }) =>
      [...code.matchAll(/new DomainError\(\s*'([\w-]+)'/g)].map(([, refusal = '']) => refusal),
    );
    expect([...new Set(thrown)].sort()).toEqual([...errorCodes].sort());
  });
});
