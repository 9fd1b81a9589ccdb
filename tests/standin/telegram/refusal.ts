/** An answer of the Bot API other than "ok". */
export class Refusal extends Error {
  /** HTTP status and `error_code`. */
  readonly status: number;
  readonly parameters: { retry_after?: number } | undefined;
  /**
   * Whether no correct bot ever makes such a call: wrong parameters, broken markup, text too long.
   * False for failures that any bot meets, such as a deleted message or a person who blocked the
   * bot.
   */
  readonly violation: boolean;

  constructor(
    status: number,
    description: string,
    options: { violation?: boolean; parameters?: { retry_after?: number } } = {},
  ) {
    super(description);
    this.name = 'Refusal';
    this.status = status;
    this.parameters = options.parameters;
    this.violation = options.violation ?? false;
  }
}

/**
 * Builds a 400 for a call that no correct bot makes; `why` is Telegram's text after "Bad Request:
 * ".
 */
export function violation(why: string): Refusal {
  return new Refusal(400, `Bad Request: ${why}`, { violation: true });
}

/** Builds a 400 for a call that came too late or met a changed state. */
export function badRequest(why: string): Refusal {
  return new Refusal(400, `Bad Request: ${why}`);
}

/** Builds a 403: the bot cannot write to the person. */
export function forbidden(why: string): Refusal {
  return new Refusal(403, `Forbidden: ${why}`);
}
