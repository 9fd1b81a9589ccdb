import { z } from 'zod';

/**
 * A backup is a tar file, compressed with gzip and, with a passphrase, sealed. Its entries, in this
 * order:
 *
 * header.json what is inside, and which release made it tables/NAME/000001 … rows of a table, in
 * the text format of PostgreSQL's COPY, in parts jobs/000001 … the jobs that wait, likewise
 * files/KEY a file of the file store end.json how many rows and files there are: without it the
 * backup is not whole
 */
export const format = 1;

/** Tables that say something of this place, not of the data: they begin empty after a restore. */
export const leftOut = ['backup', 'removed_file'];

export const headerSchema = z.object({
  app: z.literal('dien-hinh'),
  format: z.number().int().positive(),
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type Header = z.infer<typeof headerSchema>;

export const endSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
  jobs: z.number(),
  files: z.number(),
  /** Files that the database names and the store did not have. */
  missing: z.number(),
});
export type End = z.infer<typeof endSchema>;

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

/** A name inside SQL: `"exemplar"`. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
