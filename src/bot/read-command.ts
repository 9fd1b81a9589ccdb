import { fold } from '../forms/fold.ts';
import type { Command } from './feature.ts';

/** `/dangky`, `/baocao@bot tonghop 2021`; undefined for any other text or another bot's command. */
export function readCommand(text: string, username: string): { name: string; args: string } | undefined {
  const match = text.trim().match(/^\/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/);
  if (!match || (match[2] && match[2].toLowerCase() !== username.toLowerCase())) return undefined;
  return { name: (match[1] ?? '').toLowerCase(), args: (match[3] ?? '').trim().normalize('NFC') };
}

/** "đăng ký", "bao cao tonghop 2021", "register": a command's words, alone or with what follows them. */
export function readWords(text: string, commands: Command[]): { name: string; args: string } | undefined {
  const typed = fold(text);
  for (const command of commands) {
    for (const words of [command.name, ...Object.values(command.words).flat()].map(fold)) {
      if (typed === words) return { name: command.name, args: '' };
      if (command.takesArgs && typed.startsWith(`${words} `)) {
        return {
          name: command.name,
          args: text.trim().split(/\s+/).slice(words.split(' ').length).join(' '),
        };
      }
    }
  }
  return undefined;
}
