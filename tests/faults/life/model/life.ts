/**
 * The office as the plan describes it (Plan 101, III–V): plain lists of what was said, each with
 * its day. The model knows no SQL and no function of `src`.
 */
export interface Life {
  units: LifeUnit[];
  /** Names of categories that a new version of the plan file changed. */
  renamed: { from: string; to: string; on: Day }[];
  exemplars: LifeExemplar[];
  filings: LifeFiling[];
  evaluations: LifeEvaluation[];
  activities: LifeActivity[];
  proposals: LifeProposal[];
  nominations: LifeNomination[];
  liaisons: LifeLiaison[];
  /** Last days that the officer set; without a unit, for every unit. The last one holds. */
  dues: { duty: Duty; time: string; unit?: string; lastDay: Day; on: Day }[];
  /** The reminders that people found in their chats. */
  reminders: LifeReminder[];
}

/** `YYYY-MM-DD`, in the office's time zone. */
export type Day = string;

/** The duties as reports name them; those of a year have their year behind it. */
export type Duty =
  | 'Đăng ký điển hình tiên tiến'
  | 'Kế hoạch triển khai'
  | 'Báo cáo kết quả năm'
  | 'Đề nghị khen thưởng'
  | 'Sơ kết giai đoạn'
  | 'Tổng kết giai đoạn'
  | 'Giới thiệu dự Hội nghị điển hình tiên tiến';

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
  submittedOn: Day;
  approvedOn?: Day;
  by: string;
}

/** The first version of a document, or of a year's report. */
export interface LifeFiling {
  unit: string;
  duty: Duty;
  /** The year; empty for what is due once. */
  time: string;
  on: Day;
}

export interface LifeEvaluation {
  exemplar: string;
  year: number;
  result: Result;
  spreadTo?: string;
  spreadCount?: number;
  on: Day;
}

export const results = ['Duy trì tốt', 'Phát triển, nhân rộng', 'Giảm sút', 'Đã dừng'] as const;
export type Result = (typeof results)[number];

export interface LifeActivity {
  kind: 'publicity' | 'visit' | 'experience';
  exemplars: string[];
  place: string;
  on: Day;
}

export interface LifeProposal {
  exemplar: string;
  year: number;
  form: string;
  level: string;
  on: Day;
  /** The decision about it, with its own day and the day on which the officer recorded it. */
  decision?: { granted: boolean; number: string; day: Day; on: Day };
}

/** An exemplar nominated to the conference; `decided`: by the officer. */
export interface LifeNomination {
  exemplar: string;
  on: Day;
  decided?: { chosen: boolean; on: Day };
}

/** A liaison of a unit, from the first day to the last. */
export interface LifeLiaison {
  unit: string;
  name: string;
  on: Day;
  until?: Day;
}

/** A reminder in a person's chat. */
export interface LifeReminder {
  person: string;
  channel: 'telegram' | 'zalo' | 'web';
  on: Day;
}

/** Returns the life as it stood at the end of a day: nothing that was said later. */
export function lifeOn(life: Life, day: Day): Life {
  const by = <T extends { on: Day }>(all: T[]): T[] => all.filter(({ on }) => on <= day);
  return {
    units: life.units,
    renamed: by(life.renamed),
    exemplars: life.exemplars
      .filter(({ submittedOn }) => submittedOn <= day)
      .map(({ approvedOn, ...one }) => ({
        ...one,
        ...(approvedOn !== undefined && approvedOn <= day && { approvedOn }),
      })),
    filings: by(life.filings),
    evaluations: by(life.evaluations),
    activities: by(life.activities),
    proposals: by(life.proposals).map(({ decision, ...one }) => ({
      ...one,
      ...(decision && decision.on <= day && { decision }),
    })),
    nominations: by(life.nominations).map(({ decided, ...one }) => ({
      ...one,
      ...(decided && decided.on <= day && { decided }),
    })),
    liaisons: by(life.liaisons).filter(({ until }) => until === undefined || until > day),
    dues: by(life.dues),
    reminders: by(life.reminders),
  };
}

/** Finds the unit that a unit has become by a day. */
export function unitOn(life: Life, code: string, day: Day): LifeUnit {
  const unit = life.units.find((one) => one.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit.until !== undefined && unit.until < day && unit.into ? unitOn(life, unit.into, day) : unit;
}

/** Lists the units that are there on a day. */
export function unitsOn(life: Life, day: Day): LifeUnit[] {
  return life.units.filter(({ since = '0000', until = '9999' }) => since <= day && day <= until);
}

/** The units that a unit took over, or itself: what they did is its own. */
export function sourcesOf(life: Life, unit: LifeUnit): string[] {
  const before = life.units.filter(({ into }) => into === unit.code).map(({ code }) => code);
  return [unit.code, ...before];
}

/** Names a category in the words of the plan file that holds. */
export function nameCategory(life: Life, category: string): string {
  return life.renamed.findLast(({ from }) => from === category)?.to ?? category;
}
