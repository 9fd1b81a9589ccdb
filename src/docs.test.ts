import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { t } from './i18n.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n');
/** Examples in the guides of files to write. */
const examples = new Set(['src/bot/features/counting.ts']);

/** Paths between backquotes: with a folder, or with an ending of source. */
function pathsIn(guide: string): string[] {
  const quoted = [...guide.matchAll(/`([\w./-]+)`/g)].map(([, path = '']) => path);
  const named = quoted.filter(
    (path) => /^(?:src|tests|docs|prisma|locales)\//.test(path) || /\w\.(?:ts|prisma|yaml)$/.test(path),
  );
  return named.filter((path) => !examples.has(path) && !/^(?:db|house|ctx|tx)\./.test(path));
}

it('docs/developing.md shows a command as it compiles', () => {
  const [, shown = ''] = /`src\/bot\/features\/counting\.ts`:\n\n```ts\n([\s\S]*?)```/.exec(
    readFileSync('docs/developing.md', 'utf8'),
  ) ?? ['', ''];
  const compiled = readFileSync('tests/support/sample-command.ts', 'utf8')
    .replaceAll(`'../../src/bot/core/`, `'../core/`)
    .replaceAll(`'../../src/bot/features/`, `'./`)
    .replaceAll(`'../../src/`, `'../../`);
  const [given, wanted] = [shown, compiled].map((code) => {
    const lines = code.split('\n');
    const imports = lines.filter((line) => line.startsWith('import '));
    return [...imports.toSorted(), ...lines.filter((line) => !imports.includes(line))];
  });
  expect(given).toEqual(wanted);
});

it.each(['docs/developing.md', 'docs/decisions.md', 'CONTRIBUTING.md'])(
  '%s names only files and folders that there are',
  (guide) => {
    const paths = pathsIn(readFileSync(guide, 'utf8'));
    const missing = paths.filter(
      (path) =>
        !path.includes('/generated/') &&
        !files.some((file) => file === path || file.endsWith(`/${path}`) || file.startsWith(path)),
    );
    expect(missing).toEqual([]);
    expect(paths.length).toBeGreaterThan(3);
  },
);

/** The labels that each guide for officials tells people to press, by their keys. */
const pressed: [guide: string, keys: string[]][] = [
  [
    'docs/huong-dan-doi-han-don-vi-ke-hoach.md',
    [
      ...['due-move-all', 'due-move-unit', 'due-move-keep-own', 'due-move-drop-own', 'due-move-this-day'],
      ...[
        'due-move-other-day',
        'due-move-sure',
        'due-move-stop',
        'unit-action-created',
        'unit-action-renamed',
      ],
      ...['unit-action-merged', 'unit-action-split', 'unit-action-closed', 'unit-change-quota-kind'],
      ...[
        'unit-change-today',
        'person-sure-yes',
        'plans-load',
        'form-done',
        'plan-load-again',
        'plan-load-yes',
      ],
      ...['plan-load-no', 'plan-load-open', 'plan-close-yes', 'plan-close-no'],
    ],
  ],
  [
    'docs/huong-dan-phong-noi-vu.md',
    [
      ...['awards-forward', 'awards-several', 'awards-decline', 'awards-reopen', 'awards-record'],
      ...['awards-files', 'awards-filter', 'awards-rest-wait', 'awards-rest-refused', 'awards-decisions'],
      ...['awards-mend', 'awards-take-back', 'awards-add', 'awards-refuse'],
    ],
  ],
  [
    'docs/huong-dan-dau-moi.md',
    [
      ...['evaluate-result-kept', 'evaluate-result-spread', 'evaluate-result-declined'],
      ...['evaluate-result-stopped', 'annual-as-before', 'annual-nil', 'form-keep', 'form-write-more'],
      ...['form-write-anew', 'form-skip', 'form-edit', 'notice-mend-now'],
    ],
  ],
  [
    'docs/huong-dan-chinh-quyen-hai-cap.md',
    [
      ...['unit-action-merged', 'unit-action-renamed', 'unit-action-split', 'unit-action-closed'],
      ...['unit-change-quota-kind', 'person-sure-yes', 'plans-load', 'form-done', 'plan-load-yes'],
      ...['person-end-role', 'person-new-code'],
    ],
  ],
];

it.each(pressed)('%s names its buttons as the screens do', (guide, keys) => {
  const text = readFileSync(guide, 'utf8').normalize('NFC');
  expect(keys.filter((key) => !text.includes(`**${t('vi', key)}**`))).toEqual([]);
});

/** Labels of the program as patterns: what a text is given stands for any words. */
function labelPatterns(): RegExp[] {
  const lines = globSync('locales/vi/*.ftl').flatMap((path) =>
    readFileSync(path, 'utf8').normalize('NFC').split('\n'),
  );
  return lines.flatMap((line) => {
    const [, text = ''] = /^[a-z][\w-]* = (.+)$/i.exec(line) ?? [];
    const fixed = text.split(/\{[^}]*\}/);
    // A text of almost nothing but its arguments would be every label.
    if (fixed.join('').trim().length < 2) return [];
    return [new RegExp(`^${fixed.map((part) => RegExp.escape(part)).join('.+')}$`)];
  });
}

it.each(globSync('docs/huong-dan-*.md'))('%s tells to choose only what the program offers', (guide) => {
  const text = readFileSync(guide, 'utf8').normalize('NFC').replace(/\s+/g, ' ');
  const chosen = [
    ...text.matchAll(
      /(?:[Cc]họn|[Bb]ấm|nút|mục) \*\*([^*]+)\*\*(?:(?:,| hoặc| hay| hay là) \*\*([^*]+)\*\*)?/g,
    ),
  ].flatMap(([, one, other]) => [one, other].filter((label) => label !== undefined));
  const labels = labelPatterns();
  expect(chosen.filter((label) => !labels.some((pattern) => pattern.test(label)))).toEqual([]);
  expect(chosen.length).toBeGreaterThan(1);
});

it.each(pressed)('%s leads only to headings and files that there are', (guide) => {
  const anchorsOf = (text: string) =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(' ', '-'),
    );
  const links = [...readFileSync(guide, 'utf8').matchAll(/\]\(([^)]*)\)/g)].map(([, to = '']) => to);
  const broken = links.filter((to) => {
    const [file = '', anchor] = to.split('#');
    const path = file === '' ? guide : `docs/${file}`;
    return (
      !files.includes(path) ||
      (anchor !== undefined && !anchorsOf(readFileSync(path, 'utf8')).includes(anchor))
    );
  });
  expect(broken).toEqual([]);
  expect(links.length).toBeGreaterThan(5);
});
