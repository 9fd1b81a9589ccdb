import { fileURLToPath } from 'node:url';
import { dutyKinds } from '../../duties/kinds/index.ts';
import { sayQuota } from '../../duties/say-quota.ts';
import { appliesTo, factLabel } from '../../exemplars/facts/fact.ts';
import { facts } from '../../exemplars/facts/facts.ts';
import { t } from '../../i18n.ts';
import { formatDate, formatInstant, localDate } from '../../plan/calendar.ts';
import { checkFile } from '../../plan/check-file.ts';
import { type Due, duesOf } from '../../plan/due.ts';
import { listNamedStages } from '../../plan/ladder.ts';
import { listLegalGrounds } from '../../plan/legal-grounds.ts';
import { loadWorkingCalendar } from '../../plan/load-calendar.ts';
import type { Duty, Plan, SubjectCode } from '../../plan/plan.ts';
import { describeUnitDocument } from '../../plan/unit-document.ts';
import { type WorkingCalendar, workingDayUpTo } from '../../plan/working-calendar.ts';
import { Subject } from '../../store/generated/enums.ts';

/**
 * Describes a plan as liaisons will meet it, in Vietnamese, as they read it. These are questions,
 * buttons, quotas, dues with the mornings on which people are told, and their units' documents.
 */
export function describeForLiaison(plan: Plan, calendar: WorkingCalendar): string[] {
  return [
    '',
    'As a liaison meets it:',
    'questions of a registration (in brackets: may be skipped):',
    ...Object.values(Subject).map((subject) => `  ${listQuestions(plan, subject)}`),
    'buttons:',
    `  ${buttons(Object.values(Subject).map((subject) => plan.subjects[subject].name.vi))}`,
    ...Object.values(Subject).map((subject) => `  ${buttons(categoriesOf(plan, subject))}`),
    ...(plan.movements.length > 0 ? [`  ${buttons(plan.movements.map(({ name }) => name.vi))}`] : []),
    `  ${buttons([
      t('vi', 'register-send', { office: plan.bodies.office.vi }),
      ...plan.duties.flatMap(({ short }) =>
        short ? [t('vi', 'nudge-button-file', { duty: short.vi })] : [],
      ),
    ])}`,
    'quotas:',
    ...plan.unitKinds.map(
      ({ name, quota, words }) => `  ${name.vi}: ${sayQuota('vi', quota)} (the plan: “${words}”)`,
    ),
    `people are told on working days at ${plan.ladder.at}, heads too from day ${plan.ladder.headsFrom}:`,
    ...plan.duties.flatMap((duty) => listMornings(plan, calendar, duty)),
    'head and foot of documents:',
    ...plan.unitKinds.map(({ code, name }) => {
      const head = describeUnitDocument(plan, { name: '{unit}', short: '{short}', kind: code });
      const above = head.superior ? `${head.superior} / ` : '';
      return `  ${name.vi}: ${above}${head.issuer}, Số: …/BC-${head.sign}, ${head.signer.join(' / ')}`;
    }),
    `legal grounds on ${formatDate(plan.issuedOn)}:`,
    ...listLegalGrounds(plan, plan.issuedOn).map((text) => `  ${text}`),
  ];
}

function listQuestions(plan: Plan, subject: SubjectCode): string {
  const asked = facts.filter(
    (fact) =>
      appliesTo(fact, subject) &&
      fact.askedWith === undefined &&
      !['unit', 'exception'].includes(fact.key) &&
      (fact.inPlan?.(plan) ?? true),
  );
  const labels = asked.map((fact) => {
    const label = t('vi', factLabel(fact, subject));
    return fact.optional ? `(${label})` : label;
  });
  return `${plan.subjects[subject].name.vi}: ${labels.join(', ')}`;
}

function categoriesOf(plan: Plan, of: SubjectCode): string[] {
  return plan.categories.filter(({ subject }) => subject === of).map(({ name }) => name.vi);
}

function buttons(labels: string[]): string {
  return labels.map((label) => `[${label}]`).join(' ');
}

function listMornings(plan: Plan, calendar: WorkingCalendar, duty: Duty): string[] {
  const dues = duesOf(plan).filter((due) => due.duty === duty.code);
  if (dues.length === 0) return [`  ${duty.name.vi}: ${t('vi', 'due-unset')}`];
  return dues.map((due) => {
    const mornings = listNamedStages(plan, calendar, due).map(({ moment }) =>
      formatDate(localDate(moment, plan.zone)),
    );
    const until = `  ${duty.name.vi}: on time until ${formatInstant(due.lastMoment, plan.zone)}${sayDayOff(calendar, due)}`;
    if (dutyKinds[duty.fulfilledBy].optional)
      return `${until}; no reminders: only units with something to hand in owe it`;
    return `${until}; told on ${mornings.join(', ')}, then every ${plan.ladder.everyDaysAfter} days`;
  });
}

function sayDayOff(calendar: WorkingCalendar, { lastDay }: Due): string {
  if (calendar.isWorkingDay(lastDay)) return '';
  return `, a day off: the last working day is ${formatDate(workingDayUpTo(calendar, lastDay))}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const calendar = loadWorkingCalendar();
  process.exitCode = checkFile(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (plan) => describeForLiaison(plan, calendar),
  );
}
