/** A person's account on one channel. */
export interface Account {
  id: number;
  channel: string;
  externalId: string;
  /** Numeric chat id in the channel's Bot API. */
  chatId: number;
}

/** A channel's answer to one message. */
export type SendOutcome =
  | 'sent'
  /** The person blocked the bot or closed the chat: this account reaches no one. */
  | 'blocked'
  /** Too many messages at the moment: the channel accepts it after this time. */
  | { retryAfterMs: number }
  /**
   * Not accepted now: no network, or an error of the channel. An error thrown by `send` is this
   * too.
   */
  | { trouble: string }
  /** The answer was lost: the message may have arrived. */
  | { unsure: string }
  /** The channel will never accept this message. */
  | { failed: string };

/**
 * The outcome of sending to a person's accounts in turn. `blockedBy`: accounts that reach no one.
 * `error`: which channel failed and why, also when another one then accepted the message. `unsure`:
 * how often it was sent without an answer, in this attempt and earlier ones.
 */
export type AccountsOutcome = { blockedBy: number[]; unsure: number } & (
  | { status: 'sent'; channel: string; error?: string }
  | { status: 'blocked' }
  | { status: 'failed'; error: string }
  | { status: 'retry'; error: string; askedMs: number }
);

/**
 * Maximum number of times that a message is sent when answers are lost, on all accounts together.
 */
const mostUnsureSends = 2;

/** How often an account's request to wait is followed; after that the next account is tried. */
const waits = 3;

/**
 * Tries the accounts in order until one accepts the message. A channel may limit unrequested
 * messages without saying so, so after any failure the next account is tried at once; when none
 * accepts it and the trouble may pass, the delivery is tried again later. Only an account that asks
 * to wait is waited for: `triedBefore` is the number of earlier attempts. `unsureBefore`: how often
 * it may have arrived in them; after `mostUnsureSends` it is not sent again.
 */
export async function sendToAccounts(
  accounts: Account[],
  send: (account: Account) => Promise<SendOutcome>,
  triedBefore = 0,
  unsureBefore = 0,
): Promise<AccountsOutcome> {
  const blockedBy: number[] = [];
  const errors: string[] = [];
  const error = () => errors.join('; ').slice(0, 500);
  let askedMs: number | undefined;
  let passing = false;
  let unsure = unsureBefore;
  for (const account of accounts) {
    const outcome = await trySend(account, send);
    if (outcome === 'sent') {
      const { channel } = account;
      return { status: 'sent', channel, blockedBy, unsure, ...(errors.length > 0 && { error: error() }) };
    }
    errors.push(`${account.channel}: ${why(outcome)}`);
    if (outcome === 'blocked') blockedBy.push(account.id);
    else if ('trouble' in outcome) passing = true;
    else if ('unsure' in outcome) {
      unsure += 1;
      if (unsure >= mostUnsureSends) return { status: 'failed', error: error(), blockedBy, unsure };
      passing = true;
    } else if ('retryAfterMs' in outcome) {
      askedMs = Math.max(askedMs ?? 0, outcome.retryAfterMs);
      if (triedBefore + 1 < waits) break;
    }
  }
  if (passing || askedMs !== undefined)
    return { status: 'retry', error: error(), askedMs: askedMs ?? 0, blockedBy, unsure };
  return blockedBy.length === accounts.length
    ? { status: 'blocked', blockedBy, unsure }
    : { status: 'failed', error: error(), blockedBy, unsure };
}

function why(outcome: Exclude<SendOutcome, 'sent'>): string {
  if (outcome === 'blocked') return 'blocked';
  if ('retryAfterMs' in outcome) return `asks to wait ${Math.ceil(outcome.retryAfterMs / 1000)} s`;
  if ('trouble' in outcome) return outcome.trouble.slice(0, 200);
  return ('unsure' in outcome ? outcome.unsure : outcome.failed).slice(0, 200);
}

async function trySend(
  account: Account,
  send: (account: Account) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  try {
    return await send(account);
  } catch (error) {
    // Caught here, so that accounts already found blocked are still recorded.
    return { trouble: String(error) };
  }
}
