import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { decideFate } from './last-resort.ts';

const withCode = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

describe('an error that no code caught', () => {
  it.each<[about: string, error: unknown]>([
    ['a connection that was reset', withCode('ECONNRESET')],
    ['a terminal that was closed', withCode('EPIPE')],
    ['a server that is shut down', withCode('57P01')],
    ['a server that is out of connections', withCode('53300')],
    ['a session that PostgreSQL lost', withCode('08006')],
    ["pg's own words, without a code", new Error('Connection terminated unexpectedly')],
    ['a pool that waited too long', new Error('timeout exceeded when trying to connect')],
    ['an error of ours around one of these', new Error('job failed', { cause: withCode('ECONNRESET') })],
  ])('thrown outside of promises stays when it is only %s', (_about, error) => {
    expect(decideFate('exception', error)).toBe('stay');
  });

  it.each<[about: string, error: unknown]>([
    ['a mistake of ours', new TypeError('x is not a function')],
    ['a statement that PostgreSQL refuses', withCode('42P01')],
    ['a disk that is full', withCode('ENOSPC')],
    ['something that is no error', 'oops'],
  ])('thrown outside of promises ends the process when it is %s', (_about, error) => {
    expect(decideFate('exception', error)).toBe('end');
    expect(decideFate('rejection', error)).toBe('stay');
  });
});

/**
 * Runs these lines in a process of its own with `watchLastResort`, and returns its log and exit
 * code.
 */
async function process(lines: string): Promise<{ code: unknown; log: Record<string, unknown>[] }> {
  const child = spawn(
    globalThis.process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { EventEmitter } from 'node:events';
       import { createLog } from './src/log.ts';
       import { watchLastResort } from './src/app/last-resort.ts';
       watchLastResort(createLog('info'), () => process.exit(7));
       const soon = (work) => setTimeout(work, 1);
       setTimeout(() => process.exit(0), 200);
       ${lines}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    written += text;
  });
  const [code] = await once(child, 'close');
  return { code, log: written.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : [])) };
}

describe('in a process', () => {
  it.each<[about: string, lines: string, code: number, logged: number]>([
    ['a promise that nobody awaits', `soon(() => Promise.reject(new Error('Bí mật')));`, 0, 1],
    ['three of them', `for (let i = 0; i < 3; i++) soon(async () => { throw new Error('Bí mật'); });`, 0, 3],
    [
      'a connection without a listener that breaks',
      `soon(() => new EventEmitter().emit('error', Object.assign(new Error('Bí mật'), { code: 'ECONNRESET' })));`,
      0,
      1,
    ],
    ['a mistake in a timer ends it', `soon(() => { throw new TypeError('Bí mật'); });`, 7, 1],
  ])('%s: one line each, without its words', async (_about, lines, code, logged) => {
    const ended = await process(lines);
    expect(ended.code).toBe(code);
    expect(ended.log).toHaveLength(logged);
    expect(ended.log[0]).toMatchObject({ msg: expect.stringContaining('nothing caught an error') });
    expect(JSON.stringify(ended.log)).not.toContain('Bí mật');
  });
});
