import type { ChatPerson } from '../../../support/chat.ts';

/** A line of the ranking as its screen shows it. */
export interface RankedLine {
  code: string;
  points: number;
  state: string;
}

/** A person opens the ranking, and reads its lines in their order. */
export async function readsRanking(person: ChatPerson): Promise<RankedLine[]> {
  await person.says('/hoinghi');
  const { text } = await person.sees(/^Hội nghị điển hình tiên tiến huyện Đak Đoa[\s\S]* điểm, /);
  const line = /^\D*\d+[.:] ([A-Z]+-\d{4}-\d{3}) .*: (\d+) điểm, (.+)$/gm;
  return [...text.normalize().matchAll(line)].map(([, code = '', points, state = '']) => ({
    ...{ code, points: Number(points), state },
  }));
}

/** The officer chooses the first of the ranking that wait, and leaves the next one out. */
export async function choosesDelegates(officer: ChatPerson, chosen: string[], left: string): Promise<void> {
  for (const code of chosen) {
    await officer.says('/hoinghi');
    await officer.sees('Đang xét');
    await officer.presses('Chọn');
    await officer.sees(`Đã chọn ${code}`);
  }
  await officer.says('/hoinghi');
  await officer.sees('Đang xét');
  await officer.presses('Bỏ');
  await officer.sees(`Vì sao không chọn ${left}?`);
  await officer.says('Ưu tiên cơ cấu các ngành khác.');
  await officer.sees(`Đã bỏ ${left}`);
}
