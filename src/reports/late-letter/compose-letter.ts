import { formatDate, formatLongDate, formatOfficialDate } from '../../plan/calendar.ts';
import type { LocalDate, Plan } from '../../plan/plan.ts';
import { abbreviateBody } from '../../text/initials.ts';
import { capitalise, decapitalise } from '../../text/letters.ts';
import { toRomanNumeral } from '../../text/roman.ts';
import type { DocumentRow, OfficialDocument } from '../document/document.ts';
import { nameKind } from '../kind-groups.ts';
import { describePlan } from '../make-file.ts';
import type { LateUnit } from './late-duties.ts';

/** As many units stand by name in *Kính gửi*; more are named in the list alone. */
const mostNamed = 6;

/**
 * The days of a letter. `until`: its figures are of the end of that day. `replyBy`: the last day on
 * which units answer.
 */
export interface LetterDays {
  until: LocalDate;
  written: LocalDate;
  replyBy: LocalDate;
}

/**
 * Composes the letter that urges late units (*công văn đôn đốc*), with the list as its appendix.
 */
export function composeLateLetter(
  plan: Plan,
  units: LateUnit[],
  { until, written, replyBy }: LetterDays,
  properties: { author: string; made: Date },
): OfficialDocument {
  const { bodies } = plan;
  const only = units.length === 1 ? units[0] : undefined;
  const sign = abbreviateBody(bodies.issuer);
  const office = bodies.office.vi;
  const phone = bodies.officePhone ? ` (điện thoại ${bodies.officePhone})` : '';
  const number = `Số:         /${sign}`;
  return {
    ...properties,
    title: 'Công văn đôn đốc',
    sections: [
      {
        orientation: 'portrait',
        parts: [
          {
            part: 'head',
            superior: bodies.superior,
            issuer: bodies.issuer,
            number,
            subject: `V/v đôn đốc thực hiện Kế hoạch số ${plan.code}`,
            placeAndDate: formatOfficialDate(plan.place, written),
          },
          {
            part: 'addressees',
            bodies:
              units.length > mostNamed
                ? ['Thủ trưởng các đơn vị có tên trong danh sách kèm theo']
                : sortByKind(plan, units).map(({ name }) => name),
          },
          {
            part: 'text',
            text: `Thực hiện ${describePlan(plan)} về ${decapitalise(plan.title.vi)}, ${office} đã theo dõi, nhắc các đơn vị gửi văn bản và đăng ký điển hình đúng thời hạn. Đến hết ngày ${formatDate(until)}, ${countWords(units)} đã quá hạn (danh sách kèm theo), cụ thể:`,
          },
          { part: 'text', text: listDuties(units).join('\n') },
          {
            part: 'text',
            text: `Để bảo đảm tiến độ thực hiện Kế hoạch, ${office} đề nghị thủ trưởng ${only?.name ?? 'các đơn vị có tên trong danh sách'} chỉ đạo hoàn thành những việc nêu trên và gửi về ${office} chậm nhất ngày ${formatDate(replyBy)}. Đơn vị có khó khăn, vướng mắc đề nghị phản ánh về ${office}${phone} để được hướng dẫn.`,
          },
          {
            part: 'text',
            text: `Sau thời hạn trên, ${office} tổng hợp, báo cáo ${bodies.committee.vi} ${only ? 'nếu đơn vị chưa hoàn thành' : 'những đơn vị chưa hoàn thành'}./.`,
          },
          {
            part: 'closing',
            left: { recipients: ['Như trên', ...bodies.recipients] },
            right: { title: bodies.signerTitle, name: bodies.signerName },
          },
        ],
      },
      {
        orientation: 'portrait',
        parts: [
          {
            part: 'title',
            name: 'Danh sách',
            subject: 'Đơn vị chưa hoàn thành việc đã quá hạn',
            notes: [
              `(Kèm theo Công văn số         /${sign} ${formatLongDate(written)} của ${bodies.issuer})`,
            ],
          },
          {
            part: 'table',
            emptyText: 'Không có đơn vị nào.',
            columns: [
              { heading: 'TT', mark: 'A', share: 7, align: 'center' },
              { heading: 'Đơn vị', mark: 'B', share: 24, align: 'left' },
              { heading: 'Việc chưa hoàn thành', mark: '1', share: 28, align: 'left' },
              { heading: 'Tình hình', mark: '2', share: 20, align: 'left' },
              { heading: 'Hạn nộp', mark: '3', share: 17, align: 'center' },
              { heading: 'Số ngày chậm', mark: '4', share: 10, align: 'center' },
            ],
            rows: listRows(plan, units),
          },
        ],
      },
    ],
  };
}

/** Counts units and duties: `còn 32 đơn vị chưa hoàn thành 45 việc`; a single unit by its name. */
function countWords(units: LateUnit[]): string {
  const duties = units.reduce((sum, unit) => sum + unit.duties.length, 0);
  const [only, ...more] = units;
  if (only && more.length === 0) return `${only.name} chưa hoàn thành ${duties} việc`;
  return `còn ${units.length} đơn vị chưa hoàn thành ${duties} việc`;
}

/** One line for each duty and last day, the longest overdue first. A single unit is not counted. */
function listDuties(units: LateUnit[]): string[] {
  const oldestFirst = units
    .flatMap(({ duties }) => duties)
    .toSorted((a, b) => b.daysLate - a.daysLate || a.name.localeCompare(b.name, 'vi'));
  const lines = Map.groupBy(oldestFirst, ({ name, lastDay }) => `${name} (hạn ${lastDay})`);
  return [...lines].map(([words, same], index) => {
    const count = units.length === 1 ? '' : `: ${same.length} đơn vị`;
    return `- ${words}${count}${index === lines.size - 1 ? '.' : ';'}`;
  });
}

/** The order of the plan's kinds; within a kind that of the roster. */
function sortByKind(plan: Plan, units: LateUnit[]): LateUnit[] {
  const order = plan.unitKinds.map(({ code }) => code);
  return units.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function listRows(plan: Plan, units: LateUnit[]): DocumentRow[] {
  const kinds = [...new Set(sortByKind(plan, units).map(({ kind }) => kind))];
  let number = 0;
  return kinds.flatMap((kind, index): DocumentRow[] => [
    { row: 'group', mark: toRomanNumeral(index + 1), label: capitalise(nameKind(plan, kind)) },
    ...units
      .filter((unit) => unit.kind === kind)
      .flatMap(({ name, duties }) => {
        number++;
        return duties.map(
          (duty, at): DocumentRow => ({
            row: 'line',
            // The unit is named in its first row only.
            withNext: at < duties.length - 1,
            cells: [
              at === 0 ? String(number) : '',
              at === 0 ? name : '',
              duty.name,
              duty.state,
              duty.lastDay,
              String(duty.daysLate),
            ],
          }),
        );
      }),
  ]);
}
