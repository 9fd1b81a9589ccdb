/** The embedded PostgreSQL cannot run here; the message is one line that says why and what to do. */
export class EmbeddedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(/\s*\n\s*/g, ' · '), options);
    this.name = 'EmbeddedError';
  }
}
