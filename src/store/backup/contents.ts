import { z } from 'zod';

/**
 * A backup is a tar file, compressed with gzip and, with a passphrase, sealed. Its entries, in this
 * order:
 *
 *     header.json          what is inside, and which release made it
 *     tables/NAME/000001 … rows of a table, in the text format of PostgreSQL's COPY, in parts
 *     jobs/000001 …        the waiting jobs, in the same format
 *     files/KEY            a file of the file store
 *     end.json             the number of rows and files: a backup without it is incomplete
 */
export const backupFormat = 1;

/** Tables about this installation rather than its data: they are empty after a restore. */
export const tablesLeftOut = ['backup', 'removed_file', 'send_lease'];

/** The schema of `header.json`. */
export const backupHeaderSchema = z.object({
  app: z.literal('dien-hinh'),
  format: z.number().int().positive(),
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
/** The content of `header.json`. */
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

/** The schema of `end.json`. */
export const backupEndSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
  jobs: z.number(),
  files: z.number(),
  /** Files that the database names and the store did not have. */
  missing: z.number(),
});
/** The content of `end.json`. */
export type BackupEnd = z.infer<typeof backupEndSchema>;

/** Columns of the list of waiting jobs, as graphile-worker's `add_job` takes them. */
export const jobColumns = [
  'identifier',
  'payload',
  'queue_name',
  'run_at',
  'max_attempts',
  'job_key',
  'priority',
  'flags',
];

/** Quotes a name for SQL: `"exemplar"`. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
