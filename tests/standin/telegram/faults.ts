/** A failure of a call. */
export type FaultAnswer =
  | { status: 429; retryAfter: number }
  /** The person blocked the bot (for this call only; see `TelegramPerson.blocks`). */
  | 403
  | 401
  | 500
  /** Not JSON but a proxy's HTML page. */
  | 502
  /** The connection is reset before anything was done. */
  | 'drop'
  /** The call is carried out, and then the connection is reset: the bot cannot know. */
  | 'lost'
  /** Not answered until the client gives up or the stand-in closes. */
  | 'hang'
  /** Not answered before this; then the connection is reset. */
  | { hangUntil: Promise<void> };

export interface Fault {
  /** Bot API method, or `file` for a download; any when left out. */
  method?: string;
  /** Only calls with this `chat_id`. */
  chat?: number;
  /** How many calls; 1 when left out. */
  times?: number;
  /** How many calls go well before; none when left out. */
  after?: number;
  /** Only calls that come while this is true. */
  during?(): boolean;
  answer: FaultAnswer;
}

/** Faults that wait for their call; the oldest that fits is used first. */
export function createFaults() {
  const waiting: (Fault & { left: number; before: number })[] = [];
  return {
    add(fault: Fault): void {
      waiting.push({ ...fault, left: fault.times ?? 1, before: fault.after ?? 0 });
    },
    /** Returns the fault of this call and removes it; undefined when there is none. */
    next(method: string, chat: unknown): FaultAnswer | undefined {
      const fault = waiting.find(
        (one) =>
          one.left > 0 &&
          (one.method === undefined || one.method === method) &&
          (one.chat === undefined || one.chat === chat) &&
          (one.during?.() ?? true),
      );
      if (!fault) return undefined;
      if (fault.before > 0) {
        fault.before -= 1;
        return undefined;
      }
      fault.left -= 1;
      return fault.answer;
    },
  };
}
