import { countAwards } from '../../nominations/rank-nominations.ts';
import type { RankedNomination } from '../../nominations/read-ranking.ts';
import type { ConferenceWeights, LoadedPlan } from '../../plan/plan.ts';
import type { NominationState } from '../../store/generated/enums.ts';
import type { Column } from '../columns.ts';

/** A nomination as a line of the list, numbered within its group. */
export interface NominationLine extends RankedNomination {
  number: number;
}

/** The fates of nominations, as the list says them. */
export const fateWords: Record<NominationState, string> = {
  nominated: 'Chưa quyết định',
  chosen: 'Được chọn',
  not_chosen: 'Không chọn',
  withdrawn: 'Đã rút',
};

/** Adds the points that awards give. */
function sumAwardPoints({ parts }: Pick<RankedNomination, 'parts'>): number {
  return parts.reduce((sum, { part, points }) => (part === 'award' ? sum + points : sum), 0);
}

function column(
  key: string,
  heading: string,
  width: number,
  value: Column<NominationLine>['value'],
  more: Partial<Column<NominationLine>> = {},
): Omit<Column<NominationLine>, 'mark'> {
  return { key, heading, width, kind: 'text', value, total: 'none', ...more };
}

const counted = { kind: 'number', total: 'sum' } as const;

/**
 * Builds the columns of *Danh sách giới thiệu dự Hội nghị*. The points of a line are a live formula
 * over its columns, with the weights of the plan. `widest`: the widest code of a line.
 */
export function buildConferenceColumns(
  plan: LoadedPlan,
  weights: ConferenceWeights,
  widest: string,
): Column<NominationLine>[] {
  const category = (code: string) => plan.categories.find((one) => one.code === code)?.name.vi ?? code;
  const { yearKept, replication, directLabour, difficultArea } = weights;
  const formula = `{kept}*${yearKept}+{spread}*${replication}+{awardPoints}+{labour}*${directLabour}+{area}*${difficultArea}`;
  const numbered = [
    column('code', 'Mã', 17, (row) => row.code, { kind: 'code', total: 'count', widest }),
    column('position', 'Chức vụ / người đại diện', 17, (row) => row.position ?? row.representative ?? ''),
    column('unit', 'Đơn vị', 15, (row) => row.unit),
    column('category', 'Lĩnh vực', 17, (row) => category(row.category)),
    column('kept', 'Số năm duy trì', 7, (row) => row.yearsKept, counted),
    column('spread', 'Số năm nhân rộng', 7, (row) => row.replications, counted),
    column('awards', 'Số lần khen thưởng', 8, countAwards, counted),
    column('awardPoints', 'Điểm khen thưởng', 8, sumAwardPoints, counted),
    column('labour', 'Lao động trực tiếp', 7, (row) => (row.directLabour ? 1 : null), {
      kind: 'mark',
      total: 'sum',
    }),
    column('area', 'Địa bàn khó khăn', 7, (row) => (row.difficultArea ? 1 : null), {
      kind: 'mark',
      total: 'sum',
    }),
    column('points', 'Điểm', 7, (row) => row.points, { ...counted, total: 'none', formula }),
    column('rank', 'Xếp hạng', 7, (row) => row.rank, { kind: 'number' }),
    column('grounds', 'Căn cứ giới thiệu', 42, (row) => row.grounds),
    column('reason', 'Lý do của cơ quan xét chọn', 20, (row) => row.reason ?? ''),
  ];
  return [
    { ...column('number', 'TT', 5, (row) => row.number, { kind: 'number' }), mark: 'A' },
    { ...column('name', 'Họ tên / tên tập thể', 24, (row) => row.name), mark: 'B' },
    ...numbered.map((one, i) => ({ ...one, mark: String(i + 1) })),
  ];
}
