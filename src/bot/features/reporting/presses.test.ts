import { expect, test } from 'vitest';
import { plan101 } from '../../../../tests/documents/sample.ts';
import { keyOfCategory, reportStates } from '../../../reports/filter/report-filter.ts';
import { writeReportFilter } from '../../../reports/filter/write-filter.ts';
import { reports } from '../../../reports/index.ts';
import { writeReportPeriod } from '../../../reports/report-period.ts';
import { chooseFilter } from './presses.ts';

const everything = {
  kinds: plan101.unitKinds.map(({ code }) => code),
  categories: plan101.categories.map(keyOfCategory),
  states: [...reportStates],
  duties: plan101.duties.map(({ code }) => code),
};

test('a filter’s button fits every report, of the 99th plan and of a long period too', () => {
  const period = {
    year: 2021,
    whole: true,
    asOf: '2021-09-15',
    filtered: writeReportFilter(plan101, everything),
  };
  for (const { code } of reports) {
    const data = chooseFilter.data(`${code}@99`, writeReportPeriod(period), 'k');
    expect(Buffer.byteLength(data), code).toBeLessThanOrEqual(64);
  }
});
