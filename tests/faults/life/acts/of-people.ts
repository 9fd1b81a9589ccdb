import { acceptInvitation } from '../../../support/accept-invitation.ts';
import type { ChatPerson } from '../../../support/chat.ts';
import type { LifeHouse } from '../house.ts';

/** A person with a phone, before they have joined: their name and the channel they use. */
export interface Newcomer {
  name: string;
  channel: ChatPerson['channel'];
}

/** A person comes with a code and joins, up to the welcome. */
export async function joinsWith(
  house: LifeHouse,
  { name, channel }: Newcomer,
  code: string,
): Promise<ChatPerson> {
  const person = await house.comes(name, channel, code);
  await acceptInvitation(person, name);
  return person;
}

/** The officer invites by words such as `đầu mối xã Glar`; the person joins with the code. */
export async function invites(
  house: LifeHouse,
  officer: ChatPerson,
  words: string,
  newcomer: Newcomer,
): Promise<ChatPerson> {
  await officer.says(`/moi ${words}`);
  return joinsWith(house, newcomer, findCode((await officer.sees('Mã mời:')).text));
}

/** A person takes up a second channel with a code of their own, and continues there. */
export async function changesChannel(
  house: LifeHouse,
  person: ChatPerson,
  channel: ChatPerson['channel'],
): Promise<ChatPerson> {
  await person.says('/taikhoan');
  await person.presses('Dùng thêm kênh khác');
  const { text } = await person.sees('Mã để tham gia trên kênh hoặc thiết bị khác');
  const there = await house.comes(person.name, channel, findCode(text));
  await there.presses('Đúng, tôi nhận');
  await there.sees('Đã xong.');
  return there;
}

function findCode(text: string): string {
  return /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text)?.[0] ?? '';
}

/** The officer ends a person's role; a unit without people is told. */
export async function endsRole(officer: ChatPerson, name: string): Promise<void> {
  await officer.says(`/nguoidung ${name}`);
  await officer.sees(name);
  await officer.presses('Kết thúc vai trò');
  await officer.sees('Lý do?');
  await officer.says('Chuyển công tác sang đơn vị khác.');
  await officer.sees(`của ${name}?`);
  await officer.presses('Đồng ý');
  await officer.sees('Đã kết thúc vai trò');
}
