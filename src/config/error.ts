/** A wrong setting. `lines` has one sentence per mistake, which begins with the setting's name. */
export class ConfigError extends Error {
  readonly lines: string[];
  constructor(lines: string[], options?: ErrorOptions) {
    super(lines.join('\n'), options);
    this.name = 'ConfigError';
    this.lines = lines;
  }
}
