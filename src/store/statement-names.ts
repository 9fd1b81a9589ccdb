/** Statements beyond this number are not prepared: lists of ids make ever more texts. */
const mostNames = 200;

const names = new Map<string, string>();

/**
 * Names a statement of Prisma's client, so that a connection prepares it once. Reading and planning
 * cost PostgreSQL more than most of these statements do. Empty: it is not prepared.
 */
export function nameStatement({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return '';
  const name = `prisma-${names.size + 1}`;
  names.set(sql, name);
  return name;
}
