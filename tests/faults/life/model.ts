/**
 * The office as the plan describes it (Plan 101, III–V), in plain rules over plain lists. It knows
 * no SQL and no function of `src`. Days are `YYYY-MM-DD`, in the office's time zone.
 */
export interface LifeModel {
  units: LifeUnit[];
  exemplars: LifeExemplar[];
  filings: LifeFiling[];
  evaluations: LifeEvaluation[];
  activities: LifeActivity[];
  proposals: LifeProposal[];
  nominations: LifeNomination[];
  liaisons: LifeLiaison[];
  /** Last days that the officer set; without a unit, for every unit. The last one holds. */
  dues: { duty: string; time: string; unit?: string; lastDay: Day }[];
}

/** `YYYY-MM-DD`. */
export type Day = string;

export interface LifeUnit {
  code: string;
  name: string;
  kind: string;
  /** The first and the last day; undefined: before the plan, and still there. */
  since?: Day;
  until?: Day;
  /** The unit that took it over after its last day. */
  into?: string;
}

export interface LifeExemplar {
  code: string;
  name: string;
  /** The unit that registered it. */
  unit: string;
  subject: 'collective' | 'individual';
  category: string;
  status: 'submitted' | 'approved' | 'returned';
  submittedOn: Day;
  approvedOn?: Day;
  by: string;
}

/** The first version of a document, or of a year's report. */
export interface LifeFiling {
  unit: string;
  duty: string;
  time: string;
  on: Day;
}

export interface LifeEvaluation {
  exemplar: string;
  year: number;
  result: Result;
  spreadTo?: string;
  spreadCount?: number;
}

export type Result = 'Duy trì tốt' | 'Phát triển, nhân rộng' | 'Giảm sút' | 'Đã dừng';

export interface LifeActivity {
  kind: 'publicity' | 'visit' | 'experience';
  exemplars: string[];
  on: Day;
}

export interface LifeProposal {
  exemplar: string;
  year: number;
  /** As the reports write it: `Giấy khen (cấp huyện)`. */
  award: string;
  /** The decision about it; undefined: it still waits. */
  decision?: { granted: boolean; number: string; on: Day };
}

/** Whom a unit nominates to the conference, and what the officer decided. */
export interface LifeNomination {
  exemplar: string;
  state: 'đã giới thiệu' | 'được chọn dự Hội nghị' | 'không chọn';
}

/** A liaison of a unit, from the first to the last day. */
export interface LifeLiaison {
  unit: string;
  name: string;
  until?: Day;
}

/** The least and the most exemplars of each kind (IV.1). */
const quotas: Record<string, { min: number; max: number | null }> = {
  ...{ agency: { min: 1, max: null }, association: { min: 1, max: null } },
  ...{ police: { min: 5, max: 7 }, military: { min: 5, max: 7 } },
  ...{ education: { min: 5, max: 7 }, health: { min: 5, max: 7 } },
  ...{ commune: { min: 10, max: 15 }, township: { min: 10, max: 15 } },
};

/** The last day that is on time (V.1: before 25/8/2021). */
const registrationDue = '2021-08-24';

/** Finds the unit that a unit has become by a day. */
export function unitOn(model: LifeModel, code: string, day: Day): LifeUnit {
  const unit = model.units.find((one) => one.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit.until !== undefined && unit.until < day && unit.into ? unitOn(model, unit.into, day) : unit;
}

/** Lists the units that are there on a day. */
export function unitsOf(model: LifeModel, day: Day): LifeUnit[] {
  return model.units.filter(({ since = '0000', until = '9999' }) => since <= day && day <= until);
}

/** The units that a unit took over, or itself: what they did is its own. */
function sourcesOf(model: LifeModel, unit: LifeUnit): string[] {
  const before = model.units.filter(({ into }) => into === unit.code).map(({ code }) => code);
  return [unit.code, ...before];
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** A line of *Tổng hợp theo đơn vị*. */
export function expectByUnit(model: LifeModel, year: number): Record<string, unknown>[] {
  const day = `${year}-12-31`;
  return unitsOf(model, day).map((unit) => {
    const { min, max } = quotas[unit.kind] ?? { min: 0, max: null };
    const own = model.exemplars
      .filter((one) => yearOf(one.submittedOn) <= year && unitOn(model, one.unit, day) === unit)
      .toSorted((a, b) => a.submittedOn.localeCompare(b.submittedOn));
    const counting = own.filter(({ status }) => status !== 'returned');
    const reachedOn = own[min - 1]?.submittedOn;
    const enough = counting.length >= min;
    return {
      unit: unit.name,
      ...{ min, max, counted: counting.length },
      approved: own.filter(({ status }) => status === 'approved').length,
      returned: own.filter(({ status }) => status === 'returned').length,
      collective: counting.filter(({ subject }) => subject === 'collective').length,
      individual: counting.filter(({ subject }) => subject === 'individual').length,
      missing: Math.max(0, min - counting.length),
      over: max === null ? 0 : Math.max(0, counting.length - max),
      filedOn: filedOn(model, unit, 'implementationPlan', ''),
      timeliness:
        !enough || reachedOn === undefined
          ? 'Quá hạn chưa đủ'
          : reachedOn > registrationDue
            ? 'Nộp chậm'
            : 'Đúng hạn',
    };
  });
}

/**
 * The day on which a document first came. A unit without one of its own has it when all units
 * before it had.
 */
function filedOn(model: LifeModel, unit: LifeUnit, duty: string, time: string): Day | null {
  const of = (code: string) =>
    model.filings
      .filter((one) => one.unit === code && one.duty === duty && one.time === time)
      .map(({ on }) => on)
      .toSorted()[0];
  const own = of(unit.code);
  if (own) return own;
  const before = model.units.filter(({ into }) => into === unit.code).map(({ code }) => of(code));
  return before.length > 0 && before.every((on) => on !== undefined)
    ? (before.toSorted().at(-1) ?? null)
    : null;
}

/** A line of *Danh sách chi tiết*. */
export function expectList(model: LifeModel, year: number): Record<string, unknown>[] {
  const words = { submitted: 'Đã gửi', approved: 'Đã duyệt', returned: 'Trả lại' };
  return model.exemplars
    .filter(({ submittedOn }) => yearOf(submittedOn) === year)
    .map(({ code, name, status, submittedOn, approvedOn = null, by }) => ({
      ...{ code, name, status: words[status], submittedOn },
      ...{ approvedOn: status === 'approved' ? approvedOn : null, by },
    }));
}

/** A line of *Theo lĩnh vực* that counts anything. */
export function expectByCategory(model: LifeModel, year: number): Record<string, unknown>[] {
  const counting = model.exemplars.filter(
    ({ status, submittedOn }) => status !== 'returned' && yearOf(submittedOn) <= year,
  );
  return [...Map.groupBy(counting, ({ category }) => category)].map(([category, own]) => ({
    category,
    collective: own.filter(({ subject }) => subject === 'collective').length,
    individual: own.filter(({ subject }) => subject === 'individual').length,
    total: own.length,
  }));
}

/** A line of *Kết quả năm*. */
export function expectResults(model: LifeModel, year: number): Record<string, unknown>[] {
  return model.exemplars
    .filter(({ status, approvedOn = '9999' }) => status === 'approved' && yearOf(approvedOn) <= year)
    .map(({ code }) => {
      const found = model.evaluations.find((one) => one.exemplar === code && one.year === year);
      const activities = (kind: LifeActivity['kind']) =>
        model.activities.filter(
          (one) => one.kind === kind && yearOf(one.on) === year && one.exemplars.includes(code),
        ).length;
      const proposals = model.proposals.filter((one) => one.exemplar === code && one.year === year);
      return {
        code,
        result: found?.result ?? null,
        spreadTo: found?.spreadTo ?? null,
        spreadCount: found?.spreadCount ?? null,
        publicity: activities('publicity'),
        visits: activities('visit'),
        experience: activities('experience'),
        proposals: proposals.map(({ award }) => award).join('; ') || null,
        outcomes: proposals.flatMap(sayOutcome).join('; ') || null,
      };
    });
}

/** `2021-12-07` as people write it: `7/12/2021`. */
const sayDay = (day: Day): string => day.split('-').toReversed().map(Number).join('/');

function sayOutcome({ award, decision }: LifeProposal): string[] {
  if (!decision) return [];
  const { granted, number, on } = decision;
  return [`${award}: ${granted ? `đã khen thưởng (QĐ ${number}, ${sayDay(on)})` : 'không được khen thưởng'}`];
}

/** A line of *Danh sách đề nghị khen thưởng* of a year. */
export function expectAwards(model: LifeModel, year: number): Record<string, unknown>[] {
  return model.proposals
    .filter((one) => one.year === year)
    .map(({ exemplar, award, decision }) => ({
      name: model.exemplars.find(({ code }) => code === exemplar)?.name,
      form: award.split(' (')[0],
      state: decision === undefined ? 'Đã đề nghị' : decision.granted ? 'Đã được khen' : 'Không được khen',
      number: decision?.number ?? null,
      on: decision?.on ?? null,
    }));
}

/**
 * The nominations in the order of their points (IV.3, I.2): 3 for each year kept up, 2 for each
 * replicated, 2 for an award of the district. Every exemplar here is of direct labour and of a
 * difficult area, 2 each. With equal points years kept up decide, then years replicated, awards.
 */
export function expectRanking(model: LifeModel): { code: string; points: number; state: string }[] {
  return model.nominations
    .map(({ exemplar, state }) => {
      const found = model.evaluations.filter((one) => one.exemplar === exemplar);
      const spread = found.filter(({ result }) => result === 'Phát triển, nhân rộng').length;
      const years = spread + found.filter(({ result }) => result === 'Duy trì tốt').length;
      const awards = model.proposals.filter(
        (one) => one.exemplar === exemplar && one.decision?.granted,
      ).length;
      const registered = model.exemplars.findIndex(({ code }) => code === exemplar);
      const points = years * 3 + spread * 2 + awards * 2 + 2 + 2;
      return { code: exemplar, points, state, order: [points, years, spread, awards, -registered] };
    })
    .toSorted((a, b) => compareNumbers(b.order, a.order))
    .map(({ order: _order, ...line }) => line);
}

function compareNumbers(a: number[], b: number[]): number {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** A line of *Tiến độ nộp* about the report of a year. */
export function expectReports(model: LifeModel, year: number, today: Day): Record<string, unknown>[] {
  return unitsOf(model, today).map((unit) => {
    const of = sourcesOf(model, unit);
    const moved = model.dues.filter(
      ({ duty, time, unit: only }) =>
        duty === 'annualReport' && time === String(year) && (only === undefined || of.includes(only)),
    );
    const general = moved.filter((one) => one.unit === undefined).at(-1)?.lastDay ?? `${year}-12-15`;
    const own = moved.filter((one) => one.unit !== undefined).at(-1)?.lastDay ?? general;
    const due = [own, general].toSorted().at(-1) ?? general;
    const doneOn = filedOn(model, unit, 'annualReport', String(year));
    const state = doneOn === null ? 'Quá hạn' : doneOn > due ? 'Nộp chậm' : 'Đã xong';
    return {
      unit: unit.name,
      ...{ due, state, doneOn },
      liaisons: model.liaisons
        .filter((one) => one.until === undefined && unitOn(model, one.unit, today) === unit)
        .map(({ name }) => name),
    };
  });
}
