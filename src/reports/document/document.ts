/**
 * An official document as plain data (Decree 30/2020/NĐ-CP, Appendix I): sections of *parts* from
 * the top down. The writer turns it into a .docx; texts may hold any characters.
 */
export interface OfficialDocument {
  /** Title in the file's properties. */
  title: string;
  /** Author in the file's properties. */
  author: string;
  /** The instant in the file's properties. */
  made: Date;
  sections: DocumentSection[];
}

/** Pages of one orientation. A section begins on a new page. */
export interface DocumentSection {
  orientation: 'portrait' | 'landscape';
  parts: DocumentPart[];
}

/** One part of a document. */
export type DocumentPart =
  | DocumentHead
  | DocumentTitle
  | LegalGrounds
  | Addressees
  | DocumentHeading
  | DocumentText
  | RoomToWrite
  | DocumentTable
  | Closing;

/**
 * The head: left the bodies, number and subject, right the nation, place and date. Capitals are
 * made by the writer.
 */
export interface DocumentHead {
  part: 'head';
  /** The body above; left out: the issuer has none (a commune's committee). */
  superior?: string;
  issuer: string;
  /** Such as `Số:      /BC-PNV`; left out: the document has no number. */
  number?: string;
  /** The subject of a letter, under its number: `V/v đôn đốc …`. */
  subject?: string;
  placeAndDate: string;
}

/** The title in the middle: its name in capitals, its subject in bold, further lines in italics. */
export interface DocumentTitle {
  part: 'title';
  name: string;
  subject?: string;
  notes?: string[];
}

/** The lines that begin with *Căn cứ*, in italics. */
export interface LegalGrounds {
  part: 'grounds';
  lines: string[];
}

/** *Kính gửi* and the bodies to whom a letter goes. */
export interface Addressees {
  part: 'addressees';
  bodies: string[];
}

/** A heading: level 1 is `I.` in bold, level 2 `1.` in bold, level 3 `a)` in italics. */
export interface DocumentHeading {
  part: 'heading';
  level: 1 | 2 | 3;
  text: string;
}

/** Justified text with an indented first line; each of its lines is a paragraph. */
export interface DocumentText {
  part: 'text';
  text: string;
}

/** Dotted lines for what only people can write. */
export interface RoomToWrite {
  part: 'room';
  lines: number;
}

/** A table: its headings are repeated on each page, and no row is broken without need. */
export interface DocumentTable {
  part: 'table';
  columns: DocumentColumn[];
  rows: DocumentRow[];
  /** Shown in place of rows. */
  emptyText: string;
  /** Points; left out: 12. */
  size?: number;
}

/** A column of a table. */
export interface DocumentColumn {
  heading: string;
  /** A heading that it shares with its neighbours. */
  over?: string;
  /** The entry in the row of column keys: `A`, `1`, `3=1+2`. */
  mark?: string;
  /** Share of the table's width, compared with the other columns. */
  share: number;
  align: 'left' | 'center' | 'right';
}

/** A row: cells, a group's heading with its numeral, or totals. */
export type DocumentRow =
  /** `withNext`: it is not parted from the next row by the end of a page. */
  | { row: 'line'; cells: readonly string[]; withNext?: boolean }
  | { row: 'group'; mark: string; label: string }
  | { row: 'total'; cells: readonly string[] };

/** The end: left *Nơi nhận* or the person who made a table, right the person who signs. */
export interface Closing {
  part: 'closing';
  left: { recipients: string[] } | { title: string; note: string } | undefined;
  right: {
    /** Lines above the title, such as `TM. ỦY BAN NHÂN DÂN`. */
    authority?: string[];
    title: string;
    /** Such as `(Ký, họ tên, đóng dấu)`. */
    note?: string;
    name?: string;
    /** Points left free to sign; left out: 72. */
    roomToSign?: number;
  };
}
