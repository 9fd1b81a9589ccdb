import type { DutyTime } from '../../duties/owed.ts';
import { nameDuty } from '../../duties/say.ts';
import { sayCountOf } from '../../duties/say-quota.ts';
import type { DutyStanding } from '../../duties/standing.ts';
import { daysBetween, formatTableDate, localDate } from '../../plan/calendar.ts';
import type { Occurrence } from '../../plan/occurrence.ts';
import type { Plan } from '../../plan/plan.ts';

/** A duty that a letter is about; without an occurrence it is about all of them. */
export interface LetterDuty {
  duty: string;
  occurrence?: Occurrence | undefined;
}

/** Tells whether a letter about these duties is about this one; none: it is about all. */
export function isAbout(duties: LetterDuty[] | undefined, { duty, occurrence }: DutyTime): boolean {
  if (!duties || duties.length === 0) return true;
  return duties.some((one) => one.duty === duty && (one.occurrence ?? occurrence) === occurrence);
}

/** A unit as the letter names it. */
export interface LateUnit {
  id: number;
  name: string;
  kind: string;
  duties: LateDuty[];
}

/** A duty that a unit has not done and whose last day has passed. */
export interface LateDuty {
  name: string;
  /** `dd/mm/yyyy`. */
  lastDay: string;
  daysLate: number;
  /** How much is missing, in the words of the paper. */
  state: string;
}

/** Lists the units with overdue duties at `now`, in the order of the standings. */
export function listLateUnits(
  plan: Plan,
  units: { id: number; name: string; kind: string }[],
  standings: DutyStanding[],
  now: Date,
): LateUnit[] {
  const today = localDate(now, plan.zone);
  const late = Map.groupBy(
    standings.filter(({ status, due }) => status === 'overdue' && due),
    ({ unitId }) => unitId,
  );
  return units.flatMap(({ id, name, kind }) => {
    const duties = (late.get(id) ?? []).flatMap((standing): LateDuty[] => {
      const { due } = standing;
      if (!due) return [];
      return [
        {
          name: nameDuty(plan, 'vi', standing),
          lastDay: formatTableDate(due.lastDay),
          daysLate: daysBetween(due.lastDay, today),
          state: describeState(standing),
        },
      ];
    });
    return duties.length > 0 ? [{ id, name, kind, duties }] : [];
  });
}

function describeState({ counted, missing, quota, document }: DutyStanding): string {
  if (quota && counted !== undefined) {
    return counted === 0 ? 'Chưa đăng ký' : `Còn thiếu ${missing ?? 0} (${sayCountOf('vi', counted, quota)})`;
  }
  return document?.status === 'returned' ? 'Đã trả lại, chưa gửi lại' : 'Chưa nộp';
}
