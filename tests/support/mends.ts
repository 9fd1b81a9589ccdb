import type { ChatPerson, SeenMessage } from './chat.ts';
import { type Answer, gives, type QuestionKey, seesQuestion } from './registers.ts';

/** Opens an exemplar of the unit's list, on any page. */
export async function opens(person: ChatPerson, code: string, name: string): Promise<SeenMessage> {
  await person.says('/danhsach');
  const list = await person.sees(/Điển hình [1(]/);
  if (!list.text.includes(code)) await person.presses('Trang sau ›');
  await person.presses(`${code} ${name}`);
  return person.sees(`${code} “${name}”`);
}

/** Opens an exemplar of the unit's list to change it; returns the review screen. */
export async function opensToMend(person: ChatPerson, code: string, name: string): Promise<SeenMessage> {
  await opens(person, code, name);
  await person.presses('Sửa');
  return seesReview(person);
}

/** From the review screen: chooses a line, answers it, and comes back to the review screen. */
export async function mendsLine(person: ChatPerson, line: string, answer: Answer): Promise<SeenMessage> {
  await person.presses('Sửa');
  await person.presses(line);
  const { message } = await seesQuestion(person);
  await gives(person, message, answer);
  return seesReview(person);
}

/** Waits for the review screen. */
export async function seesReview(person: ChatPerson): Promise<SeenMessage> {
  return seesAsked(person, 'review');
}

/** Waits for the next question, which must be this one. */
export async function seesAsked(person: ChatPerson, key: QuestionKey): Promise<SeenMessage> {
  const seen = await seesQuestion(person);
  if (seen.key !== key) throw new Error(`${key} was expected, ${seen.key} is asked: ${seen.message.text}`);
  return seen.message;
}

/** Returns an exemplar with these lines and this reason, as an officer. */
export async function returnsIt(
  officer: ChatPerson,
  exemplar: { code: string; name: string },
  lines: string[],
  reason: string,
): Promise<void> {
  await officer.says(`/duyet ${exemplar.code}`);
  await officer.sees(new RegExp(`^${exemplar.code} “`));
  await officer.presses('Trả lại');
  await officer.sees('Cần bổ sung những dòng nào');
  for (const line of lines) await officer.presses(`☐ ${line}`);
  await officer.presses('Xong');
  await officer.sees('Cần bổ sung điều gì?');
  await officer.says(reason);
  await officer.sees(`Đã trả lại ${exemplar.code}`);
}
