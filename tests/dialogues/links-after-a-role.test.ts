import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeFor } from '../../src/chat-files/made-for.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';

let house: TestHouse;
let officer: ChatPerson;
beforeAll(async () => {
  house = await testHouse({ channel: 'zalo' });
  officer = await house.joined('Trần Thị Hạnh', 'officer');
});
afterAll(async () => {
  await house.close();
});

const status = async (address: string) => (await fetch(address)).status;
const linkIn = (text: string, path: string) => text.match(new RegExp(`http\\S+/${path}/\\S+`))?.[0] ?? '';

async function decides(name: string, label: string, done: string): Promise<void> {
  await officer.says(`/nguoidung ${name}`);
  await officer.presses(label);
  await officer.sees('Lý do?');
  await officer.says('Chuyển công tác từ 1/9/2021');
  await officer.presses('Đồng ý');
  await officer.sees(done);
}

it.each([
  ['Kết thúc vai trò', 'Đã kết thúc vai trò'],
  ['Gỡ tài khoản', 'Đã gỡ tài khoản'],
])('%s closes the report links that the person was sent', async (label, done) => {
  const name = `Cán Bộ ${label === 'Gỡ tài khoản' ? 'Tài Khoản' : 'Vai Trò'}`;
  const leaving = await house.joined(name, 'officer');
  await leaving.says('/baocao tonghop 2021');
  const link = linkIn((await leaving.sees(/\/tep\//)).text, 'tep');
  expect(await status(link)).toBe(200);
  await decides(name, label, done);
  expect(await status(link)).toBe(410);
});

it.each([
  ['Kết thúc vai trò', 'Đã kết thúc vai trò'],
  ['Gỡ tài khoản', 'Đã gỡ tài khoản'],
])('%s closes the upload page of a question that waits', async (label, done) => {
  const name = `Đầu Mối ${label === 'Gỡ tài khoản' ? 'Tài Khoản' : 'Vai Trò'}`;
  const liaison = await house.joined(name, 'liaison', 'GLAR');
  await liaison.says('/nopvanban');
  await liaison.presses('Kế hoạch triển khai (24/8/2021)');
  const link = linkIn((await liaison.sees(/\/tai-len\//)).text, 'tai-len');
  expect(await status(link)).toBe(200);
  await decides(name, label, done);
  expect(await status(link)).toBe(410);
  const form = new FormData();
  form.append('files', new Blob([new TextEncoder().encode('%PDF-1.4\n%%EOF')]), 'ke-hoach.pdf');
  expect((await fetch(link, { method: 'POST', body: form })).status).toBe(410);
});

it('opens nothing once it stands for another person, question or chat', async () => {
  const { prisma } = house.app.house.db;
  const head = await house.joined('Siu Trưởng', 'head', 'GLAR');
  await head.says('/baocao danhsach 2021');
  const link = linkIn((await head.sees(/\/tep\//)).text, 'tep');
  await house.settled();
  expect(await status(link)).toBe(200);
  const id = /\/tep\/([^.]+)\./.exec(link)?.[1] ?? '';
  const row = await prisma.chatFile.findUniqueOrThrow({ where: { id } });
  const asked = madeFor.parse(row.madeFor);
  const other = await prisma.person.findFirstOrThrow({ where: { name: 'Trần Thị Hạnh' } });
  expect(asked).toMatchObject({ right: 'report', question: { report: 'danhsach', period: '2021' } });
  expect(asked.unitIds).toHaveLength(1);
  for (const forged of [
    { ...asked, personId: other.id },
    { ...asked, unitIds: null },
    { ...asked, unitIds: [...(asked.unitIds ?? []), 2] },
    { ...asked, right: 'askReports' },
    { ...asked, question: { ...asked.question, report: 'tonghop' } },
    { ...asked, question: { ...asked.question, period: '2022' } },
  ]) {
    await prisma.chatFile.update({ where: { id }, data: { madeFor: forged } });
    expect(await status(link), JSON.stringify(forged)).toBe(404);
  }
  await prisma.chatFile.update({ where: { id }, data: { madeFor: asked, chatId: 12345 } });
  expect(await status(link)).toBe(404);
  await prisma.chatFile.update({ where: { id }, data: { chatId: row.chatId } });
  expect(await status(link)).toBe(200);
  // Another file of the same person, under this one's signature.
  const signature = link.split('/tep/')[1]?.split('/')[0]?.split('.').slice(1).join('.');
  await head.says('/baocao tonghop 2021');
  const second = linkIn((await head.sees(/tong-hop/)).text, 'tep');
  const secondId = /\/tep\/([^.]+)\./.exec(second)?.[1] ?? '';
  expect(await status(second)).toBe(200);
  expect(await status(second.replace(/\/tep\/[^/]+/, `/tep/${secondId}.${signature}`))).toBe(404);
});

it('opens nothing once the role reaches other units than it did', async () => {
  const { prisma } = house.app.house.db;
  const head = await house.joined('Siu Đổi', 'head', 'ADOK');
  await head.says('/baocao danhsach 2021');
  const link = linkIn((await head.sees(/\/tep\//)).text, 'tep');
  await house.settled();
  expect(await status(link)).toBe(200);
  const other = await prisma.unit.findUniqueOrThrow({ where: { code: 'HADONG' } });
  await prisma.membership.updateMany({
    where: { person: { name: 'Siu Đổi' } },
    data: { unitId: other.id },
  });
  expect(await status(link)).toBe(410);
});

it('leaves the links of a person who only gets one more role', async () => {
  const manager = await house.joined('Lãnh Đạo', 'manager');
  await manager.says('/baocao tonghop 2021');
  const link = linkIn((await manager.sees(/\/tep\//)).text, 'tep');
  await manager.says(await house.code('publicist'));
  await manager.presses('Đúng, tôi nhận');
  await manager.presses('Bỏ qua');
  await manager.sees('Đã xong.');
  expect(await status(link)).toBe(200);
});
