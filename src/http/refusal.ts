/**
 * The refusals that the HTTP side words for people. Each has a sentence `page-error-<code>` in both
 * locales.
 */
export type RefusalCode =
  | 'bad-request'
  | 'not-found'
  | 'signed-out'
  | 'elsewhere'
  | 'too-big'
  | 'empty-file'
  | 'too-long'
  /** The disk is full: the upload is not kept. */
  | 'storage-full'
  /** Too many uploads at the same time: trying again later helps. */
  | 'busy'
  /** The rehearsal plays: people and clock are its own until it ends or is stopped. */
  | 'playing'
  | 'server';

const statuses: Record<RefusalCode, number> = {
  'bad-request': 400,
  'not-found': 404,
  'signed-out': 401,
  elsewhere: 403,
  'too-big': 413,
  'empty-file': 400,
  'too-long': 400,
  // Not 507: browsers repeat a request after a 5xx, and the disk stays full.
  'storage-full': 413,
  busy: 503,
  // Not 503: the page would send the words again and again, and into the played chat in the end.
  playing: 409,
  server: 500,
};

/** A refused request, with a sentence for the person at the browser. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;

  constructor(code: RefusalCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = statuses[code];
  }
}
