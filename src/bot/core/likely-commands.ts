import type { Locale } from '../../i18n.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import { withoutAnyCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import type { Command } from './context.ts';
import { mayUse } from './rights.ts';

const most = 3;
/** Commands that everyone has, offered only when they are named. */
const common = new Set(['start', 'huy', 'nhap', 'taikhoan', 'ngonngu', 'trogiup']);

/**
 * Lists at most three commands that a text most likely meant, the likeliest first. Only commands
 * that the person may use; where the text names none, the first three of their menu.
 */
export function likelyCommands(
  text: string,
  commands: Command[],
  by: { person: KnownPerson | null; locale: Locale; t(key: string): string },
): Command[] {
  const typed = wordsOf(withoutAnyCourtesy(text));
  const mine = commands.filter((command) => mayUse(by.person, command));
  const scored = mine
    .map((command) => ({ command, score: likeness(typed, command, by.t(`command-${command.name}`)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const usual = mine.filter(({ name }) => !common.has(name));
  return [...new Set([...scored.map(({ command }) => command), ...usual])].slice(0, most);
}

/** How many words a text shares with a command's words and menu line, those of its words twice. */
function likeness(typed: string[], command: Command, description: string): number {
  const own = new Set([command.name, ...Object.values(command.words).flat()].flatMap(wordsOf));
  const told = new Set(wordsOf(description));
  return typed.reduce((sum, word) => sum + (own.has(word) ? 2 : told.has(word) ? 1 : 0), 0);
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}
