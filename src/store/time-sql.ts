/**
 * Writes the SQL that tells whether the database noted a time that has not come. Its clock has gone
 * back since by more than a minute: less may be the difference between two machines.
 */
export function isOfTheFuture(noted: string): string {
  return `${noted} > now() + interval '1 minute'`;
}
