import { fold } from '../../text/fold.ts';
import type { Command } from './context.ts';

/**
 * Reads `/dangky` or `/baocao@bot tonghop 2021`; undefined for other text or another bot's command.
 */
export function readCommand(text: string, username: string): { name: string; args: string } | undefined {
  const match = text.trim().match(/^\/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/);
  if (!match || (match[2] && match[2].toLowerCase() !== username.toLowerCase())) return undefined;
  return { name: (match[1] ?? '').toLowerCase(), args: (match[3] ?? '').trim().normalize('NFC') };
}

/**
 * Reads a command's words, alone or with arguments: "đăng ký", "bao cao tonghop 2021", "register".
 */
export function readWords(text: string, commands: Command[]): { name: string; args: string } | undefined {
  const typed = fold(text);
  // The longest words first: "báo cáo năm" is a command of its own, not a report.
  const known = commands
    .flatMap(({ name, words, takesArgs }) =>
      [name, ...Object.values(words).flat()].map((each) => ({ name, takesArgs, words: fold(each) })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  for (const { name, takesArgs, words } of known) {
    if (typed === words) return { name, args: '' };
    if (takesArgs && typed.startsWith(`${words} `)) {
      return { name, args: text.trim().split(/\s+/).slice(words.split(' ').length).join(' ') };
    }
  }
  return undefined;
}
