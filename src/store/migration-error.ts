/** The database cannot be migrated; the message is one line that an operator can act on. */
export class MigrationError extends Error {
  /** The setting that has to change; undefined when none would help. */
  readonly setting: 'DATABASE_URL' | undefined;
  constructor(message: string, options: ErrorOptions & { setting?: 'DATABASE_URL' } = {}) {
    super(message.replaceAll(/(?<!\s)\s*\n\s*/g, ' · '), options);
    this.name = 'MigrationError';
    this.setting = options.setting;
  }
}
