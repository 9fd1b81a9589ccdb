/**
 * A refusal with the words and numbers of the Bot API. So grammY and the bot treat it alike on
 * every channel.
 */
export class BotApiError extends Error {
  /** The Bot API's `error_code`. */
  readonly status: number;
  /** Seconds to wait, as asked by the channel. */
  readonly retryAfter: number | undefined;

  constructor(status: number, description: string, retryAfter?: number) {
    super(description);
    this.name = 'BotApiError';
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

const noRoomWords = 'no room left for the file';

/** Builds error 507: the disk is full, and an uploaded or requested file cannot be kept. */
export function buildNoRoomLeft(): BotApiError {
  return new BotApiError(507, `Insufficient Storage: ${noRoomWords}`);
}

/**
 * Tells whether a call failed because the disk is full. It compares the words, since grammY copies
 * errors.
 */
export function isNoRoomLeft(error: unknown): boolean {
  return error instanceof Error && error.message.includes(noRoomWords);
}

/** Builds error 400 with Telegram's usual beginning. */
export function buildBadRequest(what: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${what}`);
}
