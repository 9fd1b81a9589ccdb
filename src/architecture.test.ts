import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Folders of `src` from the top down: a file imports from its own folder and from folders below it.
 */
const layers = [
  'app',
  'bot',
  'bot/features',
  'bot/forms',
  'bot/core',
  'rehearsal',
  'channels',
  'guide',
  'links',
  'reports',
  'nudges',
  'stories',
  'plan-endings',
  'period-summaries',
  'nominations',
  'evaluations',
  'fostering',
  'activities',
  'help-requests',
  'awards',
  'exemplars',
  'duties',
  'attachments',
  'jobs',
  'unit-changes',
  'people',
  'page',
  'deliveries',
  'plans',
  'drafts',
  'units',
  'chat-files',
  'store',
  'config',
  'http',
  'plan',
  'text',
  'i18n.ts',
  'log.ts',
  'errors.ts',
  'clock.ts',
];

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/testing\//.test(file));
const known = new Set(files);

/** The files of this tree that each file imports. */
const imports = new Map(
  files.map((file) => {
    const specifiers = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
    const targets = [...specifiers].map(([, path = '']) => normalize(join(dirname(file), path)));
    return [file, targets.filter((target) => known.has(target))];
  }),
);

function folderOf(file: string): string {
  const [, first = '', second = '', ...rest] = file.split('/');
  return first === 'bot' && rest.length > 0 ? `bot/${second}` : first;
}

describe('the folders of src', () => {
  it('are all layers, and every layer is there', () => {
    const folders = new Set(files.map(folderOf));
    expect([...folders].sort()).toEqual(layers.toSorted());
  });

  it('are imported downwards only', () => {
    const up = [...imports].flatMap(([file, targets]) =>
      targets
        .filter((target) => layers.indexOf(folderOf(target)) < layers.indexOf(folderOf(file)))
        .map((target) => `${file} → ${target}`),
    );
    expect(up).toEqual([]);
  });

  it('stand in the map of docs/developing.md, in this order', () => {
    const map = /```\nsrc\/\n([\s\S]*?)```/.exec(readFileSync('docs/developing.md', 'utf8'))?.[1] ?? '';
    const named = [...map.matchAll(/^ {2}([\w/-]+)\/ /gm)].map(([, folder]) => folder);
    expect(named).toEqual(layers.filter((layer) => !layer.includes('.')));
  });
});

describe('what each layer may know', () => {
  const domain =
    /^src\/(plan|text|store|units|drafts|people|attachments|deliveries|duties|exemplars|awards|evaluations|nudges|reports)\//;

  it('no domain folder imports grammY, fastify or a channel', () => {
    const wrong = files.filter(
      (file) =>
        domain.test(file) &&
        /from '(?:grammy|@grammyjs|fastify|[^']*\/(?:channels|bot|http)\/)/.test(
          readFileSync(file, 'utf8').replaceAll(/import type \{[^}]*\} from 'grammy\/types';/g, ''),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('only send-made-file.ts decides how a made file goes into a chat', () => {
    const wrong = files.filter(
      (file) =>
        file !== 'src/bot/core/send-made-file.ts' &&
        file.startsWith('src/bot/') &&
        /(?:send|replyWith)Document\(|send(?:Video|Audio|Animation|MediaGroup)\(/.test(
          readFileSync(file, 'utf8'),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('only clock.ts reads the time', () => {
    const wrong = files.filter(
      (file) =>
        file !== 'src/clock.ts' &&
        !file.startsWith('src/page/') &&
        /Date\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
