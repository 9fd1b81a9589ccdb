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
  /** Trouble that passes: too many messages, no network. */
  | { retryAfterMs: number; error?: string }
  /** This message will never be taken there. */
  | { failed: string };

/** Where sending to a person's accounts, one after the other, came to. `blockedBy`: accounts that reach nobody. */
export type AccountsOutcome = { blockedBy: number[] } & (
  | { status: 'sent'; channel: string }
  | { status: 'blocked' }
  | { status: 'failed'; error: string }
  | { status: 'retry'; error: string; askedMs: number }
);

/**
 * Tries the accounts in their order until one takes the message. An account in passing trouble is not passed over: its
 * turn comes again, for a message that arrives later is better than one that arrives where nobody looks.
 */
export async function sendToAccounts(
  accounts: Account[],
  send: (account: Account) => Promise<SendOutcome>,
): Promise<AccountsOutcome> {
  const blockedBy: number[] = [];
  let failed: string | undefined;
  for (const account of accounts) {
    const outcome = await trySend(account, send);
    if (outcome === 'sent') return { status: 'sent', channel: account.channel, blockedBy };
    if (outcome === 'blocked') blockedBy.push(account.id);
    else if ('failed' in outcome) failed = outcome.failed.slice(0, 500);
    else {
      const { retryAfterMs: askedMs, error = 'asked to wait' } = outcome;
      return { status: 'retry', error, askedMs, blockedBy };
    }
  }
  return failed === undefined
    ? { status: 'blocked', blockedBy }
    : { status: 'failed', error: failed, blockedBy };
}

async function trySend(
  account: Account,
  send: (account: Account) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  try {
    return await send(account);
  } catch (error) {
    // Caught here, so that accounts already found blocked are still written down.
    return { retryAfterMs: 0, error: String(error).slice(0, 500) };
  }
}
