import type { ChatPerson } from './chat.ts';

/** Accepts the invitation that a person was shown, without a phone number, up to the welcome. */
export async function acceptInvitation(person: ChatPerson, name: string): Promise<void> {
  await person.presses('Đúng, tôi nhận');
  await person.sees('Họ và tên');
  await person.says(name);
  await person.sees('Số điện thoại');
  await person.presses('Bỏ qua');
  await person.sees('Đã xong.');
}
