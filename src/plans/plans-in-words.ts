import type { LoadedPlan } from '../plan/plan.ts';

/** What the words of a request say about a plan. */
type Nameable = Pick<LoadedPlan, 'code' | 'period' | 'closed'>;

/** Plans that a request names. */
export interface PlansInWords<P> {
  named: P[];
  /** The other words. */
  rest: string;
  /** Whether the plan was named as a period: "giai đoạn trước". */
  asPeriod: boolean;
}

/** The words with which people begin the name of a plan: "theo kế hoạch số". */
const before = '(?:(?:theo|của|cua|trong|under) )?(?:kế hoạch|ke hoach|kh|plan) ?(?:số |so |no\\.? )?';

const period = '(?:giai đoạn|giai doan|giaidoan|khóa|khoa|period)';
const plan = '(?:kế hoạch|ke hoach|kh|plan)';
const linking = '(?:(?:theo|của|cua|trong|thuộc|thuoc|cho|ở|o|in|of|under) )?(?:(?:cả|ca|toàn|toan|the) )?';
const earlier =
  '(?:trước(?: đó)?|truoc(?: do)?|cũ|cu|vừa qua|vua qua|vừa rồi|vua roi|đã qua|da qua|đã đóng|da dong|liền trước|lien truoc)';
const present =
  '(?:này|nay|hiện nay|hien nay|hiện tại|hien tai|hiện hành|hien hanh|mới|moi|đang mở|dang mo|sau|tiếp theo|tiep theo)';
const [earlierFirst, presentFirst] = ['(?:previous|last|old|closed)', '(?:this|current|present|new|next)'];

const words = (alternatives: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${linking}(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu');
/** "Trước 25/8" is a day. */
const isEarlier = words(
  `(?:${period}|${plan}) ${earlier}(?! (?:ngày |ngay )?\\d)|${earlierFirst} (?:period|plan)`,
);
const isPresent = words(`(?:${period}|${plan}) ${present}|${presentFirst} (?:period|plan)`);
const ofYears = words(
  `(?:${period}|${plan}) (?:từ |tu |năm |nam )?(\\d{4}) ?(?:-|–|—|đến|den|tới|toi|to) ?(\\d{4})`,
);
const saysPeriod = new RegExp(period, 'iu');

/**
 * Takes plans out of a request. They are named by code or number ("tổng hợp kế hoạch 101 năm
 * 2021"), by their years ("giai đoạn 2021–2025"), or by the present one ("giai đoạn trước").
 * Several plans may have one number, or the same years.
 */
export function takePlansInWords<P extends Nameable>(typed: string, plans: P[]): PlansInWords<P> {
  const line = typed.normalize('NFC');
  const named = plans.filter(({ code }) => patternOf(code).test(line));
  if (named.length > 0) {
    const rest = named.reduce((text, { code }) => text.replace(patternOf(code), ' '), line).trim();
    return { named, rest, asPeriod: false };
  }
  for (const [pattern, find] of [
    [ofYears, findByYears],
    [isEarlier, findEarlier],
    [isPresent, findPresent],
  ] as const) {
    const found = pattern.exec(line);
    const meant = found ? find(plans, found) : [];
    if (!found || meant.length === 0) continue;
    const [said] = found;
    return { named: meant, rest: line.replace(said, ' ').trim(), asPeriod: saysPeriod.test(said) };
  }
  return { named: [], rest: typed, asPeriod: false };
}

function findByYears<P extends Nameable>(plans: P[], [, from, to]: string[]): P[] {
  return plans.filter(({ period: of }) => of.from === Number(from) && of.to === Number(to));
}

/** The newest open plan, or the newest of all: requests compare others with it. */
function presentOf<P extends Nameable>(plans: P[]): P | undefined {
  return plans.findLast(({ closed }) => !closed) ?? plans.at(-1);
}

function findPresent<P extends Nameable>(plans: P[]): P[] {
  const present = presentOf(plans);
  return present ? [present] : [];
}

/** The plans whose years ended last before the present one's; otherwise the one before it. */
function findEarlier<P extends Nameable>(plans: P[]): P[] {
  const present = presentOf(plans);
  if (!present) return [];
  const over = plans.filter(({ period: of }) => of.to < present.period.from);
  const last = Math.max(...over.map(({ period: of }) => of.to));
  if (over.length > 0) return over.filter(({ period: of }) => of.to === last);
  const others = plans.slice(0, plans.indexOf(present));
  return others.slice(-1);
}

function patternOf(code: string): RegExp {
  const whole = code
    .normalize('NFC')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/(?:(?<!\s)\s+)?([/-])\s*/g, ' ?$1 ?')
    .replaceAll('Đ', '[đd]');
  const number = /^\d+/.exec(code)?.[0];
  const alone = number === undefined ? '' : `|${before}${number}(?! ?[/-])`;
  return new RegExp(`(?<![\\p{L}\\p{N}/-])(?:(?:${before})?${whole}${alone})(?![\\p{L}\\p{N}])`, 'iu');
}
