import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/**
 * Notes each module that this process loads, a line each, in the file NOTE_MODULES. It is given to
 * Node by `--import`.
 */
const file = process.env.NOTE_MODULES;
if (file) {
  registerHooks({
    load(url, context, next) {
      appendFileSync(file, `${url}\n`);
      return next(url, context);
    },
  });
}
