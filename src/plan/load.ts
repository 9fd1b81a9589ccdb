import { readFileSync, statSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { decodeText } from '../text/decode-text.ts';
import { crossCheckPlan, crossCheckUnits, type Mistake } from './cross-check.ts';
import type { Plan, UnitEntry } from './plan.ts';
import { planSchema, unitsSchema } from './schema.ts';

/**
 * A plan or units file that cannot be used; `lines` has one `file:line: what is wrong` per mistake.
 */
export class PlanError extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'PlanError';
    this.lines = lines;
  }
}

/** Reads a plan file (YAML). Throws `PlanError` with every mistake found in it. */
export function loadPlan(file: string): Plan {
  return parsePlan(read(file), file);
}

/** Reads the text of a plan file; `name` stands before the line of each mistake. */
export function parsePlan(text: string, name: string): Plan {
  return loadChecked(text, name, planSchema, crossCheckPlan);
}

/** Writes mistakes found in a file that can be read, each with its line. */
export function locateMistakes(text: string, name: string, mistakes: Mistake[]): string[] {
  const counter = new LineCounter();
  return sayMistakes(parse(text, name, counter), name, counter, mistakes);
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
  const wrong = [...document.errors, ...document.warnings];
  const deep = wrong.find(({ message }) => message.includes('call stack'));
  if (deep) throw new PlanError([`${file}:${counter.linePos(deep.pos[0]).line}: is nested too deep`]);
  if (wrong.length > 0) {
    throw new PlanError(
      fewLines(
        wrong.map(({ pos, message }) => `${file}:${counter.linePos(pos[0]).line}: ${oneLine(message)}`),
      ),
    );
  }
  const content = contentOf(document, file);
  const parsed = schema.safeParse(content);
  const mistakes = [...(parsed.success ? [] : mistakesOf(parsed.error)), ...crossCheck(content)];
  if (parsed.success && mistakes.length === 0) return parsed.data;
  throw new PlanError(fewLines(sayMistakes(document, file, counter, mistakes)));
}

function sayMistakes(document: Document, file: string, counter: LineCounter, mistakes: Mistake[]): string[] {
  return mistakes
    .map(({ path, says }) => ({ line: lineOf(document, counter, path), path, says }))
    .sort((a, b) => a.line - b.line)
    .map(
      ({ line, path, says }) =>
        `${file}:${line}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${oneLine(says)}`,
    );
}

function parse(text: string, file: string, counter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter: counter, prettyErrors: false });
  } catch (error) {
    throw new PlanError([`${file}: is not YAML that can be read: ${sayError(error)}`]);
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
    throw new PlanError([
      `${file}: repeats itself by aliases (*name) beyond what can be read: ${sayError(error)}`,
    ]);
  }
}

function read(file: string): string {
  try {
    const about = statSync(file);
    if (about.isDirectory()) throw new PlanError([`${file}: is a folder, not a file`]);
    // Reading a device or a pipe would never end.
    if (!about.isFile()) throw new PlanError([`${file}: is not a file`]);
    if (about.size > largestFile)
      throw new PlanError([`${file}: is too large for a plan or a list of units`]);
    const text = decodeText(readFileSync(file));
    if (text === undefined) throw new PlanError([`${file}: is not text: save it again as UTF-8`]);
    return text;
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError([`${file}: cannot be read: ${sayError(error)}`]);
  }
}

function sayError(error: unknown): string {
  // The call stack is exhausted long before memory.
  if (error instanceof RangeError) return 'it is nested too deep';
  return oneLine(error instanceof Error ? error.message : String(error));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').slice(0, 300);
}

function fewLines(lines: string[]): string[] {
  const more = lines.length - mostMistakes;
  return more > 0 ? [...lines.slice(0, mostMistakes), `… and ${more} more mistakes`] : lines;
}

function mistakesOf(error: z.ZodError): Mistake[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code !== 'unrecognized_keys') return [{ path, says: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key], says: 'is not a key that belongs here' }));
  });
}

/** Line of the key or list entry at `path`, or of its nearest parent that exists. */
function lineOf(document: Document, counter: LineCounter, path: (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const last = path[length - 1];
    const around = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    const key = isMap(around)
      ? around.items.find(({ key }) => isScalar(key) && key.value === last)?.key
      : document.getIn(path.slice(0, length), true);
    if (isNode(key) && key.range) return counter.linePos(key.range[0]).line;
  }
  return 1;
}
