import { DomainError } from '../../errors.ts';
import { type Exemplar, exemplarById } from '../../exemplars/exemplar.ts';
import { listExemplars } from '../../exemplars/list.ts';
import { withdrawExemplar } from '../../exemplars/withdraw.ts';
import { listVisibleUnits } from '../../people/rights.ts';
import { holds, listUnitsAs } from '../../people/roles.ts';
import { shorten } from '../../text/shorten.ts';
import { actorOf } from '../core/actor.ts';
import { commandButtons } from '../core/command-buttons.ts';
import type { BotContext } from '../core/context.ts';
import { buildPageRow, loadPage } from '../core/pages.ts';
import { onPress, press } from '../core/press.ts';
import { sendExemplarFiles } from './exemplar-files.ts';
import { exemplarFilesOf, openExemplar } from './exemplar-presses.ts';
import { exemplarText } from './exemplar-text.ts';
import type { Feature } from './feature.ts';
import { presses as reviewPresses } from './reviewing/presses.ts';
import { mend } from './unit-presses.ts';

const perPage = 8;
const page = press('danhsach', 'page');
const withdrawAsk = press('exemplar.off', 'id');
const withdraw = press('exemplar.off2', 'id');

const seeing = { right: 'seeExemplars', about: 'exemplar' } as const;
const withdrawing = { right: 'withdraw', about: 'exemplar' } as const;

/**
 * The feature of /danhsach: exemplars of one's own units, each on one screen, with the possible
 * actions.
 */
export const exemplarsFeature: Feature = {
  commands: [
    {
      name: 'danhsach',
      right: 'seeExemplars',
      words: { vi: ['danh sách'], en: ['list'] },
      run: (ctx) => list(ctx, 0),
    },
  ],
  presses(table) {
    onPress(table, page, 'seeExemplars', (ctx, n) => list(ctx, n));
    onPress(table, openExemplar, seeing, async (ctx, id) => show(ctx, await exemplarOf(ctx, id)));
    onPress(table, exemplarFilesOf, seeing, async (ctx, id) =>
      sendExemplarFiles(ctx, await exemplarOf(ctx, id)),
    );
    onPress(table, withdrawAsk, withdrawing, async (ctx, id) => {
      const exemplar = await exemplarOf(ctx, id);
      await ctx.say({
        text: ctx.html('withdraw-ask', { code: exemplar.code, name: exemplar.name }),
        buttons: [
          [{ text: ctx.t('withdraw-yes'), callback_data: withdraw.data(id) }],
          [{ text: ctx.t('withdraw-no'), callback_data: openExemplar.data(id) }],
        ],
      });
    });
    onPress(table, withdraw, withdrawing, async (ctx, id) => {
      const exemplar = await withdrawExemplar(ctx.house, id, actorOf(ctx));
      await ctx.sayInPlace({
        text: ctx.html('withdrawn', { code: exemplar.code, name: exemplar.name }),
        buttons: commandButtons(ctx, ['dangky', 'danhsach']),
      });
    });
  },
};

async function list(ctx: BotContext, pageNumber: number): Promise<void> {
  const units = listVisibleUnits(ctx.person);
  // A person who is only a publicist sees the approved ones of every unit.
  const publicises = units !== 'all' && units.length === 0 && holds(ctx.person, 'publicist');
  const unitIds = units === 'all' || publicises ? undefined : units;
  const shown = await loadPage(pageNumber, perPage, (limit, offset) =>
    listExemplars(ctx.house.db.prisma, {
      unitIds,
      ...(publicises ? { statuses: ['approved'] } : {}),
      limit,
      offset,
    }),
  );
  const { items: lines, total, offset } = shown;
  const canRegister = holds(ctx.person, 'liaison', 'officer');
  if (total === 0) {
    await ctx.say({
      text: ctx.html(publicises ? 'list-empty-approved' : 'list-empty'),
      buttons: canRegister ? commandButtons(ctx, ['dangky']) : [],
    });
    return;
  }
  const manyUnits = unitIds === undefined || unitIds.length > 1;
  const text = [
    ctx.html('list-title', {
      from: offset + 1,
      to: offset + lines.length,
      total,
    }),
    ...lines.map(
      (line) =>
        ctx.html('list-line', { code: line.code, name: line.name, status: ctx.t(`status-${line.status}`) }) +
        (manyUnits ? ` (${ctx.html('list-unit', { unit: line.unitName })})` : ''),
    ),
  ].join('\n');
  const reply = {
    text,
    buttons: [
      ...lines.map((line) => [
        { text: shorten(`${line.code} ${line.name}`, 60), callback_data: openExemplar.data(line.id) },
      ]),
      ...buildPageRow(ctx, shown, page.data),
    ],
  };
  await (ctx.callbackQuery?.data?.startsWith('danhsach') ? ctx.sayInPlace(reply) : ctx.say(reply));
}

async function show(ctx: BotContext, exemplar: Exemplar): Promise<void> {
  const isMine = listUnitsAs(ctx.person, 'liaison').some((unit) => unit.id === exemplar.unitId);
  const open = exemplar.status === 'submitted' || exemplar.status === 'returned';
  await ctx.say({
    text: exemplarText(ctx, exemplar),
    buttons: [
      ...(exemplar.files > 0
        ? [
            [
              {
                text: ctx.t('exemplar-files', { n: exemplar.files }),
                callback_data: exemplarFilesOf.data(exemplar.id),
              },
            ],
          ]
        : []),
      ...(holds(ctx.person, 'officer')
        ? [
            [
              {
                text: ctx.t(exemplar.status === 'submitted' ? 'exemplar-review' : 'exemplar-decision'),
                callback_data: reviewPresses.see.data(exemplar.id, ''),
              },
            ],
          ]
        : []),
      ...(isMine && open
        ? [
            [
              { text: ctx.t('exemplar-mend'), callback_data: mend.data(exemplar.id) },
              { text: ctx.t('exemplar-withdraw'), callback_data: withdrawAsk.data(exemplar.id) },
            ],
          ]
        : []),
    ],
  });
}

/** Reads the exemplar that a button names. Throws `exemplar-not-found`. */
async function exemplarOf(ctx: BotContext, id: number): Promise<Exemplar> {
  const exemplar = await exemplarById(ctx.house.db.pool, id);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  return exemplar;
}
