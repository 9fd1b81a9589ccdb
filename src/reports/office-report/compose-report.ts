import { formatDate, formatLongDate, formatOfficialDate, localDate } from '../../plan/calendar.ts';
import { listLegalGrounds } from '../../plan/legal-grounds.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { abbreviateBody } from '../../text/initials.ts';
import { decapitalise } from '../../text/letters.ts';
import type { OfficialDocument } from '../document/document.ts';
import { buildText } from '../document/parts.ts';
import { describePlan } from '../make-file.ts';
import { sayReportPeriod } from '../report-period.ts';
import { composeAssessment } from './chapter-assessment.ts';
import { composeLeading } from './chapter-leading.ts';
import { composeResults } from './chapter-results.ts';
import type { OfficeFigures } from './figures.ts';
import { composeAppendix } from './tables.ts';

/**
 * Composes the office's report of a period to the body above it (Plan 101, V.3). Its head, its date
 * and the legal grounds are those of the day on which it is made.
 */
export function composeOfficeReport(
  plan: LoadedPlan,
  figures: OfficeFigures,
  { author, made }: { author: string; made: Date },
): OfficialDocument {
  const { bodies } = plan;
  const { period, day } = figures;
  const said = sayReportPeriod(plan, period);
  const today = localDate(made, plan.zone);
  const until = period.asOf ? `đến hết ngày ${formatDate(period.asOf)}` : `đến ngày ${formatDate(today)}`;
  const subject = `Kết quả xây dựng và nhân rộng điển hình tiên tiến ${said}`;
  const sign = `BC-${abbreviateBody(bodies.issuer)}`;
  return {
    title: `Báo cáo ${decapitalise(subject)}`,
    author,
    made,
    sections: [
      {
        orientation: 'portrait',
        parts: [
          {
            part: 'head',
            superior: bodies.superior,
            issuer: bodies.issuer,
            number: `Số:         /${sign}`,
            placeAndDate: formatOfficialDate(plan.place, today),
          },
          { part: 'title', name: 'Báo cáo', subject },
          { part: 'addressees', bodies: [bodies.committee.vi] },
          {
            part: 'grounds',
            lines: [
              ...listLegalGrounds(plan, today).map((text) => `Căn cứ ${text};`),
              `Căn cứ ${describePlan(plan)} về ${decapitalise(plan.title.vi)};`,
            ],
          },
          buildText(`${bodies.office.vi} báo cáo kết quả thực hiện ${said} (số liệu ${until}) như sau:`),
          ...composeLeading(plan, figures),
          ...composeResults(plan, figures),
          ...composeAssessment(plan, figures),
          buildText(
            `Trên đây là báo cáo kết quả xây dựng và nhân rộng điển hình tiên tiến ${said}, ${bodies.office.vi} kính báo cáo./.`,
          ),
          {
            part: 'closing',
            left: { recipients: ['Như trên', ...bodies.recipients] },
            right: { title: bodies.signerTitle, name: bodies.signerName },
          },
        ],
      },
      {
        orientation: 'landscape',
        parts: [
          {
            part: 'title',
            name: 'Phụ lục',
            subject: `Kết quả đăng ký theo đơn vị đến ngày ${formatDate(day)}`,
            notes: [`(Kèm theo Báo cáo số         /${sign} ${formatLongDate(today)} của ${bodies.issuer})`],
          },
          composeAppendix(plan, figures.lines),
        ],
      },
    ],
  };
}
