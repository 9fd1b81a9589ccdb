/**
 * The reasons for which the program refuses a request. Each has a sentence `error-<code>` in both
 * locales.
 */
export type DomainErrorCode =
  | 'not-allowed'
  /** A person who has not joined: they can only present an invitation. */
  | 'not-joined'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-expired'
  | 'invitation-withdrawn'
  /** Too many wrong codes. `when` is the instant from which the person may try again. */
  | 'too-many-codes'
  /** The role has ended in the meantime. `who` ended it, at `when`. */
  | 'role-over'
  /** The person already has this role in `unit`. */
  | 'role-held'
  /** No officer would be left. */
  | 'last-officer'
  /** The account no longer belongs to that person. `who` changed that, at `when`. */
  | 'account-over'
  /** `who` is signed in to the web chat in this browser. */
  | 'signed-in-already'
  /** A linking code would take the account from another person. */
  | 'account-of-another'
  | 'person-unknown'
  | 'exemplar-not-found'
  | 'exemplar-already-decided'
  /** The exemplar changed after the officer's screen showed it. */
  | 'exemplar-changed'
  | 'exemplar-not-editable'
  /** The unit withdrew it: `who`, `when`. */
  | 'exemplar-withdrawn'
  /**
   * There is no decision to take back: it is in review again (`reopened` by whom, and when) or was
   * withdrawn.
   */
  | 'exemplar-not-decided'
  /** Another release wrote it. It is kept as it is. */
  | 'draft-unreadable'
  | 'own-criterion-unknown'
  /** The unit has a criterion with these words. */
  | 'own-criterion-there'
  /** The unit has as many as one screen takes: `most`. */
  | 'own-criteria-full'
  /** Another person has changed or retired it since. */
  | 'own-criterion-gone'
  | 'fostering-plan-unknown'
  | 'fostering-step-unknown'
  /** Another person has done or dropped the step since. */
  | 'fostering-step-over'
  /** The step is open: there is nothing to open again. */
  | 'fostering-step-open'
  | 'activity-not-found'
  /** It was withdrawn. */
  | 'activity-gone'
  /** Another person has mended it since the screen showed it. */
  | 'activity-changed'
  | 'help-not-found'
  /** `who` closed it: it is neither taken up nor closed again. */
  | 'help-closed'
  /** `who` has taken it up. */
  | 'help-taken'
  /** The plan asks for no annual report of `year`, or its year has not begun. */
  | 'report-not-asked'
  /** The plan no longer has a kind, category or duty by which a report is filtered. */
  | 'report-filter-gone'
  | 'nomination-not-found'
  /** It was withdrawn, or its exemplar is not an approved one of the plan. */
  | 'nomination-gone'
  /** It changed after the screen showed it: by `who`, at `when`, to `state`. */
  | 'nomination-changed'
  | 'proposal-not-found'
  /** The exemplar `code` is not where the step begins: `who` and `when` brought it to `state`. */
  | 'proposal-decided'
  /** The unit proposed the same exemplar for the same award and level in that year. */
  | 'proposal-there'
  /** The level or the award of `code` does not hold on `day`. */
  | 'award-not-held'
  /** The level or the award of `code` has ended: it is not forwarded on `day`. */
  | 'award-over'
  /** The exemplar `code` is not approved: its `status`. */
  | 'proposal-unfit'
  /** The decision's `day` is before the `year` for which `code` was proposed. */
  | 'award-before-year'
  | 'award-decision-not-found'
  /** `who` took it back, at `when`. */
  | 'award-decision-over'
  /** Another officer mended it since the screen showed it. */
  | 'award-decision-changed'
  /** Another decision of the level has this number, day and body. */
  | 'award-decision-there'
  /** The plan names no awards to propose. */
  | 'awards-none'
  /** The plan has no conference. */
  | 'conference-none'
  /** The plan asks for no summary and no nominations now. */
  | 'summary-not-asked'
  | 'filing-not-found'
  /** Another officer was first. `who`, `when` and `status` say how. */
  | 'filing-already-decided'
  /** The unit has handed in a newer version since. */
  | 'filing-superseded'
  | 'file-too-big'
  | 'file-type'
  /** The form takes plain text alone, such as a plan file. */
  | 'file-not-text'
  /**
   * The file needs a password. `instead`, also for the next code: `docx`, `xlsx`, or empty for
   * other kinds.
   */
  | 'file-password'
  | 'file-macros'
  /** The file cannot be opened, or unpacks to more than a document holds. */
  | 'file-broken'
  /** The file name holds a citizen's identity number, which `name` shows as dots. */
  | 'file-identity-number'
  | 'file-empty'
  /** The disk is full. Earlier files are kept. */
  | 'storage-full'
  /** The disk is full: a requested file cannot be made or sent. */
  | 'no-room-for-file'
  | 'file-unavailable'
  | 'too-many-files'
  /** The question that a file was meant for has been answered or left. */
  | 'question-over'
  /** No unit has an overdue duty: there is none to urge. */
  | 'no-unit-late'
  /** None of the units and duties that were chosen for a letter is overdue. */
  | 'no-chosen-late'
  /** No unit, or none that was chosen, was late at the end of `day`. */
  | 'no-unit-late-then'
  | 'unit-unknown'
  /** The plan `plan` is closed: it is read and reported, not written. */
  | 'plan-closed'
  /** Another change of one of the units waits for its day, `on`. */
  | 'unit-changing'
  | 'unit-code-taken'
  /** The day lies before the first day of `unit`, `since`. */
  | 'unit-day-too-early'
  /** It took effect, or was taken back. */
  | 'unit-change-over'
  | 'draft-gone';

/** A refusal with a code. The person reads the code's sentence, which says what to do. */
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
