import { expect, it } from 'vitest';
import { batchCalls } from './batching.ts';

/** A `run` that waits for release, and records its batches. */
function gated() {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const call = batchCalls<number, number>(async (items) => {
    batches.push(items);
    await new Promise<void>((resolve) => gates.push(resolve));
    if (items.includes(13)) throw new Error('thirteen');
    return items.map((n) => n * 10);
  });
  const letGo = async () => {
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { call, batches, letGo };
}

it('runs a single call at once, gathers others in between, and returns each result', async () => {
  const { call, batches, letGo } = gated();
  const all = Promise.all([1, 2, 3].map(call));
  expect(batches).toEqual([[1]]);
  await letGo();
  expect(batches).toEqual([[1], [2, 3]]);
  await letGo();
  expect(await all).toEqual([10, 20, 30]);
});

it('tries the items of a failed batch alone, so that only the bad one fails', async () => {
  const { call, batches, letGo } = gated();
  const results = Promise.allSettled([1, 2, 13, 4].map(call));
  for (let i = 0; i < 6; i++) await letGo();
  expect(batches).toEqual([[1], [2, 13, 4], [2], [13], [4]]);
  expect((await results).map((r) => (r.status === 'fulfilled' ? r.value : r.reason.message))).toEqual([
    10,
    20,
    'thirteen',
    40,
  ]);
});

it('keeps batches to the largest size', async () => {
  const sizes: number[] = [];
  const call = batchCalls<number, number>(async (items) => {
    sizes.push(items.length);
    return items;
  }, 3);
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(call));
  expect(sizes).toEqual([1, 3, 3, 1]);
});
