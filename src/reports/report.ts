import type { Locale } from '../i18n.ts';
import type { Right } from '../people/rights.ts';
import type { Plan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';

/** Word by which a report is asked for in one line: `/baocao tonghop 2021`. */
export type ReportCode = 'tonghop' | 'danhsach' | 'goidien';

/** What a report is about. */
export interface ReportScope {
  year: number;
  /** Units it is limited to; left out: all. An empty list is no unit at all, never "all". */
  unitIds?: number[];
  /** How those units are called in the sheet and the file name, such as `Xã Glar`. */
  unitLabel?: string;
}

/** A report as somebody asked for it. */
export interface ReportRequest extends ReportScope {
  /** Language of the caption; the workbook is an official document and always Vietnamese. */
  locale: Locale;
  /** Name of the person who asked. */
  by: string;
  now: Date;
}

/** A figure for the caption, in the language of who asked. */
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
  figures: Figure[];
  /** Lines of data: units or exemplars, not groups and totals. */
  rows: number;
}

export interface ReportDeps {
  /** Reports read one snapshot, in which nothing can be written. */
  db: Pick<Database, 'inSnapshot'>;
  plan: Plan;
  /** An existing folder for the finished file. */
  tempDir: string;
}

/** One report of the list that `/baocao` offers. */
export interface Report {
  code: ReportCode;
  /** Key of its name: the button's label. */
  name: string;
  /** Plain words that mean it, beside its code; accents are optional when matching. */
  words: string[];
  /** Shows what is true now, whatever the year; left out: it is made for a year of the plan. */
  ofNow?: true;
  /** Who may ask for it. */
  right: Right;
  /** What it can be limited to: every unit that the person sees, or one of them. */
  scopes: readonly ('all' | 'unit')[];
  /** Makes the file from one snapshot of the database. Nothing is left behind when it fails. */
  make(deps: ReportDeps, request: ReportRequest): Promise<MadeReport>;
}
