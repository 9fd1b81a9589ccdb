import type { KnownPerson } from '../../people/known-person.ts';
import { holds } from '../../people/roles.ts';
import { readingsOf, withoutCourtesy, withoutTelex } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { hasOtherAccents } from '../../text/other-accents.ts';
import type { Command } from './context.ts';
import { asksOfOtherWork, asUnitQuestion } from './who-question.ts';

/** A command that words mean, and what was typed behind it. */
export interface MeantCommand {
  name: string;
  args: string;
}

/**
 * Reads `/dangky` or `/baocao@bot tonghop 2021`; undefined for other text or another bot's command.
 */
export function readCommand(text: string, username: string): MeantCommand | undefined {
  const match = text.trim().match(/^\/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+(\S[\s\S]*))?$/);
  if (!match || (match[2] && match[2].toLowerCase() !== username.toLowerCase())) return undefined;
  return { name: (match[1] ?? '').toLowerCase(), args: (match[3] ?? '').trim().normalize('NFC') };
}

/**
 * Reads a command's plain words, alone or with arguments, without courtesy. Examples: "cho em xem
 * hạn nộp với ạ", "bao cao tonghop 2021", "register".
 */
export function readWords(
  text: string,
  commands: Command[],
  person: KnownPerson | null = null,
): MeantCommand | undefined {
  return meantCommands(text, commands, person)[0];
}

/**
 * Lists the commands that words mean. Two where a person's roles give the words two meanings: "báo
 * cáo năm 2021" of a liaison who is also an officer.
 */
export function meantCommands(text: string, commands: Command[], person: KnownPerson | null): MeantCommand[] {
  const { common, withLiaison, loose } = namesOfAll(commands);
  const names = holds(person, 'liaison') ? withLiaison : common;
  const readings = readingsOf(text.replace(/^\s*\/\s*/, ''), { requests: true });
  if (asksOfOtherWork(text)) return [];
  const asLiaison = meantBy(readings, names) ?? meantBy(readings.flatMap(asQuestion), common);
  if (!asLiaison) return meantLoosely(text, loose);
  const [name, args] = [asLiaison.command.name, asLiaison.args];
  if (asLiaison.shared || !holds(person, 'officer', 'manager')) return [{ name, args }];
  const other = meantBy(readings, common);
  return [{ name, args }, ...(other ? [{ name: other.command.name, args: other.args }] : [])];
}

function asQuestion(reading: string): string[] {
  const asked = asUnitQuestion(reading);
  return asked === undefined ? [] : [asked];
}

/**
 * One way to name a command. `shared`: the words mean it to everyone; `inArgs`: they are its
 * arguments too.
 */
interface Name {
  command: Command;
  words: string;
  shared: boolean;
  inArgs?: boolean;
  /** The word with its accents, where it is one: "mỗi tháng" is not mời. */
  accented?: string | undefined;
}

interface Names {
  common: Name[];
  /** With the words that mean something else to a liaison. */
  withLiaison: Name[];
  /** Words that begin a command where they begin no other. */
  loose: Name[];
}

const knownNames = new WeakMap<Command[], Names>();

/** Lists the names of all commands, made once, the longest first: "báo cáo năm" is no report. */
function namesOfAll(commands: Command[]): Names {
  const before = knownNames.get(commands);
  if (before) return before;
  const longestFirst = (names: Name[]) => names.toSorted((a, b) => b.words.length - a.words.length);
  const common = commands.flatMap((command) => [
    ...namesOf(command, Object.values(command.words).flat()),
    ...(command.wordsOfArgs ?? []).map((each) => ({
      command,
      words: fold(each),
      shared: true,
      inArgs: true,
    })),
  ]);
  const liaison = commands.flatMap((command) => namesOf(command, command.liaisonWords ?? [], false));
  const loose = commands.flatMap((command) => namesOf(command, command.looseWords ?? [], false));
  const made = {
    common: longestFirst(common),
    withLiaison: longestFirst([...liaison, ...common]),
    loose: longestFirst(loose),
  };
  knownNames.set(commands, made);
  return made;
}

function namesOf(command: Command, words: string[], shared = true): Name[] {
  return [
    ...(shared ? [{ command, words: fold(command.name), shared, accented: accentedName(command) }] : []),
    ...words.map((each) => ({
      ...{ command, words: fold(each), shared },
      ...(!each.includes(' ') && { accented: each }),
    })),
  ];
}

/** The word of which a command's name is the letters: "moi" is mời. */
function accentedName({ name, words }: Command): string | undefined {
  return words.vi.find((word) => fold(word) === name);
}

/** Tells whether a text begins with the name; a single word may lack accents, not have others. */
function beginsWith({ words, accented }: Name, reading: string): boolean {
  const folded = fold(reading);
  if (folded !== words && !folded.startsWith(`${words} `)) return false;
  return accented === undefined || !hasOtherAccents(reading.trim().split(/\s+/)[0] ?? '', accented);
}

function meantBy(readings: readonly string[], known: Name[]): (Name & { args: string }) | undefined {
  const typed = readings.map(fold);
  for (const reading of new Set([...typed, ...typed.map(withoutTelex)])) {
    const alone = known.find(({ words }) => words === reading);
    if (alone) return { ...alone, args: alone.inArgs ? alone.words : '' };
  }
  for (const reading of readings) {
    const folded = fold(reading);
    const begun = known.find(
      (name) =>
        name.command.takesArgs === true && folded.startsWith(`${name.words} `) && beginsWith(name, reading),
    );
    if (begun) return { ...begun, args: argsOf(begun, reading) };
  }
  return begunLater(readings, known) ?? begunInTelex(readings, known);
}

/** Words of a time or a place, which may stand before what is asked. */
const timeOrPlace =
  /^(?:(?:trong |cua |tinh )?(?:den |toi |het |tu dau )*(?:nam|quy|thang|giai doan|ngay|\d{1,2}t|\d{1,2} thang)|xa|thi tran|phuong) /;
const happened =
  /(?:^| )(?:da|chua|roi|nop|gui|xong|lam|dang ky|duyet|sao|gi|nao|khong|them|han|lui|nhac)(?: |$)/;
const mostBefore = 8;

/** "Xã Glar báo cáo tổng hợp", "năm 2021 cho anh báo cáo …": time or place first, no event. */
function begunLater(readings: readonly string[], known: Name[]): (Name & { args: string }) | undefined {
  for (const reading of readings) {
    if (!timeOrPlace.test(fold(reading))) continue;
    const words = reading.trim().split(/\s+/);
    for (let at = 1; at <= Math.min(mostBefore, words.length - 1); at++) {
      const before = words.slice(0, at).join(' ');
      if (happened.test(fold(before))) break;
      const rest = words.slice(at).join(' ');
      const folded = fold(rest);
      const begun = known.find(
        ({ command, words: one, shared }) =>
          command.takesArgs === true && !command.keepsArgs && shared && folded.startsWith(`${one} `),
      );
      if (begun) return { ...begun, args: `${argsOf(begun, rest)}, ${before}` };
    }
  }
  return undefined;
}

/** "baso caso toongr hopwj": the words are those of a command once keys of Telex are taken off. */
function begunInTelex(readings: readonly string[], known: Name[]): (Name & { args: string }) | undefined {
  for (const reading of readings) {
    const repaired = withoutTelex(fold(reading));
    const begun = known.find(
      ({ command, words, accented }) =>
        command.takesArgs === true &&
        repaired.startsWith(`${words} `) &&
        !(accented !== undefined && hasOtherAccents(reading.split(/\s+/)[0] ?? '', accented)),
    );
    if (begun && repaired !== fold(reading)) return { ...begun, args: argsOf(begun, reading) };
  }
  return undefined;
}

/** "tìm cồng chiêng": all that follows is what is looked for; where nothing follows, no command. */
function meantLoosely(text: string, loose: Name[]): MeantCommand[] {
  for (const reading of readingsOf(text)) {
    const folded = fold(reading);
    const begun = loose.find((name) => folded.startsWith(`${name.words} `) && beginsWith(name, reading));
    if (begun) return [{ name: begun.command.name, args: after(reading, begun.words) }];
  }
  return [];
}

function argsOf({ command, words, inArgs }: Name, reading: string): string {
  if (inArgs) return reading;
  const taken = after(reading, words);
  // "Làm báo cáo năm nay": the last word of the command belongs to what follows too.
  const rest =
    words.endsWith(' nam') && /^(?:nay|ngoai|truoc)(?: |$)/.test(fold(taken)) ? `năm ${taken}` : taken;
  return command.keepsArgs ? rest : withoutCourtesy(rest);
}

function after(reading: string, words: string): string {
  return reading.trim().split(/\s+/).slice(words.split(' ').length).join(' ');
}
