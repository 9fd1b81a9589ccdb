import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const field = z.object({
  name: z.string(),
  types: z.array(z.string()).min(1),
  required: z.boolean(),
  description: z.string(),
});
const method = z.object({ returns: z.array(z.string()).default([]), fields: z.array(field).default([]) });
const type = z.object({ fields: z.array(field).optional(), subtypes: z.array(z.string()).optional() });
const specification = z.object({
  version: z.string(),
  methods: z.record(z.string(), method),
  types: z.record(z.string(), type),
});

/** A parameter of a method or a field of an object, as the Bot API's documentation has it. */
export type SpecField = z.infer<typeof field>;
export type Spec = z.infer<typeof specification>;

/** The machine-readable Bot API 10.1 (June 2026), the whole of it: methods and types. */
export const spec: Spec = specification.parse(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '..', '..', 'fixtures', 'telegram-bot-api-10.1.json'),
      'utf8',
    ).normalize('NFC'),
  ),
);

/**
 * Returns the only value that a field may have, where the documentation says so in words. Examples:
 * `must be document`, `always “kicked”`. It distinguishes the variants of an object. Otherwise
 * undefined.
 */
export function constantOf(of: SpecField): string | undefined {
  return /(?:\bmust be |\balways )["“]?([a-z0-9_]+)["”]?$/.exec(of.description)?.[1];
}
