import type { StageChat } from './stage-chat.ts';

/** Presses the newest button whose data fits. False: there is none. */
export async function pressIfThere(chat: StageChat, data: RegExp): Promise<boolean> {
  const [button] = chat.buttons(data);
  if (button) await chat.presses(button);
  return button !== undefined;
}

/** Presses the newest button whose data fits. Throws where there is none. */
export async function pressButton(chat: StageChat, data: RegExp): Promise<void> {
  if (!(await pressIfThere(chat, data))) throw new Error(`no button ${data.source}`);
}
