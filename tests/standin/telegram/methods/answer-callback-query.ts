import { z } from 'zod';
import { badRequest, violation } from '../refusal.ts';
import type { Handler } from './handler.ts';

const shape = z.object({
  callback_query_id: z.string(),
  text: z.string().optional(),
  show_alert: z.boolean().optional(),
});

/** Stops the button's progress sign and shows a small window of text, if there is one. */
export const answerCallbackQuery: Handler = (world, { params }) => {
  const given = shape.parse(params);
  if ((given.text?.length ?? 0) > 200) throw violation('MESSAGE_TOO_LONG');
  const query = world.queries.get(given.callback_query_id);
  if (!query || query.expired) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  query.answers += 1;
  if (given.text) query.chat.toast(given.text, given.show_alert ?? false);
  return true;
};
