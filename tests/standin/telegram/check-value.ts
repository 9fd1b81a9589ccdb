import { constantOf, type SpecField, spec } from './spec.ts';

/** Names of the files in the request: what `attach://name` may point to. */
export type FileNames = ReadonlySet<string>;

const noFiles: FileNames = new Set();
const arrayOf = 'Array of ';
const wrongVariant = 'must be';

/**
 * Lists the mistakes of `value` where the Bot API expects one of `types`; empty when there are
 * none. Stricter than Telegram on purpose: unknown fields and numbers written as text are mistakes
 * here.
 */
export function checkValue(types: string[], value: unknown, path: string, files = noFiles): string[] {
  if (Array.isArray(value) && types.every((type) => type.startsWith(arrayOf))) {
    // "Array of A or Array of B" means an array whose elements are each A or B.
    const elements = types.map((type) => type.slice(arrayOf.length));
    return value.flatMap((item, i) => checkValue(elements, item, `${path}[${i}]`, files));
  }
  let best: string[] | undefined;
  for (const type of alternatives(types)) {
    const problems = checkType(type, value, path, files);
    if (problems.length === 0) return [];
    if (!best || weight(problems) < weight(best)) best = problems;
  }
  return best ?? [`${path}: has no type`];
}

/** Like `checkValue`, for the fields of an object or the parameters of a method. */
export function checkFields(
  fields: SpecField[],
  given: Record<string, unknown>,
  path: string,
  files = noFiles,
): string[] {
  const known = new Set(fields.map(({ name }) => name));
  const problems = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => `${path}${name}: is unknown`);
  for (const field of fields) {
    const value = given[field.name];
    if (value === undefined) {
      if (field.required) problems.push(`${path}${field.name}: is missing`);
      continue;
    }
    const constant = constantOf(field);
    if (constant !== undefined && value !== constant) {
      // Marks that another variant of the object is meant.
      problems.push(`${path}${field.name}: ${wrongVariant} "${constant}"`);
      continue;
    }
    problems.push(...checkValue(field.types, value, path + field.name, files));
  }
  return problems;
}

// A variant with the right tag is the intended one, however many mistakes it has.
function weight(problems: string[]): number {
  return problems.reduce((sum, problem) => sum + (problem.includes(`: ${wrongVariant} "`) ? 100 : 1), 0);
}

function alternatives(types: string[]): string[] {
  return types.flatMap((type) => {
    const subtypes = spec.types[type]?.subtypes;
    return subtypes ? alternatives(subtypes) : [type];
  });
}

function checkType(type: string, value: unknown, path: string, files: FileNames): string[] {
  if (type.startsWith(arrayOf)) {
    return Array.isArray(value) ? checkValue([type], value, path, files) : [`${path}: needs an array`];
  }
  const plain = checkPlain(type, value, files);
  if (plain !== undefined) return plain === '' ? [] : [`${path}: ${plain}`];

  const fields = spec.types[type]?.fields ?? [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: needs ${type}`];
  return checkFields(fields, Object.fromEntries(Object.entries(value)), `${path}.`, files);
}

/** Empty: fits; undefined: `type` is an object. */
function checkPlain(type: string, value: unknown, files: FileNames): string | undefined {
  switch (type) {
    case 'Integer':
      return Number.isSafeInteger(value) ? '' : 'needs an integer';
    case 'Float':
      return typeof value === 'number' && Number.isFinite(value) ? '' : 'needs a number';
    case 'Boolean':
      return typeof value === 'boolean' ? '' : 'needs true or false';
    case 'String':
      if (typeof value !== 'string') return 'needs text';
      return value.startsWith('attach://') && !files.has(value.slice('attach://'.length))
        ? `no file came with the request for ${value}`
        : '';
    case 'InputFile':
      return typeof value === 'string' &&
        value.startsWith('attach://') &&
        files.has(value.slice('attach://'.length))
        ? ''
        : 'needs an uploaded file';
    default:
      return undefined;
  }
}
