/**
 * Every way in which the house refuses something. Each has a sentence `error-<code>` in both
 * locales.
 */
export type DomainErrorCode =
  | 'not-allowed'
  /** Nobody who has joined: only an invitation can be presented. */
  | 'not-joined'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-expired'
  | 'invitation-withdrawn'
  /** Too many wrong codes. `when` is the instant from which one may try again. */
  | 'too-many-codes'
  /** The role has ended meanwhile. `who` ended it, at `when`. */
  | 'role-over'
  /** The person has this role in `unit` already. */
  | 'role-held'
  /** Nobody would be left to act for the office. */
  | 'last-officer'
  /** The account is no longer that person's. `who` changed that, at `when`. */
  | 'account-over'
  /** In this browser `who` is signed in to the web chat. */
  | 'signed-in-already'
  /** A code that links would take the account from another person. */
  | 'account-of-another'
  | 'person-unknown'
  | 'exemplar-not-found'
  | 'exemplar-already-decided'
  /** It was changed after the officer's screen showed it. */
  | 'exemplar-changed'
  | 'exemplar-not-editable'
  /** Its unit took it back: `who`, `when`. */
  | 'exemplar-withdrawn'
  /**
   * There is no decision to take back: it waits (`reopened` by whom, and when), or was withdrawn.
   */
  | 'exemplar-not-decided'
  | 'filing-not-found'
  /** Another officer was first. `who`, `when` and `status` say how. */
  | 'filing-already-decided'
  /** The unit has handed in a newer version since. */
  | 'filing-superseded'
  | 'file-too-big'
  | 'file-type'
  /**
   * It asks for a password. `instead`, also of the next: `docx`, `xlsx`, or empty for any other
   * kind.
   */
  | 'file-password'
  | 'file-macros'
  /** It cannot be opened, or unpacks to more than a document holds. */
  | 'file-broken'
  /** Its name holds a citizen's identity number, which `name` shows as dots. */
  | 'file-identity-number'
  | 'file-empty'
  /** The disk is full. What was there before is kept. */
  | 'storage-full'
  /** The disk is full: a file that was asked for cannot be made or sent. */
  | 'no-room-for-file'
  | 'file-unavailable'
  | 'too-many-files'
  /** The question that a file was meant for has been answered or left meanwhile. */
  | 'question-over'
  | 'unit-unknown'
  | 'draft-gone';

/**
 * Something a person did that cannot be done; they are told so in a sentence that says what to do.
 */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  /** Arguments of the sentence. */
  readonly args: Record<string, string | number>;

  constructor(code: DomainErrorCode, args: Record<string, string | number> = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.args = args;
  }
}
