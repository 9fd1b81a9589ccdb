import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../tests/support/until.ts';
import { DomainError } from '../errors.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { transact } from '../store/transaction.ts';
import { decide } from './review.ts';
import { withdrawExemplar } from './withdraw.ts';

let world: NudgeWorld;
let glar: number;
let trang: number;
let first: number;
let second: number;
let liaison: number;
beforeAll(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  trang = await world.unit('Xã Trang');
  liaison = await world.person('Bình');
  first = await world.person('Trần Thị Hạnh');
  second = await world.person('Lê Văn Hai');
  await world.member(liaison, trang);
});
afterAll(() => world.db.drop());

async function registered(): Promise<number> {
  await world.register(glar, liaison, 1);
  const { id } = await world.db.prisma.exemplar.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return id;
}

/** Does `work` while another transaction has run `statement`, and is not over. */
async function whileOpen<T>(statement: string, values: unknown[], work: () => Promise<T>): Promise<T> {
  let done: Promise<T> | undefined;
  await transact(world.db, async ({ sql }) => {
    await sql.query(statement, values);
    done = work();
    done.catch(() => undefined);
    await until(async () => {
      const { rows } = await world.db.pool.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length > 0 ? true : undefined;
    });
  });
  if (!done) throw new Error('nothing was done');
  return done;
}

const decided = `update exemplar set status = $2::exemplar_status, decided_at = '2021-08-18T01:00:00Z', decided_by_id = $3,
                   decision_reason = case when $2 = 'approved' then null else 'Thiếu số liệu cụ thể' end,
                   returned_fields = case when $2 = 'returned' then array['summary'] else array[]::text[] end where id = $1`;
const by = () => ({ personId: second, channel: 'web' });
const refusal = (error: unknown) => (error instanceof DomainError ? error : Promise.reject(error));

test.each(['approved', 'returned', 'rejected'])(
  'of two officers at once, the second reads who: %s',
  async (status) => {
    const id = await registered();
    const answer = await whileOpen(decided, [id, status, first], () =>
      decide(world, id, { action: 'reject', reason: 'Trùng với năm trước' }, by()).then(
        () => 'done',
        refusal,
      ),
    );
    expect(answer).toMatchObject({
      code: 'exemplar-already-decided',
      args: { who: 'Trần Thị Hạnh', when: '2021-08-18T01:00:00.000Z', status },
    });
  },
);

test('an exemplar that goes to another unit at this moment is decided there', async () => {
  const id = await registered();
  const { exemplar, deliveries } = await whileOpen(
    'update exemplar set unit_id = $2 where id = $1',
    [id, trang],
    () => decide(world, id, { action: 'approve' }, by()),
  );
  expect(exemplar).toMatchObject({ status: 'approved', unitId: trang, unitName: 'Xã Trang' });
  const told = await world.db.prisma.delivery.findMany({ where: { id: { in: deliveries } } });
  expect(told.map(({ personId }) => personId)).toEqual([liaison]);
});

test('an exemplar that goes to another unit at this moment can be withdrawn', async () => {
  const id = await registered();
  const withdrawn = await whileOpen('update exemplar set unit_id = $2 where id = $1', [id, trang], () =>
    withdrawExemplar(world, id, { personId: liaison, channel: 'zalo' }),
  );
  expect(withdrawn).toMatchObject({ status: 'withdrawn', unitName: 'Xã Trang' });
});
