/** A failure to make or restore a backup. The message is one line that says why and what to do. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(/(?<!\s)\s*\n\s*/g, ' · '), options);
    this.name = 'BackupError';
  }
}

/** The failure because another backup is being made. */
export class BackupBusy extends BackupError {}
