import type { Fact } from '../../src/exemplars/facts/fact.ts';
import { facts } from '../../src/exemplars/facts/facts.ts';
import { t } from '../../src/i18n.ts';
import type { ChatPerson, SeenMessage } from './chat.ts';

/**
 * The answer to a question: first the typed texts, then the pressed buttons. `☐ 1.` presses the
 * button that begins so.
 */
export interface Answer {
  says?: string[];
  presses?: string[];
}

/** The registration's questions: words by which a person knows each, and a sensible answer. */
const questions = {
  unit: { asks: /Đơn vị nào\?|thay cho đơn vị nào\?/, answer: { says: ['Xã Glar'] } },
  subject: { asks: /Đối tượng\?/, answer: { presses: ['Tập thể'] } },
  category: { asks: /Lĩnh vực\?/, answer: { presses: ['Tổ dân phố, thôn, làng, xã, thị trấn'] } },
  name: {
    asks: /Tên mô hình\?|Họ và tên cá nhân/,
    answer: { says: ['Làng Đê Kốp giữ gìn bản sắc văn hóa'] },
  },
  duplicate: { asks: /Đã có điển hình tên gần giống/, answer: { presses: ['Vẫn đăng ký'] } },
  birthYear: { asks: /Năm sinh\?/, answer: { says: ['1975'] } },
  sex: { asks: /Giới tính\?/, answer: { presses: ['Nữ'] } },
  ethnicity: { asks: /Dân tộc\?/, answer: { presses: ['Bỏ qua'] } },
  position: { asks: /Chức vụ, nghề nghiệp\?/, answer: { says: ['Nông dân'] } },
  leader: { asks: /có giữ chức vụ lãnh đạo/, answer: { presses: ['Không giữ chức vụ'] } },
  leads: { asks: /Đó là tập thể nào\?/, answer: { presses: ['Chưa có tập thể nào'] } },
  representative: { asks: /Người đại diện của/, answer: { says: ['Ông A Nhưk, Trưởng thôn'] } },
  memberCount: { asks: /Số người trong tập thể/, answer: { says: ['125 người'] } },
  place: { asks: /Địa bàn \(thôn/, answer: { says: ['Làng Đê Kốp'] } },
  difficult: { asks: /Thuộc địa bàn khó khăn/, answer: { presses: ['Địa bàn khó khăn, vùng sâu, vùng xa'] } },
  labour: { asks: /lao động trực tiếp không/, answer: { presses: ['Lao động trực tiếp'] } },
  summary: {
    asks: /Tóm tắt thành tích \(/,
    answer: {
      says: ['Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội cồng chiêng.'],
      presses: ['Xong'],
    },
  },
  figures: { asks: /chưa có số liệu/, answer: { presses: ['Để nguyên'] } },
  criteria: { asks: /Tiêu chí đạt được\?/, answer: { presses: ['☐ 1.', 'Xong'] } },
  movements: { asks: /Phong trào thi đua mà/, answer: { presses: ['Bỏ qua'] } },
  impact: {
    asks: /Hiệu quả và khả năng nhân rộng\?/,
    answer: {
      says: ['Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.'],
      presses: ['Xong'],
    },
  },
  endorsedOn: { asks: /Ngày họp tập thể suy tôn/, answer: { says: ['5/8/2021'] } },
  minutes: { asks: /Số biên bản/, answer: { presses: ['Bỏ qua'] } },
  files: { asks: /Minh chứng: gửi/, answer: { presses: ['Xong'] } },
  exception: {
    asks: /Vì sao cần đăng ký thêm/,
    answer: { says: ['Phong trào của xã có thêm mô hình nổi bật'] },
  },
  review: { asks: /xem lại lần cuối/, answer: {} },
} satisfies Record<string, { asks: RegExp; answer: Answer }>;

export type QuestionKey = keyof typeof questions;

const isKey = (key: string): key is QuestionKey => key in questions;

/** The content of a registration; every field has a sensible default. */
export interface Registers {
  name?: string;
  /** A label of the plan: `Tập thể`, `Cá nhân`, or another plan's. */
  subject?: string;
  category?: string;
  summary?: string;
  /** Other answers than the usual ones. */
  answers?: Partial<Record<QuestionKey, Answer>>;
  /** Stops before "Gửi". */
  untilReview?: boolean;
}

/** Fills in the registration as a person would, from /dangky to the answer of the office. */
export async function registers(person: ChatPerson, given: Registers = {}): Promise<SeenMessage> {
  await person.says('/dangky');
  const review = await answersUntil(person, 'review', given);
  if (given.untilReview) return review;
  await person.presses('Gửi Phòng Nội vụ');
  return person.sees('Đã gửi');
}

/** Answers question after question until `until` is asked, and returns that question as shown. */
export async function answersUntil(
  person: ChatPerson,
  until: QuestionKey,
  given: Omit<Registers, 'untilReview'> = {},
): Promise<SeenMessage> {
  for (;;) {
    const { key, message } = await seesQuestion(person);
    if (key === until) return message;
    await gives(person, message, answerFor(key, given));
  }
}

/** Gives one question its answer. */
export async function gives(person: ChatPerson, question: SeenMessage, answer: Answer): Promise<void> {
  for (const text of answer.says ?? []) await person.says(text);
  for (const [i, label] of (answer.presses ?? []).entries()) {
    const button = question.buttons.find(
      (one) => one === label || (label.endsWith('.') && one.startsWith(label)),
    );
    // The question's own button needs no waiting: typed texts before it are handled before it.
    // Where only the newest menu counts, the answer to a typed text may bring another one.
    const stands = person.hasButtons || (i === 0 && !answer.says?.length);
    if (button && stands) await person.pressesOn(question, button);
    else await person.presses(button ?? label);
  }
}

/** Questions of facts that no test names, with the answer that their declaration suggests. */
const unnamed: Record<string, { asks: RegExp; answer: Answer }> = Object.fromEntries(
  facts
    .filter(({ key, askedWith }) => askedWith === undefined && !(key in questions))
    .map((fact) => {
      const [asks = ''] = t('vi', `register-${fact.key}`).split('?');
      return [fact.key, { asks: new RegExp(RegExp.escape(asks)), answer: suggested(fact) }];
    }),
);

/** Texts that the answers of required questions without a test's own words come from. */
export const exampleKeysOfTests = facts
  .filter(
    ({ key, optional, askedWith, kind: { given } }) =>
      !optional &&
      askedWith === undefined &&
      !(key in questions) &&
      given.by !== 'choice' &&
      given.by !== 'own',
  )
  .map(({ key }) => `register-${key}-example`);

function suggested({ key, optional, kind: { given } }: Fact): Answer {
  if (optional) return { presses: ['Bỏ qua'] };
  if (given.by === 'choice') return { presses: [t('vi', `register-${key}-${given.values[0]}`)] };
  const example = t('vi', `register-${key}-example`);
  return given.by === 'paragraphs' ? { says: [example], presses: ['Xong'] } : { says: [example] };
}

/** The usual answer to a question, or the one given for it. */
export function answerFor(key: string, given: Omit<Registers, 'untilReview'> = {}): Answer {
  const own: Partial<Record<QuestionKey, Answer>> = {
    ...(given.name && { name: { says: [given.name] } }),
    ...(given.subject && { subject: { presses: [given.subject] } }),
    ...(given.summary && { summary: { says: [given.summary], presses: ['Xong'] } }),
    ...(given.subject === 'Cá nhân' && {
      category: { presses: ['Người dân trong cộng đồng dân cư, chức sắc tôn giáo'] },
    }),
    ...(given.category && { category: { presses: [given.category] } }),
    ...given.answers,
  };
  const usual = isKey(key) ? (own[key] ?? questions[key].answer) : unnamed[key]?.answer;
  if (!usual) throw new Error(`no answer to ${key}`);
  return usual;
}

/** Waits for the next open question (not one with its answer written under it). */
export async function seesQuestion(person: ChatPerson): Promise<{ key: string; message: SeenMessage }> {
  const all = [...Object.entries(questions), ...Object.entries(unnamed)];
  const any = all.map(([, { asks }]) => asks.source);
  const message = await person.sees(new RegExp(`^(?![\\s\\S]*\\n→ )[\\s\\S]*(?:${any.join('|')})`));
  const [key] = all.find(([, { asks }]) => asks.test(message.text.normalize('NFC'))) ?? [];
  if (key === undefined) throw new Error(`no question: ${message.text}`);
  return { key, message };
}
