import type { SeenMessage } from './chat.ts';

/** A chat as text, for the message of a failed test. */
export function transcriptText(messages: SeenMessage[], toasts: { text: string }[] = []): string {
  const lines = messages.map((message) => {
    const buttons = message.buttons.map((label) => ` [${label}]`).join('');
    const keyboard = message.keyboard.map((label) => ` {${label}}`).join('');
    const file = message.file ? ` <${message.file}>` : '';
    return `${message.fromBot ? 'bot' : 'person'} #${message.id}: ${message.text}${file}${buttons}${keyboard}`;
  });
  if (lines.length === 0) lines.push('(an empty chat)');
  return [...lines, ...toasts.map(({ text }) => `window: ${text}`)].join('\n');
}
