import { z } from 'zod';

/** The schema of answers that are stored outside their draft, as JSON. */
export const storedAnswers = z.record(
  z.string(),
  z.json().transform((value) => value ?? null),
);
