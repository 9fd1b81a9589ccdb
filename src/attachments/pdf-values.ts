/**
 * A value of a PDF, of the kinds found in a trailer and an encryption dictionary. Strings are their
 * bytes.
 */
export type PdfValue = number | boolean | Buffer | PdfName | PdfValue[] | PdfDictionary | undefined;
/** A name, without its slash. */
export interface PdfName {
  name: string;
}
/** A dictionary. */
export type PdfDictionary = Map<string, PdfValue>;

const blank = /[\0\t\n\f\r ]/;
const ends = /[\0\t\n\f\r ()<>[\]{}/%]/;
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const deepest = 20;

/**
 * Reads the value at a position of a PDF (ISO 32000-1, 7.3). `text` holds one byte per letter
 * (latin1).
 */
export function readPdfValue(text: string, at: number): PdfValue {
  return new Reader(text, at).value(0);
}

class Reader {
  private readonly text: string;
  private at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  value(depth: number): PdfValue {
    this.skip();
    // Too deep to be one: nothing more is read. Without a step ahead reading would never end.
    if (depth > deepest) this.at = this.text.length;
    const sign = this.text[this.at];
    if (this.text.startsWith('<<', this.at)) return this.dictionary(depth);
    if (sign === '<') return this.hexadecimal();
    if (sign === '(') return this.literal();
    if (sign === '[') return this.list(depth);
    if (sign === '/') return { name: this.word(1) };
    const word = this.word(0);
    if (word === 'true' || word === 'false') return word === 'true';
    return /^[+-]?\d+(?:\.\d*)?$/.test(word) ? Number(word) : undefined;
  }

  private skip(): void {
    for (;;) {
      const sign = this.text[this.at];
      if (sign === '%') {
        while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at] ?? '')) this.at++;
      } else if (sign !== undefined && blank.test(sign)) this.at++;
      else return;
    }
  }

  private word(skipped: number): string {
    const from = this.at + skipped;
    this.at = from;
    while (this.at < this.text.length && !ends.test(this.text[this.at] ?? '')) this.at++;
    const word = this.text.slice(from, this.at);
    // A character that begins no value is skipped, so that reading ends.
    if (this.at === from && skipped === 0) this.at++;
    return word;
  }

  private dictionary(depth: number): PdfDictionary {
    const read: PdfDictionary = new Map();
    this.at += 2;
    for (;;) {
      this.skip();
      if (this.at >= this.text.length) return read;
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2;
        return read;
      }
      if (this.text[this.at] === '/') read.set(this.word(1), this.value(depth + 1));
      // The rest of a reference, "0 R".
      else this.value(depth + 1);
    }
  }

  private list(depth: number): PdfValue[] {
    const read: PdfValue[] = [];
    this.at++;
    for (;;) {
      this.skip();
      if (this.at >= this.text.length) return read;
      if (this.text[this.at] === ']') {
        this.at++;
        return read;
      }
      read.push(this.value(depth + 1));
    }
  }

  private hexadecimal(): Buffer {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end < 0 ? undefined : end).replaceAll(/[^0-9a-f]/gi, '');
    this.at = end < 0 ? this.text.length : end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  private literal(): Buffer {
    let open = 1;
    let read = '';
    this.at++;
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at] ?? '';
      if (sign === '\\') read += this.escaped();
      else {
        if (sign === '(') open++;
        if (sign === ')' && --open === 0) break;
        read += sign;
      }
    }
    this.at++;
    return Buffer.from(read, 'latin1');
  }

  private escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at++;
    const sign = this.text[this.at] ?? '';
    if (sign === '\r' || sign === '\n') {
      if (sign === '\r' && this.text[this.at + 1] === '\n') this.at++;
      return '';
    }
    return escapes[sign] ?? sign;
  }
}
