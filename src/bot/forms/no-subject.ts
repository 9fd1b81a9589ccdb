import { z } from 'zod';

/** Shape of the subject of a form that is opened for nothing in particular. */
export const noSubject = z.object({});

/** The subject of a form that is opened for nothing in particular. */
export type NoSubject = z.infer<typeof noSubject>;
