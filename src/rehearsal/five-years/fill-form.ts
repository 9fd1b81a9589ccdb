import type { StageButton, StageChat } from './stage-chat.ts';

/**
 * One action that answers a question: words, a file, or the first of some buttons that it has.
 * A button is named by its operation and value, which its data carries after draft and question
 * (`bot/forms/buttons.ts`).
 */
export type Action =
  | { says: string }
  | { file: { name: string; content: Uint8Array } }
  | { press: readonly string[] };

/** Chooses the first of these options that the question has. */
export const pickOption = (...values: string[]): Action => ({ press: values.map((value) => `c:${value}`) });
/** Presses [Xong]. */
export const pressDone: Action = { press: ['d'] };
/** Presses [Bỏ qua]. */
export const pressSkip: Action = { press: ['k'] };
/** Presses [Giữ nguyên]. */
export const pressKeep: Action = { press: ['o'] };
/** Types a long text and ends it. */
export const typeText = (text: string): Action => ({ says: `${text}\nXong` });
/** Types words. */
export const typeWords = (text: string): Action => ({ says: text });

/** The actions for a question by its key; `times`: how often the key was asked before. */
export type StageAnswers = Record<string, Action[] | ((times: number) => Action[])>;

const formButton = /^f:[0-9a-z]+:([\w-]+)(?:@[\w-]+)?:(\w)(?::(.*))?$/;
/** A button that discards a draft of the same form, which a visitor has left. */
const discardButton = /^draft\.drop:/;
/** No form of the script has more questions, so that a misunderstanding ends. */
const mostQuestions = 200;

/** Types a command that opens a form, and answers the form; a draft left before it is discarded. */
export async function fillByCommand(chat: StageChat, command: string, answers: StageAnswers): Promise<void> {
  await chat.says(command);
  const [left] = chat.buttons(discardButton);
  if (left && chat.buttons(formButton).length === 0) {
    await chat.presses(left);
    await chat.says(command);
  }
  await fillStageForm(chat, answers);
}

/**
 * Answers the questions of a form until it has ended. A question without an answer is skipped, kept
 * or ended, where it can be; others get their first option. Throws where that leads to no end,
 * where no form is open, and where it ends before the question `confirm` that `answers` name.
 */
export async function fillStageForm(chat: StageChat, answers: StageAnswers): Promise<void> {
  const asked = new Map<string, number>();
  let last: string | undefined;
  for (let n = 0; n < mostQuestions; n += 1) {
    const buttons = chat.buttons(formButton);
    const [newest] = buttons;
    if (!newest) return requireEnd(last, answers);
    const own = buttons.filter(({ message }) => message.id === newest.message.id);
    const key = partsOf(newest).key;
    const times = asked.get(key) ?? 0;
    asked.set(key, times + 1);
    last = key;
    const given = answers[key];
    const actions = (typeof given === 'function' ? given(times) : given) ?? [];
    for (const action of actions.length > 0 ? actions : [usual(own)]) await act(chat, action);
  }
  throw new Error(`the form does not end: ${last}`);
}

function requireEnd(last: string | undefined, answers: StageAnswers): void {
  if (last === undefined) throw new Error('no form is open');
  if (answers.confirm && last !== 'confirm') throw new Error(`the form ended at ${last}`);
}

async function act(chat: StageChat, action: Action): Promise<void> {
  if ('says' in action) return chat.says(action.says);
  if ('file' in action) return chat.sendsFile(action.file.name, action.file.content);
  const buttons = chat.buttons(formButton);
  for (const wanted of action.press) {
    const found = buttons.find((button) => {
      const { op, value } = partsOf(button);
      return wanted === op || wanted === `${op}:${value}`;
    });
    if (found) return chat.presses(found);
  }
  throw new Error(`no button ${action.press.join(', ')}`);
}

/** The action for a question that the script has no answer to. */
function usual(buttons: StageButton[]): Action {
  const parts = buttons.map(partsOf);
  const op = ['k', 'o', 'd'].find((one) => parts.some((part) => part.op === one));
  if (op) return { press: [op] };
  const option = parts.find((part) => part.op === 'c');
  if (!option) throw new Error(`the question ${parts[0]?.key} has no usual answer`);
  return pickOption(option.value);
}

function partsOf({ data }: StageButton): { key: string; op: string; value: string } {
  const [, key = '', op = '', value = ''] = formButton.exec(data) ?? [];
  return { key, op, value };
}
