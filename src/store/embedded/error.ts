/**
 * The embedded PostgreSQL cannot run here. The message is one line that says why and what to do.
 */
export class EmbeddedError extends Error {
  /** The setting to change, when that helps. */
  readonly setting: 'DATA_DIR' | undefined;
  constructor(message: string, options: ErrorOptions & { setting?: 'DATA_DIR' } = {}) {
    super(message.replaceAll(/(?<!\s)\s*\n\s*/g, ' · '), options);
    this.name = 'EmbeddedError';
    this.setting = options.setting;
  }
}
