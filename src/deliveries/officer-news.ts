import { z } from 'zod';

/**
 * One event that an officer is told of at once. An exemplar was sent again, a document handed in,
 * or help asked for.
 */
const newsItem = z.union([
  z.strictObject({ exemplarId: z.int() }),
  z.strictObject({ filingId: z.int() }),
  z.strictObject({ helpRequestId: z.int() }),
]);
/** One event that an officer is told of at once. */
export type NewsItem = z.infer<typeof newsItem>;

/** The payload of a delivery of kind `officer-news`: events close together are one message. */
export const officerNews = z.object({ items: z.array(newsItem).min(1) });

/** The `kind` of these deliveries. */
export const officerNewsKind = 'officer-news';

/** Maximum number of events in one message, each with its button. */
export const newsPerMessage = 6;
