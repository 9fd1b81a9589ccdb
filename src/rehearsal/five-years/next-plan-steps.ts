import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScriptPart } from './cast.ts';
import { fillStageForm, pickOption, pressDone } from './fill-form.ts';
import { pressButton } from './press-button.ts';
import type { ScriptStep } from './step.ts';

const officer: ScriptPart = { role: 'officer' };
/** The plan of the sample for 2026–2030. */
const nextPlanFile = 'vi-du-2026-2030.yaml';
const plansFolder = join(import.meta.dirname, '..', '..', '..', 'prisma', 'plans');

/** An officer loads the file of the next plan, with every standing exemplar of the first. */
export const openNextPlan: ScriptStep = {
  name: 'plan open',
  who: officer,
  async run(chat) {
    await chat.says('/kehoach');
    await pressButton(chat, /^kehoach\.nap/);
    const content = await readFile(join(plansFolder, nextPlanFile));
    await fillStageForm(chat, {
      file: [{ file: { name: nextPlanFile, content } }, pressDone],
      sure: [pickOption('from.1')],
    });
  },
};

/** An officer closes the first plan: steps of fostering that are open move to the next one. */
export const closeFirstPlan = (reason: string): ScriptStep => ({
  name: 'plan close',
  who: officer,
  async run(chat) {
    await chat.says('/kehoach');
    await pressButton(chat, /^kehoach\.dong:1$/);
    // Leave, end, move: the second press moves.
    await fillStageForm(chat, {
      sure: (times) => [times < 2 ? pickOption('do.steps') : pickOption('yes')],
    });
    // The question for the reason has no button.
    await chat.says(reason);
  },
});

/** A liaison looks at what the unit owes, and by when. */
export const seeDuties = (unit: string): ScriptStep => ({
  name: `duties ${unit}`,
  who: { role: 'liaison', unit },
  run: (chat) => chat.says('/hannop'),
});
