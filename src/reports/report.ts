import type { Locale } from '../i18n.ts';
import type { Right } from '../people/rights.ts';
import type { LoadedPlan, Plan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import type { FiltersOfReport, ReportFilter } from './filter/report-filter.ts';
import type { LetterDuty } from './late-letter/late-duties.ts';
import type { ReportPeriod } from './report-period.ts';
import type { OpenBook } from './workbook.ts';

/** The period and the units of a report. */
export interface ReportScope extends ReportPeriod {
  /** Units it is limited to; left out: all. An empty list means no unit, never "all". */
  unitIds?: number[];
  /** The name of those units in the sheet and the file name, such as `Xã Glar`. */
  unitLabel?: string;
  /** The duties that the letter to late units is about; left out: all. */
  duties?: LetterDuty[] | undefined;
  /** Limits its lines to kinds of units, categories, states; left out: it does not. */
  filter?: ReportFilter | undefined;
}

/** A person's request for a report. */
export interface ReportRequest extends ReportScope {
  /** Language of the caption; the workbook is an official document and always Vietnamese. */
  locale: Locale;
  /** Name of the person who asked. */
  by: string;
  /** The moment whose figures it shows. */
  now: Date;
  /** When it is made, where that is not `now`. */
  madeAt?: Date;
  /** Whether the person asks for the office: documents have its head and not that of a unit. */
  forOffice?: boolean;
  /** Whether the person may see phone numbers; left out: no. */
  phones?: boolean;
}

/** A figure for the caption, in the language of the person who asked. */
export interface Figure {
  label: string;
  value: string;
}

/** A finished report. */
export interface MadeReport {
  /** A finished file in the temporary folder; the caller deletes it. */
  path: string;
  /** ASCII, no spaces: `Bao-cao-tong-hop-2021.xlsx`. */
  filename: string;
  /** Further files with the same content, such as the workbook of a Word document. */
  also?: { path: string; filename: string }[];
  figures: Figure[];
  /** Lines of data: units or exemplars, not groups and totals. */
  rows: number;
}

/** The dependencies of making a report. */
export interface ReportDeps {
  /** Reports read one snapshot, in which nothing can be written. */
  db: Pick<Database, 'inSnapshot'>;
  plan: LoadedPlan;
  calendar: WorkingCalendar;
  /** An existing folder for the finished file. */
  tempDir: string;
  /** Starts a workbook; left out: the writer that streams. */
  openBook?: OpenBook;
}

/** One report of the list that `/baocao` offers. */
export interface Report {
  /** Word by which it is asked for in one line: `/baocao tonghop 2021`. Unique, ASCII. */
  code: string;
  /** Key of its name: the button's label. */
  name: string;
  /** Plain words for it, in addition to its code; accents are optional when matching. */
  words: string[];
  /**
   * Words that ask for it without the word for a report. Left out: none. Not those that mean
   * something else too: "danh sách", "đăng ký", "công văn".
   */
  wordsAlone?: string[];
  /** Tells whether a plan has what it shows; left out: every plan does. */
  inPlan?(plan: Plan): boolean;
  /**
   * Whether it shows the present state, or that of a day, without a year; left out: it is made for
   * a year of the plan.
   */
  ofNow?: true;
  /** The periods that it can be made for; left out: a year. */
  periods?: 'any';
  /** Whether it shows the figures of the same day of the year before. */
  comparesLastYear?: true;
  /** The filters that it understands; left out: none. */
  filters?: FiltersOfReport;
  /** Codes of the charts that go with it: in its workbook, and the first of them in chat. */
  pictures?: readonly string[];
  /** The right to request it. */
  right: Right;
  /** The possible limits: every unit that the person may see, or one of them. */
  scopes: readonly ('all' | 'unit')[];
  /** Makes the file from one snapshot of the database. Nothing is left behind after a failure. */
  make(deps: ReportDeps, request: ReportRequest): Promise<MadeReport>;
}
