/**
 * Measures large reports: speed compared with bare writers, memory, and how long replies take while
 * the largest report is made: node tests/bench/reports.ts [exemplars]
 */
import { measureRepliesBeside } from './replies-beside-report.ts';
import { measureReports } from './report-speed.ts';

const exemplars = Number(process.argv[2] ?? 500_000);
for (const measure of [() => measureReports(exemplars, 5000), () => measureRepliesBeside(exemplars)]) {
  for (const [what, value] of await measure()) console.log(`${what.padEnd(62)} ${value}`);
}
process.exit(0);
