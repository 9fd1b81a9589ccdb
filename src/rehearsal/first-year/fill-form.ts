import type { StageButton, StageChat } from './stage-chat.ts';

/**
 * One action that answers a question: words, a file, or a button of the question by its operation
 * and value. Buttons of forms carry draft, question, operation and value (`bot/forms/buttons.ts`).
 */
export type Action = { says: string } | { file: { name: string; content: Uint8Array } } | { press: string };

/** Chooses an option. */
export const pickOption = (value: string): Action => ({ press: `c:${value}` });
/** Presses [Xong]. */
export const pressDone: Action = { press: 'd' };
/** Presses [Bỏ qua]. */
export const pressSkip: Action = { press: 'k' };
/** Presses [Giữ nguyên]. */
export const pressKeep: Action = { press: 'o' };
/** Types a long text and ends it. */
export const typeText = (text: string): Action => ({ says: `${text}\nXong` });
/** Types words. */
export const typeWords = (text: string): Action => ({ says: text });

/** The actions for a question by its key; `times`: how often the key was asked before. */
export type StageAnswers = Record<string, Action[] | ((times: number) => Action[])>;

const formButton = /^f:[0-9a-z]+:([\w-]+)(?:@[\w-]+)?:(\w)(?::(.*))?$/;
/** No form of the year has more questions, so that a misunderstanding ends. */
const mostQuestions = 150;

/**
 * Answers the questions of a form until it has ended. A question without an answer is skipped, kept
 * or ended, where it can be; others get their first option. Throws where that leads to no end.
 */
export async function fillStageForm(chat: StageChat, answers: StageAnswers): Promise<void> {
  const asked = new Map<string, number>();
  for (let n = 0; n < mostQuestions; n += 1) {
    const buttons = chat.buttons(formButton);
    const [newest] = buttons;
    if (!newest) return;
    const own = buttons.filter(({ message }) => message.id === newest.message.id);
    const key = partsOf(newest).key;
    const times = asked.get(key) ?? 0;
    asked.set(key, times + 1);
    const given = answers[key];
    const actions = (typeof given === 'function' ? given(times) : given) ?? [];
    for (const action of actions.length > 0 ? actions : [usual(own)]) await act(chat, action);
  }
  throw new Error('the form does not end');
}

async function act(chat: StageChat, action: Action): Promise<void> {
  if ('says' in action) return chat.says(action.says);
  if ('file' in action) return chat.sendsFile(action.file.name, action.file.content);
  const found = chat.buttons(formButton).find((button) => {
    const { op, value } = partsOf(button);
    return action.press === op || action.press === `${op}:${value}`;
  });
  if (!found) throw new Error(`no button ${action.press}`);
  await chat.presses(found);
}

/** The action for a question that the year has no answer to. */
function usual(buttons: StageButton[]): Action {
  const parts = buttons.map(partsOf);
  const op = ['k', 'o', 'd'].find((one) => parts.some((part) => part.op === one));
  if (op) return { press: op };
  const option = parts.find((part) => part.op === 'c');
  if (!option) throw new Error('the question has no button');
  return pickOption(option.value);
}

function partsOf({ data }: StageButton): { key: string; op: string; value: string } {
  const [, key = '', op = '', value = ''] = formButton.exec(data) ?? [];
  return { key, op, value };
}
