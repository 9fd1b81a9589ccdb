import { z } from 'zod';

/** The schema of the subject of a form without a subject. */
export const noSubject = z.object({});

/** The subject of a form without a subject. */
export type NoSubject = z.infer<typeof noSubject>;
