import type { ScriptPart } from './cast.ts';
import { fillByCommand, fillStageForm, pickOption, pressDone, pressKeep, typeWords } from './fill-form.ts';
import { pressButton, pressIfThere } from './press-button.ts';
import { samplePdf } from './sample-pdf.ts';
import type { Act, ScriptStep } from './step.ts';

const officer: ScriptPart = { role: 'officer' };
/** Pages and nominations that an officer works through at most. */
const most = 40;

/** An officer declines the first proposal of those that wait, with a reason. */
const declineProposal = (reason: string): ScriptStep => ({
  name: 'awards decline',
  who: officer,
  async run(chat) {
    await chat.says('/khenthuong chưa trình');
    await pressButton(chat, /^kt\.xem:/);
    await pressButton(chat, /^kt\.kt:/);
    // The only question of that form has no button.
    await chat.says(reason);
  },
});

/** An officer forwards every proposal that waits to the competent level, a page at a time. */
const forwardAwards: ScriptStep = {
  name: 'awards forward',
  who: officer,
  async run(chat) {
    for (let page = 0; page < most; page += 1) {
      await chat.says('/khenthuong chưa trình');
      if (!(await pressIfThere(chat, /^kt\.tt:/))) return;
      await pressButton(chat, /^kt\.t:/);
    }
  },
};

/** An officer records a decision with its paper: the first `granted` of the list, not the next. */
const recordAwards = (number: string, day: string, granted: number): ScriptStep => ({
  name: `awards decide ${number}`,
  who: officer,
  async run(chat) {
    await chat.says('/khenthuong');
    await pressButton(chat, /^kt\.qd:/);
    await fillStageForm(chat, {
      number: [typeWords(number)],
      day: [typeWords(day)],
      body: [pickOption('b0')],
      granted: [typeWords(Array.from({ length: granted }, (_, i) => i + 1).join(', ')), pressDone],
      others: [pickOption('refused')],
      refused: [typeWords('1'), pressDone],
      reason: [typeWords('Thành tích chưa có số liệu so sánh với năm trước.')],
      files: [{ file: { name: 'Quyet-dinh.pdf', content: samplePdf(`Quyet dinh ${number}`) } }, pressDone],
      confirm: [pickOption('send')],
    });
  },
});

/**
 * A liaison writes the summary that the words name from its drafts. `nominees`: numbers of the
 * unit's list, whom it nominates to the conference with the summary of the period.
 */
export const summarise = (unit: string, words: string, nominees = ''): ScriptStep => ({
  name: `summarise ${unit} ${words}`,
  who: { role: 'liaison', unit },
  run: (chat) =>
    fillByCommand(chat, `/tongket ${words}`, {
      results: [pressKeep],
      nominees: [typeWords(nominees), pressDone],
      nominated: [typeWords('Năm năm liền giữ vững, nhiều làng và hộ dân đã học tập, làm theo.')],
      confirm: [pickOption('send')],
    }),
});

/** An officer chooses the first of the ranking as delegates, and leaves the next one out. */
export const chooseDelegates = (chosen: number, reason: string): ScriptStep => ({
  name: 'conference choose',
  who: officer,
  async run(chat) {
    for (let n = 0; n < chosen; n += 1) {
      await chat.says('/hoinghi');
      await pressButton(chat, /^hn\.chon:/);
    }
    await chat.says('/hoinghi');
    await pressButton(chat, /^hn\.bo:/);
    // The only question of that form has no button.
    await chat.says(reason);
  },
});

/** The awards of a year: one is not forwarded, the decision follows within days. */
export const awardsOfYear = (year: number, granted: number): Act[] => [
  {
    at: `${year}-12-26T09:00`,
    work: 'awards',
    steps: [declineProposal('Đã được khen trong năm, đề nghị xét vào năm sau.'), forwardAwards],
  },
  {
    at: `${year}-12-30T09:00`,
    work: 'awards',
    steps: [recordAwards(`${3400 + year - 2020}/QĐ-UBND`, `29/12/${year}`, granted)],
  },
];
