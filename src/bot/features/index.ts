import type { Command } from '../core/context.ts';
import { createPressTable, type PressTable } from '../core/press-table.ts';
import type { Form } from '../forms/form.ts';
import { accountFeature } from './account.ts';
import { activitiesFeature } from './activities/index.ts';
import { annualReportFeature } from './annual-report/index.ts';
import { awardsFeature } from './awards/index.ts';
import { chartingFeature } from './charting/index.ts';
import { conferenceFeature } from './conference/index.ts';
import { criteriaFeature } from './criteria.ts';
import { documentsFeature } from './documents/index.ts';
import { draftsFeature } from './drafts/index.ts';
import { dutiesFeature } from './duties/index.ts';
import { exemplarsFeature } from './exemplars/index.ts';
import { submissionsFeature } from './exemplars/submissions.ts';
import type { Feature } from './feature.ts';
import { filingFeature } from './filing/index.ts';
import { fosteringFeature } from './fostering/index.ts';
import { healthFeature } from './health.ts';
import { helpFeature } from './help.ts';
import { helpRequestsFeature } from './help-requests/index.ts';
import { invitingFeature } from './inviting/index.ts';
import { joiningFeature } from './joining/index.ts';
import { lateLetterFeature } from './late-letter/index.ts';
import { movingDuesFeature } from './moving-dues/index.ts';
import { nudgingFeature } from './nudging/index.ts';
import { ownCriteriaFeature } from './own-criteria/index.ts';
import { peopleFeature } from './people/index.ts';
import { periodSummaryFeature } from './period-summary/index.ts';
import { plansFeature } from './plans/index.ts';
import { progressFeature } from './progress/index.ts';
import { registeringFeature } from './registering/index.ts';
import { reportingFeature } from './reporting/index.ts';
import { reviewingFeature } from './reviewing/index.ts';
import { searchingFeature } from './searching/index.ts';
import { standingReportsFeature } from './standing-reports/index.ts';
import { storiesFeature } from './stories/index.ts';
import { unitsFeature } from './units/index.ts';

/** All features of the bot, in the order of its menu. */
export const features: Feature[] = [
  joiningFeature,
  registeringFeature,
  exemplarsFeature,
  storiesFeature,
  submissionsFeature,
  searchingFeature,
  draftsFeature,
  dutiesFeature,
  documentsFeature,
  criteriaFeature,
  ownCriteriaFeature,
  filingFeature,
  fosteringFeature,
  activitiesFeature,
  helpRequestsFeature,
  annualReportFeature,
  periodSummaryFeature,
  reviewingFeature,
  progressFeature,
  nudgingFeature,
  awardsFeature,
  movingDuesFeature,
  plansFeature,
  conferenceFeature,
  reportingFeature,
  lateLetterFeature,
  standingReportsFeature,
  chartingFeature,
  invitingFeature,
  peopleFeature,
  unitsFeature,
  healthFeature,
  accountFeature,
  helpFeature,
];

/** Lists the commands of all features. */
export function commandsOf(all: Feature[]): Command[] {
  return all.flatMap((feature) => feature.commands ?? []);
}

/** Lists the forms of all features by key. */
export function formsOf(all: Feature[]): Map<string, Form> {
  return new Map(all.flatMap((feature) => feature.forms ?? []).map((form) => [form.key, form]));
}

/** Lists every kind of button with its handler. Throws when two have the same name. */
export function pressesOf(all: Feature[]): PressTable {
  const table = createPressTable();
  for (const feature of all) feature.presses?.(table);
  return table;
}
