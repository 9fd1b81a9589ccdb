import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Tests of `npm run test:faults` only. Some start the app or its database server as processes of
 * their own, some fifty times, others wait for faults to pass, and long scripts of what rarely
 * breaks. `npm test` starts one such process (`tests/faults/smoke.test.ts`).
 */
export const onlyAtLength = [
  'tests/dialogues/ending-plan.test.ts',
  'tests/faults/kill.test.ts',
  'tests/faults/start-stop.test.ts',
  'tests/faults/backup-commands.test.ts',
  'tests/faults/storm.test.ts',
  'tests/faults/lost-commit.test.ts',
  'tests/faults/long-report.test.ts',
  'tests/faults/inbox.test.ts',
  'tests/faults/property.test.ts',
  'tests/faults/repeats.test.ts',
  'tests/faults/telegram.test.ts',
  'tests/dialogues/awards.test.ts',
  'tests/dialogues/conference.test.ts',
  'tests/dialogues/period-summary.test.ts',
  'tests/dialogues/two-offices.test.ts',
  'tests/dialogues/five-years.test.ts',
  'tests/faults/rehearsal-kills.test.ts',
  'tests/faults/office-life.test.ts',
  'tests/dialogues/changed-since-shown.test.ts',
  'tests/dialogues/erasing.test.ts',
  'tests/dialogues/fewer-steps.test.ts',
  'tests/dialogues/forged-arguments.test.ts',
  'tests/dialogues/large-reports.test.ts',
  'tests/dialogues/forged-presses.test.ts',
  'tests/dialogues/late-letter.test.ts',
  'tests/dialogues/usual-answers.test.ts',
  'tests/dialogues/zalo-deliveries.test.ts',
  'tests/faults/wrong-settings.test.ts',
  'tests/dialogues/two-plans-five-years.test.ts',
  'tests/dialogues/zalo-mishaps.test.ts',
  'tests/dialogues/rights-of-presses.test.ts',
  'src/channels/telegram/fetch.test.ts',
  'src/channels/web/production.test.ts',
  'src/store/backup/backup.test.ts',
  'src/store/embedded.test.ts',
  'src/reports/as-of-day.test.ts',
  'src/reports/last-year.test.ts',
  'src/reports/office-report/office-report.test.ts',
  'src/reports/recurring-registration.test.ts',
  'src/store/embedded/left-overs.test.ts',
];

/**
 * Tests of `npm test` that try more here: on the web chat too, or more odd input
 * (`tests/support/which-run.ts`).
 */
const moreAtLength = [
  'tests/dialogues/searching.test.ts',
  'tests/dialogues/activities.test.ts',
  'tests/dialogues/annual-report.test.ts',
  'tests/dialogues/charting.test.ts',
  'tests/dialogues/copying.test.ts',
  'tests/dialogues/criteria-asked.test.ts',
  'tests/dialogues/documents.test.ts',
  'tests/dialogues/drafts.test.ts',
  'tests/dialogues/fostering.test.ts',
  'tests/dialogues/in-their-words.test.ts',
  'tests/dialogues/inviting.test.ts',
  'tests/dialogues/joining.test.ts',
  'tests/dialogues/leaders.test.ts',
  'tests/dialogues/long-reports.test.ts',
  'tests/dialogues/long-lists.test.ts',
  'tests/dialogues/mending-texts.test.ts',
  'tests/dialogues/mending-together.test.ts',
  'tests/dialogues/movements.test.ts',
  'tests/dialogues/names.test.ts',
  'tests/dialogues/odd-files.test.ts',
  'tests/dialogues/odd-texts.test.ts',
  'tests/dialogues/officers-told.test.ts',
  'tests/dialogues/people.test.ts',
  'tests/dialogues/phone-list.test.ts',
  'tests/dialogues/plans.test.ts',
  'tests/dialogues/politely.test.ts',
  'tests/dialogues/progress.test.ts',
  'tests/dialogues/province-plan.test.ts',
  'tests/dialogues/registering.test.ts',
  'tests/dialogues/report-filters.test.ts',
  'tests/dialogues/reporting.test.ts',
  'tests/dialogues/returned-lines.test.ts',
  'tests/dialogues/review-screen.test.ts',
  'tests/dialogues/reviewing.test.ts',
  'tests/dialogues/rights.test.ts',
  'tests/dialogues/small-plan.test.ts',
  'tests/dialogues/standing-reports.test.ts',
  'tests/dialogues/stories.test.ts',
  'tests/dialogues/units.test.ts',
  'tests/model/model.test.ts',
];

export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: [...onlyAtLength, ...moreAtLength],
    globalSetup: ['tests/support/global-setup.ts'],
    provide: { atLength: true },
    isolate: false,
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine takes longer; a condition that becomes true is not slower for it.
    expect: { poll: { timeout: 45_000 } },
  },
});
