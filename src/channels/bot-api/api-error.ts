/**
 * A refusal in the words and with the numbers of the Bot API, so that grammY and the bot treat it
 * alike on every channel.
 */
export class BotApiError extends Error {
  /** The Bot API's `error_code`. */
  readonly status: number;
  /** Seconds that the channel asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(status: number, description: string, retryAfter?: number) {
    super(description);
    this.name = 'BotApiError';
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

const noRoomWords = 'no room left for the file';

/** 507, the disk is full: what the bot uploads or asks for cannot be kept. */
export function noRoomLeft(): BotApiError {
  return new BotApiError(507, `Insufficient Storage: ${noRoomWords}`);
}

/**
 * Whether a call failed because the disk is full; read from the words, since grammY's errors are
 * handed on as copies.
 */
export function isNoRoomLeft(error: unknown): boolean {
  return error instanceof Error && error.message.includes(noRoomWords);
}

/** 400 with Telegram's usual beginning. */
export function badRequest(what: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${what}`);
}
