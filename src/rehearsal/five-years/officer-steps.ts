import type { HelpNews } from '../../help-requests/tell-unit-of-help.ts';
import type { ScriptPart } from './cast.ts';
import { fillByCommand, fillStageForm, pressDone, typeWords } from './fill-form.ts';
import { pressButton, pressIfThere } from './press-button.ts';
import type { ScriptStep } from './step.ts';

const officer: ScriptPart = { role: 'officer' };
/** Pages and documents of a queue that an officer works through at most. */
const most = 40;
const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/;

/** An officer invites a liaison of a unit. */
export const inviteLiaison = (unit: string): ScriptStep => ({
  name: `invite ${unit}`,
  who: officer,
  run: async (chat, cast) => chat.says(`/moi đầu mối ${await cast.unitName(unit)}`),
});

/** The invited person joins with the code that the officer has. */
export const joinUnit = (unit: string, name: string): ScriptStep => ({
  name: `join ${unit}`,
  who: { role: 'liaison', unit, joins: name },
  async run(chat, cast) {
    const of = await cast.unitName(unit);
    const messages = await (await cast.find(officer)).earlier();
    const invitation = messages.findLast(({ text = '' }) => text.includes(of) && code.test(text));
    await chat.says(`/start ${code.exec(invitation?.text ?? '')?.[0] ?? ''}`);
    await fillStageForm(chat, {});
    // The questions for name and phone number have no buttons of the form.
    await chat.says(name);
    await chat.says('Bỏ qua');
  },
});

/** An officer approves every exemplar that waits, a page at a time. */
export const approveAll: ScriptStep = {
  name: 'approve',
  who: officer,
  async run(chat) {
    for (let page = 0; page < most; page += 1) {
      await chat.says('/duyet');
      if (!(await pressIfThere(chat, /^duyet\.pa:/))) return;
      await pressButton(chat, /^duyet\.a3:/);
    }
  },
};

/** An officer returns the oldest waiting exemplar of a unit for its summary. */
export const returnOne = (unitWords: string): ScriptStep => ({
  name: 'return',
  who: officer,
  async run(chat) {
    await chat.says(`/duyet ${unitWords}`);
    await pressButton(chat, /^duyet\.see:/);
    await pressButton(chat, /^duyet\.r:/);
    await fillStageForm(chat, {
      fields: [typeWords('tóm tắt'), pressDone],
      reason: [typeWords('Bổ sung số hộ thoát nghèo và nguồn số liệu của năm 2020.')],
    });
  },
});

/** An officer accepts the documents that wait. */
export const acceptDocuments: ScriptStep = {
  name: 'accept',
  who: officer,
  async run(chat) {
    for (let n = 0; n < most; n += 1) {
      await chat.says('/duyet văn bản');
      if (!(await pressIfThere(chat, /^vb\.see:/))) return;
      await pressButton(chat, /^vb\.yes:/);
    }
  },
};

/** An officer takes up or settles the first request for help. */
export const settleHelp = (how: HelpNews, note: string): ScriptStep => ({
  name: `help ${how}`,
  who: officer,
  async run(chat) {
    await chat.says('/giupdo');
    await pressButton(chat, /^gd\.xem:/);
    await pressButton(chat, how === 'take' ? /^gd\.nhan:/ : /^gd\.xong:/);
    // The only question of that form, which may have no button.
    await chat.says(note);
  },
});

/** An officer sets the due of a duty for every unit, with a reason. */
export const setDue = (duty: string, day: string, reason: string): ScriptStep => ({
  name: `due ${duty} ${day}`,
  who: officer,
  run: (chat) =>
    fillByCommand(chat, '/suahan', {
      duty: [typeWords(duty)],
      scope: [{ press: ['c:all'] }],
      day: [typeWords(day)],
      reason: [typeWords(reason)],
      sure: [{ press: ['c:yes'] }],
    }),
});
