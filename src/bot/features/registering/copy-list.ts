import { copyableStatuses } from '../../../exemplars/copying.ts';
import { listExemplars } from '../../../exemplars/list.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { buildPageRow, loadPage } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { copyFrom, copyOf } from '../unit-presses.ts';

const perPage = 8;

/** Lists a unit's exemplars that a new one may be copied from, newest first, a button each. */
export async function copyableReply(
  by: Pick<BotContext, 'house' | 't' | 'html'>,
  unitId: number,
  wanted = 0,
): Promise<Reply> {
  const shown = await loadPage(wanted, perPage, (limit, offset) =>
    listExemplars(by.house.db.prisma, {
      unitIds: [unitId],
      statuses: copyableStatuses,
      newestFirst: true,
      limit,
      offset,
    }),
  );
  return {
    text: by.html(shown.total === 0 ? 'list-empty' : 'register-copy-which'),
    buttons: [
      ...shown.items.map(({ id, code, name }) => [
        { text: shorten(`${code} ${name}`, 60), callback_data: copyOf.data(id) },
      ]),
      ...buildPageRow(by, shown, (page) => copyFrom.data(unitId, page)),
    ],
  };
}
