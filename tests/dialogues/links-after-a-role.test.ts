import { afterAll, beforeAll, expect, it } from 'vitest';
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
