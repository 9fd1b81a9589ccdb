import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWords } from '../../src/bot/core/words.ts';
import type { RoleName } from '../../src/people/known-person.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { layUnitObjects, type UnitObjects } from '../support/lay-unit-objects.ts';
import { openDirectPresses, type PressesDirectly } from '../support/press-directly.ts';
import { pressRows } from '../support/press-rows.ts';
import { readEverything } from '../support/read-everything.ts';

/** Presses that write under the plan of their object, or under the plan that they name. */
const writing = [
  ...['exemplar.off', 'exemplar.off2', 'exemplar.mend', 'dangky.kh', 'nop'],
  ...['tcr.moi', 'tcr.sua', 'tcr.thoi', 'tcr.thoi2'],
  ...['bd.lap', 'bd.them', 'bd.ld', 'bd.xong', 'bd.doi', 'bd.bo', 'bd.lai'],
  ...['hd.kh', 'hd.sua', 'hd.rut', 'gd.thoi', 'gd.nhan', 'gd.xong'],
  ...['bcn', 'bcn.sua', 'bcn.khong', 'tk', 'tk.sua', 'tk.khong'],
  ...['hn.chon', 'hn.bo', 'hn.lydo', 'hn.gt', 'hn.so'],
  ...['kt.tt', 'kt.nh', 'kt.qd', 'kt.them', 'kt.kt', 'kt.kd', 'kt.mo', 'kt.tr', 'kt.t', 'kt.sua', 'kt.huy'],
  ...['duyet.yes', 'duyet.ret', 'duyet.rej', 'duyet.mo', 'duyet.ok', 'duyet.back', 'duyet.no'],
  ...['duyet.y', 'duyet.r', 'duyet.n', 'duyet.a3', 'duyet.all2', 'vb.yes', 'vb.ret', 'vb.mo'],
  ...['dondoc', 'dondoc.note', 'dondoc.xem', 'dondoc.send'],
  ...['dondoc.ds', 'dondoc.dsn', 'dondoc.dsx', 'dondoc.dsg', 'kehoach.dong'],
];

/** Presses about an exemplar that write under an open plan: its own, or one that took it over. */
const writingWhereOpen = ['hd.ghi', 'gd.dh', 'kt.cho'];

/** Presses that are of no plan, or choose an open one, and write there or of the person alone. */
const ofNoPlan = [
  ...[
    'dangky',
    'dangky.copy',
    'exemplar.copy',
    'gd.moi',
    'draft.go',
    'draft.keep',
    'draft.ask',
    'draft.drop',
  ],
  ...['draft.take', 'nhac.mai', 'nhac.ro', 'dinhky.them', 'dinhky.thoi', 'ngonngu', 'taikhoan.link'],
  ...['kehoach.nap', 'baocao.huy', 'congvan', 'congvan.ngay', 'congvan.lap'],
  ...['moi.off', 'moi.tiep', 'dv.huy', 'dv.doi', 'nguoidung.tim'],
  ...['vaitro', 'donvi', 'go', 'ma'].map((name) => `nguoidung.${name}`),
  ...['cmd', 'cmd.with', 'dondoc.off', 'huongdan', 'dondoc.kq', 'dondoc.goi'],
];

const nameOf = (data: string) => data.split(':')[0] ?? '';
const names = new Set(pressRows.flatMap(({ data }) => data.map(nameOf)));
/** The others: they show what was, and write nothing. */
const showing = [...names].filter((name) => ![...writing, ...writingWhereOpen, ...ofNoPlan].includes(name));

describe.each(['that no plan follows', 'that another plan follows'])(
  'a closed plan %s',
  { timeout: 240_000 },
  (which) => {
    let house: TestHouse;
    let press: PressesDirectly;
    const chats = new Map<RoleName, number>();
    const objects = new Map<string, UnitObjects>();
    let unitId = 0;
    const next = which.startsWith('that another') ? '205/KH-UBND' : undefined;

    beforeAll(async () => {
      house = await testHouse({ channel: 'telegram' });
      press = await openDirectPresses(house);
      const { prisma, pool } = house.app.house.db;
      const at = house.app.clock.now();
      const unit = await prisma.unit.findUniqueOrThrow({ where: { code: 'GLAR' } });
      unitId = unit.id;
      let personId = 0;
      for (const role of ['officer', 'liaison'] as const) {
        const phone = house.telegram.person({ name: `Người ${role}` });
        await phone.says('/start');
        await phone.sees('mã mời');
        const membership = role === 'officer' ? { officeId: 1 } : { unitId };
        const memberships = { create: { role, since: at, ...membership } };
        const person = await prisma.person.create({
          data: { name: `Người ${role}`, createdAt: at, memberships },
        });
        personId = person.id;
        await prisma.account.updateMany({ where: { chatId: phone.id }, data: { personId } });
        chats.set(role, phone.id);
      }
      const of = { unitId, personId, at };
      objects.set('submitted', await layUnitObjects(prisma, { ...of, n: 1 }));
      objects.set('approved', await layUnitObjects(prisma, { ...of, n: 2, approved: true }));
      if (next) {
        const { id } = await prisma.plan.create({ data: { officeId: 1, code: next } });
        await pool.query(
          `insert into plan_version (plan_id, number, content, hash, loaded_at)
         select $1, 1, content || jsonb_build_object('code', $2::text), hash, loaded_at from plan_version where plan_id = 1`,
          [id, next],
        );
        await pool.query(
          'insert into plan_unit (plan_id, unit_id, kind, position) select $1, unit_id, kind, position from plan_unit',
          [id],
        );
      }
      await prisma.plan.update({ where: { id: 1 }, data: { closedAt: at, closedById: personId } });
      await house.app.house.plans.refresh();
      await house.settled();
    });
    afterAll(() => house.close());

    const sentence = () =>
      createWords(house.app.house.plan, 'vi').html('error-plan-closed', {
        plan: '101/KH-UBND',
        next: next ?? 'none',
      });

    /** Presses each kind that these names list, for each object, by all who may. */
    function casesOf(listed: string[]) {
      return pressRows.flatMap(({ data, about, who }) =>
        data
          .filter((one) => listed.includes(nameOf(one)))
          .flatMap((one) =>
            (['officer', 'liaison'] as const)
              .filter((role) => who[role] !== undefined)
              .flatMap((role) =>
                [...objects].flatMap(([state, of]) => {
                  // Publicity is the office's: a liaison does not change it.
                  if (about === 'activity' && state === 'approved' && role === 'liaison') return [];
                  const id =
                    about === undefined ? unitId : about in of ? of[about as keyof UnitObjects] : unitId;
                  return { role, data: one.replace('ID36', id.toString(36)).replace('ID', String(id)) };
                }),
              ),
          ),
      );
    }

    it('refuses every press that writes under it, says the way out and writes nothing', async () => {
      const cases = casesOf(writing);
      expect(new Set(cases.map(({ data }) => nameOf(data)))).toEqual(new Set(writing));
      const before = await readEverything(house.app.house.db.pool);
      const wrong: unknown[] = [];
      for (const { role, data } of cases) {
        // Twice: an old button is pressed again.
        for (let time = 0; time < 2; time += 1) {
          const said = await press(chats.get(role) ?? 0, data);
          if (said.length !== 1 || said[0] !== sentence()) wrong.push({ role, data, said });
        }
      }
      expect(wrong).toEqual([]);
      expect(await readEverything(house.app.house.db.pool)).toEqual(before);
    });

    it('shows what was, and writes nothing', async () => {
      const before = await readEverything(house.app.house.db.pool);
      const wrong: unknown[] = [];
      for (const { role, data } of casesOf(showing)) {
        const said = await press(chats.get(role) ?? 0, data);
        if (said.length === 0 || said.includes(sentence())) wrong.push({ role, data, said });
      }
      expect(wrong).toEqual([]);
      // A report that is being made is a file of a person, and of no plan.
      const kept = ({ asked_report: _, ...rest }: Record<string, string>) => rest;
      expect(kept(await readEverything(house.app.house.db.pool))).toEqual(kept(before));
    });

    it('refuses what is new about its exemplars, which no open plan took over', async () => {
      const before = await readEverything(house.app.house.db.pool);
      const approved = objects.get('approved')?.exemplar ?? 0;
      for (const name of writingWhereOpen)
        for (const { role } of casesOf([name]))
          expect(await press(chats.get(role) ?? 0, `${name}:${approved}`)).toEqual([sentence()]);
      expect(await readEverything(house.app.house.db.pool)).toEqual(before);
    });
  },
);
