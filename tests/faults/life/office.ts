import { loadPlan, loadUnits } from '../../../src/plan/load.ts';
import type { ChatPerson } from '../../support/chat.ts';
import type { Registers } from '../../support/registers.ts';
import { changesChannel, endsRole, invites, joinsWith, type Newcomer } from './acts/of-people.ts';
import { accepts, approvesAll } from './acts/of-reviewers.ts';
import { type Finding, handsIn, logs, type Proposal, registersIn, reports, sumsUp } from './acts/of-units.ts';
import { compareUnitReport } from './compare/documents.ts';
import { openLifeHouse } from './house.ts';
import { askYear, listDaysBetween } from './model/asked.ts';
import { type Day, type Duty, type Life, type LifeActivity, unitOn } from './model/life.ts';
import { expectUnitReport } from './model/unit-report.ts';

/** The office with its people, and the model that keeps what they said. */
export type LifeOffice = Awaited<ReturnType<typeof openLifeOffice>>;

const villages = 'Tổ dân phố, thôn, làng, xã, thị trấn';
const residents = 'Người dân trong cộng đồng dân cư, chức sắc tôn giáo';

/** Opens the office on the day of the plan, before its people come. */
export async function openLifeOffice(planFile: string, start: Day) {
  const house = await openLifeHouse(`${start}T08:00:00+07:00`);
  const units = loadUnits('prisma/units/dak-doa.yaml', loadPlan(planFile));
  const life: Life = {
    units: units.map(({ code, name, kind }) => ({ code, name, kind })),
    ...{ renamed: [], exemplars: [], filings: [], evaluations: [], activities: [] },
    ...{ proposals: [], nominations: [], liaisons: [], dues: [], reminders: [] },
  };
  let today = start;
  const liaisons = new Map<string, ChatPerson>();
  /** Every chat, with the reminders that were found in it. */
  const chats = new Map<ChatPerson, number>();
  /** Labels of the documents that wait for the officer. */
  const documents: string[] = [];

  const nameOf = (code: string) => unitOn(life, code, today).name;
  const liaisonOf = (code: string): ChatPerson => {
    const person = liaisons.get(code);
    if (!person) throw new Error(`no liaison of ${code}`);
    return person;
  };
  const remember = (person: ChatPerson) => {
    chats.set(person, 0);
    return person;
  };
  const files = (unit: string, duty: Duty, time: string) => {
    life.filings.push({ unit, duty, time, on: today });
    documents.push(`${time ? `${duty} ${time}` : duty} – ${nameOf(unit)}`);
  };

  /** Looks into all chats for reminders that have come since the last look. */
  const findReminders = async () => {
    await house.settled();
    for (const [person, known] of chats) {
      const messages = await person.transcript();
      const found = messages.filter(
        ({ fromBot, text, buttons }) => fromBot && (buttons.includes('Đã rõ') || /^\S+ Đã rõ$/m.test(text)),
      ).length;
      const { name, channel } = person;
      for (let n = known; n < found; n++) life.reminders.push({ person: name, channel, on: today });
      chats.set(person, found);
    }
  };

  const office = {
    ...{ house, life, documents, nameOf, liaisonOf },
    get today() {
      return today;
    },
    /**
     * The morning of a day begins. On the way people look into their chats now and then: a page
     * that is not opened for half a year is signed out.
     */
    async goTo(day: Day, time = '09:00'): Promise<void> {
      await findReminders();
      for (const next of [...listDaysBetween(today, day, 100), day]) {
        today = next;
        await house.at(`${next}T${time}:00+07:00`);
        await findReminders();
      }
    },
    async comes(newcomer: Newcomer, code: string): Promise<ChatPerson> {
      return remember(await joinsWith(house, newcomer, code));
    },
    async isInvited(officer: ChatPerson, words: string, newcomer: Newcomer): Promise<ChatPerson> {
      return remember(await invites(house, officer, words, newcomer));
    },
    /** A unit gets a liaison. */
    async gets(officer: ChatPerson, unit: string, newcomer: Newcomer): Promise<void> {
      liaisons.set(unit, await office.isInvited(officer, `đầu mối ${nameOf(unit)}`, newcomer));
      life.liaisons.push({ unit, name: newcomer.name, on: today });
    },
    /** The liaison of a unit leaves, and another one comes. */
    async replaces(officer: ChatPerson, unit: string, newcomer: Newcomer): Promise<void> {
      const { name } = liaisonOf(unit);
      await endsRole(officer, name);
      for (const one of life.liaisons) if (one.name === name) one.until = today;
      await office.gets(officer, unit, newcomer);
    },
    async takesUp(unit: string, channel: ChatPerson['channel']): Promise<void> {
      liaisons.set(unit, remember(await changesChannel(house, liaisonOf(unit), channel)));
    },
    noteExemplar(unit: string, code: string, given: Registers): void {
      const subject = given.subject === 'Cá nhân' ? 'individual' : 'collective';
      life.exemplars.push({
        ...{ code, unit, subject, submittedOn: today, by: liaisonOf(unit).name, name: given.name ?? '' },
        category: given.category ?? (subject === 'individual' ? residents : villages),
      });
    },
    /** A unit registers these, one after another. */
    async registers(unit: string, all: Registers[]): Promise<void> {
      for (const given of all) office.noteExemplar(unit, await registersIn(liaisonOf(unit), given), given);
    },
    async handsInPlan(unit: string): Promise<void> {
      await handsIn(liaisonOf(unit), 'Kế hoạch triển khai (24/8/2021)');
      files(unit, 'Kế hoạch triển khai', '');
    },
    /** The officer accepts every document and approves every exemplar that waits. */
    async approves(officer: ChatPerson): Promise<void> {
      await accepts(officer, documents.splice(0));
      const waiting = life.exemplars.filter(({ approvedOn }) => approvedOn === undefined);
      await approvesAll(officer, waiting.length);
      for (const one of waiting) one.approvedOn = today;
    },
    async logs(person: ChatPerson, kind: LifeActivity['kind'], exemplars: string[]): Promise<void> {
      const place = kind === 'publicity' ? 'Báo Gia Lai' : 'Nhà rông làng Dur';
      await logs(person, kind, { place, exemplars });
      life.activities.push({ kind, exemplars, place, on: today });
    },
    /** A unit sends the report of a year; its Word file says what was said. */
    async reportsYear(unit: string, year: number, findings: Finding[], proposal?: Proposal): Promise<void> {
      for (const { exemplar, ...found } of findings) {
        const before = life.evaluations.find((one) => one.exemplar === exemplar && one.year === year - 1);
        const { result } = found;
        const said = result === 'Như năm trước' ? before : { ...found, result };
        if (said) life.evaluations.push({ ...said, exemplar, year, on: today });
      }
      const exemplar = proposal && findings[proposal.place - 1]?.exemplar;
      if (exemplar) {
        life.proposals.push({ exemplar, year, form: proposal.form, level: proposal.level, on: today });
      }
      const word = await reports(liaisonOf(unit), year, findings, proposal);
      await compareUnitReport(word, expectUnitReport(life, unit, askYear(year, today)));
      files(unit, 'Báo cáo kết quả năm', String(year));
    },
    /** A unit sums up the period, and nominates exemplars by their places in its list. */
    async sumsUp(unit: string, places: number[]): Promise<void> {
      await sumsUp(liaisonOf(unit), places);
      const own = office.approvedOf(unit);
      for (const place of places) life.nominations.push({ exemplar: own[place - 1] ?? '', on: today });
      files(unit, 'Tổng kết giai đoạn', '');
      life.filings.push({
        ...{ unit, time: '', on: today },
        duty: 'Giới thiệu dự Hội nghị điển hình tiên tiến',
      });
    },
    /** The liaison of a unit is that of the unit in its place too. */
    follows(unit: string, before: string): void {
      liaisons.set(unit, liaisonOf(before));
    },
    /** Codes of a unit's approved exemplars, in the order of its forms. */
    approvedOf: (unit: string): string[] =>
      life.exemplars
        .filter((one) => one.approvedOn !== undefined && unitOn(life, one.unit, today).code === unit)
        .map(({ code }) => code)
        .toSorted(),
  };
  return office;
}
