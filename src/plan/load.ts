import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { crossCheckPlan, crossCheckUnits, type Mistake } from './cross-check.ts';
import type { Plan, UnitEntry } from './plan.ts';
import { planSchema, unitsSchema } from './schema.ts';

/** A plan or units file that cannot be used; `lines` has one sentence per mistake: `file:line: what is wrong`. */
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
  return load(file, planSchema, crossCheckPlan);
}

/** Reads a file of units (YAML) whose kinds are `plan`'s. Throws `PlanError` with every mistake found in it. */
export function loadUnits(file: string, plan: Plan): UnitEntry[] {
  const kinds = plan.unitKinds.map(({ code }) => code);
  return load(file, unitsSchema, (content) => crossCheckUnits(content, kinds));
}

function load<T>(file: string, schema: z.ZodType<T>, crossCheck: (content: unknown) => Mistake[]): T {
  const counter = new LineCounter();
  const document = parseDocument(read(file), { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new PlanError(
      document.errors.map(({ pos, message }) => `${file}:${counter.linePos(pos[0]).line}: ${message}`),
    );
  }
  const content: unknown = document.toJS();
  const parsed = schema.safeParse(content);
  const mistakes = [...(parsed.success ? [] : mistakesOf(parsed.error)), ...crossCheck(content)];
  if (parsed.success && mistakes.length === 0) return parsed.data;
  throw new PlanError(
    mistakes
      .map(({ path, says }) => ({ line: lineOf(document, counter, path), path, says }))
      .sort((a, b) => a.line - b.line)
      .map(
        ({ line, path, says }) => `${file}:${line}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${says}`,
      ),
  );
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PlanError([
      `${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

function mistakesOf(error: z.ZodError): Mistake[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code !== 'unrecognized_keys') return [{ path, says: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key], says: 'is not a key that belongs here' }));
  });
}

/** Line of the key or list entry at `path`, or of the nearest thing around it that is there. */
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
