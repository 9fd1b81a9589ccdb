import { writeSync } from 'node:fs';

/**
 * Writes each regular expression that the program builds, `source` and `flags`, a line each of JSON
 * to file descriptor 3. It is given to Node by `--import`; literals do not pass here.
 */
const NativeRegExp = RegExp;

globalThis.RegExp = new Proxy(NativeRegExp, {
  apply: (_, __, [pattern, flags]) => note(new NativeRegExp(pattern, flags)),
  construct: (_, [pattern, flags]) => note(new NativeRegExp(pattern, flags)),
});

function note(pattern: RegExp): RegExp {
  writeSync(3, `${JSON.stringify({ source: pattern.source, flags: pattern.flags })}\n`);
  return pattern;
}
