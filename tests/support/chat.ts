/** A message as the person sees it on their screen, on any channel. */
export interface SeenMessage {
  id: number;
  fromBot: boolean;
  /** Shown text or caption, without markup. */
  text: string;
  /** Labels of the inline buttons, in reading order. */
  buttons: string[];
  /** Labels of a reply keyboard shown with it, if any. */
  keyboard: string[];
  /** Name of the file it carries, if any. */
  file?: string;
}

/**
 * A person with a phone: the same script drives Telegram, Zalo and the web chat. Everything that
 * waits polls for a condition and throws after `patience` (default 45 s) with the whole transcript
 * in the message; nothing sleeps for a fixed time.
 */
export interface ChatPerson {
  readonly name: string;
  readonly channel: 'telegram' | 'web' | 'zalo';
  /**
   * Whether buttons stay under their message and can be pressed later; without them only the newest
   * menu works.
   */
  readonly hasButtons: boolean;
  /** Types and sends a message. */
  says(text: string): Promise<void>;
  /** Presses the newest button with this label (exact words); waits for it to appear. */
  presses(label: string): Promise<void>;
  /**
   * Presses a button of this message even though newer ones exist: an old button. Without buttons,
   * types its words.
   */
  pressesOn(message: SeenMessage, label: string): Promise<void>;
  /**
   * Sends a file with this content (as document, or as photo when `photo`). Returns the words of
   * the page that took it, if one did.
   */
  sendsFile(
    name: string,
    content: Uint8Array,
    options?: { photo?: boolean; caption?: string },
  ): Promise<string>;
  /** Presses the reply keyboard's "share phone number" button. */
  sharesPhone(phone: string): Promise<void>;
  /**
   * Waits for a bot message, newer than the last one matched, whose text contains `what` (NFC) or
   * matches it.
   */
  sees(what: string | RegExp): Promise<SeenMessage>;
  /** Waits until the person sees a new file from the bot whose name matches; returns its bytes. */
  receivesFile(name: string | RegExp): Promise<{ name: string; caption: string; bytes: Uint8Array }>;
  /** The whole chat, oldest first. */
  transcript(): Promise<SeenMessage[]>;
}

/** All choices under a message: buttons, then the keys of a reply keyboard. */
export function choices({ buttons, keyboard }: SeenMessage): string[] {
  return [...buttons, ...keyboard];
}
