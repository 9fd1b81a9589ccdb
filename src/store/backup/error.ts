/** A backup cannot be made or restored. The message is one line that says why and what to do. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(/\s*\n\s*/g, ' · '), options);
    this.name = 'BackupError';
  }
}

/** Another backup is being made at this moment. */
export class BackupBusy extends BackupError {}
