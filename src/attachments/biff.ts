const record = { filePass: 0x2f, sheet: 0x85, end: 0x0a } as const;
/** Kinds of a sheet: 1 is a macro sheet of Excel 4, 6 a module of Visual Basic. */
const macroSheets = new Set([1, 6]);

/**
 * Reads the globals of a workbook of before 2007 (BIFF5, BIFF8). `password`: the rest is encrypted;
 * `macros`: a sheet of macros is listed, also a hidden one.
 */
export function biffSays(stream: Buffer): 'password' | 'macros' | undefined {
  let macros = false;
  for (let at = 0; at + 4 <= stream.length; ) {
    const kind = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    if (kind === record.filePass) return 'password';
    if (kind === record.end) break;
    if (kind === record.sheet && length >= 6 && at + 10 <= stream.length) {
      macros ||= macroSheets.has(stream.readUInt8(at + 9));
    }
    at += 4 + length;
  }
  return macros ? 'macros' : undefined;
}
