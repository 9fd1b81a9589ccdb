import { nameScriptPart, type ScriptPart } from './cast.ts';
import { fillByCommand, fillStageForm, pickOption, pressDone, typeText, typeWords } from './fill-form.ts';
import { pressButton, pressIfThere } from './press-button.ts';
import { answersFor, type SampleExemplar } from './sample-exemplars.ts';
import { samplePdf } from './sample-pdf.ts';
import type { ScriptStep } from './step.ts';

const liaisonOf = (unit: string, nth = 0): ScriptPart => ({ role: 'liaison', unit, nth });

/** A liaison registers exemplars, each a step; `nth`: which one of the unit's liaisons. */
export const register = (unit: string, exemplars: SampleExemplar[], nth = 0): ScriptStep[] =>
  exemplars.map((exemplar, i) => ({
    name: `register ${unit}.${nth} ${i + 1}`,
    who: liaisonOf(unit, nth),
    run: (chat) => fillByCommand(chat, '/dangky', answersFor(exemplar)),
  }));

/**
 * A liaison hands in the unit's implementation plan, or another document of a duty by its words.
 */
export const handIn = (
  unit: string,
  duty = 'kế hoạch triển khai',
  file = 'Ke-hoach-trien-khai',
): ScriptStep => ({
  name: `file ${unit} ${file}`,
  who: liaisonOf(unit),
  run: (chat) =>
    fillByCommand(chat, `/nopvanban ${duty}`, {
      files: [{ file: { name: `${file}.pdf`, content: samplePdf(`${file} ${unit}`) } }, pressDone],
    }),
});

/** A liaison mends the exemplar that was returned, from the unit's list. */
export const mendReturned = (unit: string): ScriptStep => ({
  name: `mend ${unit}`,
  who: liaisonOf(unit),
  async run(chat) {
    await chat.says('/danhsach cần bổ sung');
    await pressButton(chat, /^exemplar:/);
    await pressButton(chat, /^exemplar\.mend:/);
    await fillStageForm(chat, {
      summary: [
        typeText(
          'Năm 2020 vận động, giúp 12 hộ thoát nghèo (theo báo cáo của xã), 45 hộ hiến đất làm đường.',
        ),
      ],
      confirm: [pickOption('send')],
    });
  },
});

/** A liaison makes the unit's fostering plan, with steps by a day such as `30/11/2021`. */
export const foster = (unit: string, lead: string, by: string): ScriptStep => ({
  name: `foster ${unit}`,
  who: liaisonOf(unit),
  async run(chat) {
    await chat.says('/boiduong');
    // Without a plan the form opens at once.
    await pressIfThere(chat, /^bd\.lap:/);
    await fillStageForm(chat, {
      lead: [typeWords(lead)],
      kind: (times) => [pickOption(times === 0 ? 'nurture' : times === 1 ? 'publicise' : 'save')],
      what: (times) => [
        typeWords(
          times === 0
            ? 'Tập huấn, hướng dẫn viết báo cáo kinh nghiệm'
            : 'Viết bài, phát trên loa truyền thanh',
        ),
      ],
      who: [typeWords('Hội Nông dân xã')],
      by: [typeWords(by)],
      more: [pickOption('done')],
    });
  },
});

/** A liaison ticks off the first open step of the unit's fostering plan. */
export const finishFostering = (unit: string): ScriptStep => ({
  name: `foster ${unit} done`,
  who: liaisonOf(unit),
  async run(chat) {
    await chat.says('/boiduong');
    await pressButton(chat, /^bd\.viec:/);
    await pressButton(chat, /^bd\.xong:/);
    await fillStageForm(chat, { day: [typeWords('hôm nay')], files: [pressDone] });
  },
});

/** What a person logs: the kind, numbers of exemplars on the list, the place, how many came. */
export interface LoggedActivity {
  kind: string;
  exemplars: string;
  place: string;
  reached?: string;
}

/** A person logs an activity about some of the exemplars on the list. */
export const logActivity = (who: ScriptPart, given: LoggedActivity): ScriptStep => ({
  name: `log ${nameScriptPart(who)} ${given.kind} ${given.place}`,
  who,
  run: (chat) =>
    fillByCommand(chat, who.role === 'publicist' ? '/tuyentruyen' : '/hoatdong', {
      kind: [pickOption(given.kind)],
      exemplars: [typeWords(given.exemplars), pressDone],
      day: [typeWords('hôm nay')],
      place: [given.place === 'đài' ? pickOption('m:0') : typeWords(given.place)],
      reached: [typeWords(given.reached ?? '45')],
      broadcasts: [typeWords('12')],
      minutes: [typeWords('60')],
      confirm: [pickOption('send')],
    }),
});

/** A liaison says what the unit needs. */
export const askHelp = (unit: string, text: string): ScriptStep => ({
  name: `help ${unit}`,
  who: liaisonOf(unit),
  async run(chat) {
    await chat.says('/giupdo');
    await pressButton(chat, /^gd\.moi:/);
    await fillStageForm(chat, { text: [typeWords(text)] });
  },
});
