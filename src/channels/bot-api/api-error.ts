/** A refusal in the words and with the numbers of the Bot API, so that grammY and the bot treat it alike on every channel. */
export class BotApiError extends Error {
  /** The Bot API's `error_code`. */
  readonly status: number;

  constructor(status: number, description: string) {
    super(description);
    this.name = 'BotApiError';
    this.status = status;
  }
}

/** 400 with Telegram's usual beginning. */
export function badRequest(what: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${what}`);
}
