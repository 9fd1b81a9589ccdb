import type { ChatPerson, SeenMessage } from './chat.ts';

/** What a well-kept screen never shows. Texts of people are quoted, and may hold anything. */
const faults: [what: string, sign: RegExp][] = [
  ['a range of one', /(?<![\d/])(\d+)–\1 (trong|of) /],
  ['a count of a sign', /\/\s*[≥≤]/],
  ['a doubled colon', /:\s*:/],
  ['doubled brackets', /\(\s*\(|\)\s*\)|\(\s*\)/],
  ['a bracket within brackets', /\([^()\n]*\([^()\n]*\)[^()\n]*\)/],
  ['a doubled comma or full stop', /,\s*,|;\s*[,;]|(?<!\.)\.\s?\.(?=\s|$)|…\./m],
  ['a space before a sign', / [,;:.?](?=\s|$)/m],
  ['doubled quotation marks', /“\s*“|”\s*”|«\s*«|»\s*»|“\s*”|«\s*»/],
  ['a place without a value', /undefined|NaN|\[object/],
];

/** Lists the faults of writing on a screen; quoted words of people are left out. */
export function findScreenFaults(text: string): string[] {
  const ours = text
    .normalize('NFC')
    // Lines of a typed menu are labels, which name other things.
    .replaceAll(/^\w{1,2}\. .*$/gm, 'x')
    .replaceAll(/“[^“”]+”/g, '“x”')
    .replaceAll(/«[^«»]+»/g, '«x»');
  return faults.filter(([, sign]) => sign.test(ours)).map(([what]) => what);
}

/** Lets a person of a script also look at how each message is written. Throws at a fault. */
export function mindsWriting<Person extends ChatPerson>(person: Person): Person {
  const { sees } = person;
  person.sees = async (what): Promise<SeenMessage> => {
    const message = await sees.call(person, what);
    const found = findScreenFaults(message.text);
    if (found.length > 0) throw new Error(`${found.join(', ')} in:\n${message.text}`);
    return message;
  };
  return person;
}
