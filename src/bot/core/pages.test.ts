import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { t } from '../../i18n.ts';
import { buildPageRow, loadPage, pageOf, pagesOf } from './pages.ts';

const list = (length: number) => Array.from({ length }, (_, i) => i);

describe('a page of a list', () => {
  it.each([
    [0, 0, []],
    [5, 0, []],
    [0, 3, [0, 1, 2]],
    [1, 3, [0, 1, 2]],
    [1, 9, [4, 5, 6, 7]],
    [2, 9, [8]],
    [3, 9, [8]],
    [2_147_483_647, 9, [8]],
    [-1, 9, [0, 1, 2, 3]],
  ])('asked for %i of a list of %i shows %j', (asked, length, items) => {
    expect(pageOf(list(length), asked, 4).items).toEqual(items);
  });

  it('is the same read from memory and read page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        async (asked, n, perPage) => {
          const all = list(n);
          const loaded = await loadPage(asked, perPage, async (limit, offset) => ({
            items: all.slice(offset, offset + limit),
            total: n,
          }));
          expect(loaded).toEqual(pageOf(all, asked, perPage));
        },
      ),
    );
  });

  it('leads to every line by its buttons, and nowhere else', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (n, perPage) => {
        const by = { t: (key: string, args?: Record<string, number>) => t('vi', key, args) };
        const seen: number[] = [];
        for (let page = 0; page < Math.max(1, pagesOf(n, perPage)); page++) {
          const shown = pageOf(list(n), page, perPage);
          seen.push(...shown.items);
          const to = buildPageRow(by, shown, String)
            .flat()
            .map((button) => 'callback_data' in button && button.callback_data);
          expect(to).toEqual([
            ...(page > 0 ? [String(page - 1)] : []),
            ...(page + 1 < shown.pages ? [String(page + 1)] : []),
          ]);
        }
        expect(seen).toEqual(list(n));
      }),
    );
  });
});
