import { readFileSync, statSync } from 'node:fs';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { z } from 'zod';
import { decodeText } from '../text/decode-text.ts';
import { crossCheckPlan, crossCheckUnits } from './cross-check.ts';
import { type Mistake, tellMistake } from './mistake.ts';
import type { Plan, UnitEntry } from './plan.ts';
import { type FileMistake, onOneLine, PlanError } from './plan-error.ts';
import { planSchema, unitsSchema } from './schema.ts';

/** Reads a plan file (YAML). Throws `PlanError` with every mistake found in it. */
export function loadPlan(file: string): Plan {
  return parsePlan(read(file), file);
}

/** Reads the text of a plan file; `name` stands before the line of each mistake. */
export function parsePlan(text: string, name: string): Plan {
  if (text.length > largestPlan) throw new PlanError([{ place: name, says: tellMistake('file-plan-large') }]);
  return loadChecked(text, name, planSchema, crossCheckPlan);
}

/** Writes mistakes found in a file that can be read, each with its line. */
export function locateMistakes(text: string, name: string, mistakes: Mistake[]): FileMistake[] {
  const counter = new LineCounter();
  return placeMistakes(parse(text, name, counter), name, counter, mistakes);
}

/** Reads a text file of the operator. Throws `PlanError` when it cannot be read as text. */
export function readPlanText(file: string): string {
  return read(file);
}

/**
 * Reads a file of units (YAML) whose kinds are those of `plan`. Throws `PlanError` with every
 * mistake found in it.
 */
export function loadUnits(file: string, plan: Plan): UnitEntry[] {
  const kinds = plan.unitKinds.map(({ code }) => code);
  return loadChecked(read(file), file, unitsSchema, (content) => crossCheckUnits(content, kinds));
}

/** Maximum file size in bytes: more than the units of a whole country need. */
const largestFile = 6_000_000;
/** Maximum length of a plan in characters, 18 times Plan 101: reading it stops all other work. */
const largestPlan = 500_000;
/**
 * Maximum number of aliases (`*name`) of one anchor. No plan needs any; a YAML bomb needs
 * thousands.
 */
const mostAliases = 20;
/** Maximum number of lines printed for a file with many mistakes. */
const mostMistakes = 50;

/**
 * Reads a YAML text that `schema` describes. Throws `PlanError` with the mistakes that the schema
 * and `crossCheck` find, each with its line; `file` stands before them.
 */
export function loadChecked<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  crossCheck: (content: unknown) => Mistake[],
): T {
  const counter = new LineCounter();
  const document = parse(text, file, counter);
  const wrong = [...document.errors, ...document.warnings, ...findDoubledKeys(document)];
  const deep = wrong.find(({ message }) => message.includes('call stack'));
  const placeOf = ({ pos }: Found) => `${file}:${counter.linePos(pos[0]).line}`;
  if (deep) throw new PlanError([{ place: placeOf(deep), says: tellMistake('file-deep') }]);
  if (wrong.length > 0) {
    // The first mistake of a line makes the reader stumble over the rest of it, and over where the
    // next lines begin.
    const firsts = new Map<string, Found>();
    for (const found of wrong) {
      const place = placeOf(found);
      if (!firsts.has(place)) firsts.set(place, found);
    }
    const told = [...firsts].filter(([, one]) => one === wrong[0] || one.code !== 'BAD_INDENT');
    const lines = told.map(([place, found]) => ({
      place,
      says: tellMistake('file-yaml', {
        kind: findOddStart(text, found) ?? found.code,
        message: onOneLine(found.message),
      }),
    }));
    throw new PlanError(fewLines(lines));
  }
  const content = contentOf(document, file);
  const parsed = schema.safeParse(content);
  const mistakes = [...(parsed.success ? [] : listMistakes(parsed.error)), ...crossCheck(content)];
  if (parsed.success && mistakes.length === 0) return parsed.data;
  throw new PlanError(fewLines(placeMistakes(document, file, counter, mistakes)));
}

function placeMistakes(
  document: Document,
  file: string,
  counter: LineCounter,
  mistakes: Mistake[],
): FileMistake[] {
  const keys: KeyIndex = new Map();
  return mistakes
    .map(({ path, says }) => ({ line: lineOf(document, counter, path, keys), path, says }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, path, says }) => ({ place: `${file}:${line}`, path: path.join('.'), says }));
}

function parse(text: string, file: string, counter: LineCounter): Document.Parsed {
  try {
    // Its own comparison of keys takes minutes for a map of a hundred thousand.
    return parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    throw new PlanError([{ place: file, says: tellMistake('file-not-yaml', { reason: reasonOf(error) }) }]);
  }
}

interface Found {
  pos: [number, number];
  /** The kind of mistake, as the YAML library names it. */
  code: string;
  message: string;
}

/** Finds what word processors put where a line begins: a space of their own, a dash. */
function findOddStart(text: string, { pos: [at] }: Found): 'odd-space' | 'odd-dash' | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? '';
  if (/^ *[\u00a0\u2000-\u200b\u202f\u3000]/.test(line)) return 'odd-space';
  return /^ *[\u2010-\u2015\u2022\u00b7*+] /.test(line) ? 'odd-dash' : undefined;
}

/** Finds the keys that a map has twice. */
function findDoubledKeys(document: Document.Parsed): Found[] {
  const doubled: Found[] = [];
  try {
    visit(document, {
      Map(_, map) {
        const seen = new Set<unknown>();
        for (const { key } of map.items) {
          if (!isScalar(key)) continue;
          const [from, to] = key.range ?? [0, 0];
          if (seen.has(key.value))
            doubled.push({ pos: [from, to], code: 'DUPLICATE_KEY', message: 'Map keys must be unique' });
          seen.add(key.value);
        }
      },
    });
    return doubled;
  } catch (error) {
    if (error instanceof RangeError) return [{ pos: [0, 0], code: 'IMPOSSIBLE', message: 'call stack' }];
    throw error;
  }
}

/** Aliases are expanded here. In a hostile file they can grow without end or contain themselves. */
function contentOf(document: Document, file: string): unknown {
  try {
    const content: unknown = document.toJS({ maxAliasCount: mostAliases });
    // A list that contains itself cannot be serialised.
    JSON.stringify(content);
    return content;
  } catch (error) {
    throw new PlanError([{ place: file, says: tellMistake('file-aliases', { reason: reasonOf(error) }) }]);
  }
}

function read(file: string): string {
  const refused = (says: string) => new PlanError([{ place: file, says }]);
  try {
    const about = statSync(file);
    if (about.isDirectory()) throw refused(tellMistake('file-folder'));
    // Reading a device or a pipe would never end.
    if (!about.isFile()) throw refused(tellMistake('file-no-file'));
    if (about.size > largestFile) throw refused(tellMistake('file-large'));
    const text = decodeText(readFileSync(file));
    if (text === undefined) throw refused(tellMistake('file-no-text'));
    return text;
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw refused(tellMistake('file-unreadable', { reason: reasonOf(error) }));
  }
}

function reasonOf(error: unknown): string {
  // The call stack is exhausted long before memory.
  if (error instanceof RangeError) return 'it is nested too deep';
  return onOneLine(error instanceof Error ? error.message : String(error));
}

function fewLines(lines: FileMistake[]): FileMistake[] {
  const more = lines.length - mostMistakes;
  if (more <= 0) return lines;
  return [...lines.slice(0, mostMistakes), { place: '', says: tellMistake('file-more', { n: more }) }];
}

/** Lists what a schema found wrong. */
export function listMistakes(error: z.ZodError): Mistake[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code !== 'unrecognized_keys') return [{ path, says: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key], says: tellMistake('file-unknown-key') }));
  });
}

/** The keys of maps by their value: a map with many mistakes is searched once. */
type KeyIndex = Map<YAMLMap, Map<unknown, unknown>>;

/** Line of the key or list entry at `path`, or of its nearest parent that exists. */
function lineOf(document: Document, counter: LineCounter, path: (string | number)[], keys: KeyIndex): number {
  for (let length = path.length; length > 0; length--) {
    const last = path[length - 1];
    const around = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    const key = isMap(around) ? keysOf(around, keys).get(last) : document.getIn(path.slice(0, length), true);
    if (isNode(key) && key.range) return counter.linePos(key.range[0]).line;
  }
  return 1;
}

function keysOf(map: YAMLMap, keys: KeyIndex): Map<unknown, unknown> {
  const known = keys.get(map);
  if (known) return known;
  const made = new Map(map.items.flatMap(({ key }) => (isScalar(key) ? [[key.value, key] as const] : [])));
  keys.set(map, made);
  return made;
}
