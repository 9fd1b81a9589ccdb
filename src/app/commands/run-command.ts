import { resolve } from 'node:path';
import { PlanError } from '../../plan/plan-error.ts';
import { explainStart } from '../explain-start.ts';

/**
 * Runs an operator's command: prints its lines and sets its exit code. It prints one line instead
 * of a stack when it fails.
 */
export async function runOperatorCommand(
  command: (args: string[], print: (line: string) => void) => Promise<number>,
): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    const { lines, code } = explainStart(error);
    const said = error instanceof PlanError ? error.linesInBoth : lines;
    for (const line of said) process.stderr.write(`${line}\n`);
    process.exit(code);
  }
}

/**
 * Reads the only argument of a command as the path of a file. Prints the usage and returns
 * undefined where it has another form.
 */
export function readFileArgument(
  args: string[],
  print: (line: string) => void,
  usage: string,
): string | undefined {
  const [given, ...others] = args;
  if (given !== undefined && others.length === 0 && !given.startsWith('-')) return resolveTypedPath(given);
  print(`usage: ${usage}`);
  return undefined;
}

/**
 * Resolves a file's name in the folder where the command was typed: npm runs it in the program's
 * own.
 */
export function resolveTypedPath(file: string, env: NodeJS.ProcessEnv = process.env): string {
  return env.INIT_CWD ? resolve(env.INIT_CWD, file) : file;
}
