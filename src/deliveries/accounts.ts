/** One presence of a person on a channel. */
export interface Account {
  id: number;
  channel: string;
  externalId: string;
  /** Numeric chat id as the channel's Bot API shows it. */
  chatId: number;
}

/** What a channel says to one message. */
export type SendOutcome =
  | 'sent'
  /** The person blocked the bot or closed the chat: this account reaches nobody. */
  | 'blocked'
  /** Too many messages at the moment: it will be taken after so long. */
  | { retryAfterMs: number }
  /** Not taken now: no network, an error of theirs. What `send` throws is this too. */
  | { trouble: string }
  /** The answer got lost: it may have arrived. */
  | { unsure: string }
  /** This message will never be taken there. */
  | { failed: string };

/**
 * Where sending to a person's accounts, one after the other, came to. `blockedBy`: accounts that
 * reach nobody. `error`: which channel failed and why, also when another then took the message.
 * `unsure`: how often it was sent and the answer got lost, in this attempt and those before it.
 */
export type AccountsOutcome = { blockedBy: number[]; unsure: number } & (
  | { status: 'sent'; channel: string; error?: string }
  | { status: 'blocked' }
  | { status: 'failed'; error: string }
  | { status: 'retry'; error: string; askedMs: number }
);

/** A message whose answer got lost is sent once more, wherever, and then no more. */
export const mostUnsure = 2;

/**
 * An account that asks to wait is waited for; asked as often as this, the message looks for another
 * way.
 */
const waits = 3;

/**
 * Tries the accounts in their order until one takes the message. Whether messages that nobody asked
 * for are limited somewhere is not always known, so whatever fails on one account is tried on the
 * next at once; when none takes it and the trouble may pass, it is to be tried again. Only who asks
 * to wait is waited for: `triedBefore` says how often there has been an attempt before this one.
 * `unsureBefore`: how often it may have arrived in them; after `mostUnsure` it is sent nowhere.
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
      if (unsure >= mostUnsure) return { status: 'failed', error: error(), blockedBy, unsure };
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
    // Caught here, so that accounts already found blocked are still written down.
    return { trouble: String(error) };
  }
}
