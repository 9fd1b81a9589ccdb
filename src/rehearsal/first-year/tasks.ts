import type { HelpNews } from '../../help-requests/tell-unit-of-help.ts';
import type { Cast, YearPart } from './cast.ts';
import {
  fillStageForm,
  pickOption,
  pressDone,
  pressKeep,
  type StageAnswers,
  typeText,
  typeWords,
} from './fill-form.ts';
import { answersFor, type SampleExemplar } from './sample-exemplars.ts';
import { samplePdf } from './sample-pdf.ts';
import type { StageChat } from './stage-chat.ts';

/** The work of one person at one moment of the year. */
export interface Task {
  who: YearPart;
  run(chat: StageChat, cast: Cast): Promise<void>;
}

const officer: YearPart = { role: 'officer' };
const liaisonOf = (unit: string, nth = 0): YearPart => ({ role: 'liaison', unit, nth });

/** Presses the first button whose data fits; false: there is none. */
async function pressed(chat: StageChat, data: RegExp): Promise<boolean> {
  const [button] = chat.buttons(data);
  if (button) await chat.presses(button);
  return button !== undefined;
}

/** Types a command and answers the form that it opens. */
async function fills(chat: StageChat, command: string, answers: StageAnswers): Promise<void> {
  await chat.says(command);
  await fillStageForm(chat, answers);
}

/** A liaison registers exemplars; `nth`: which one of the unit's. */
export const register = (unit: string, exemplars: SampleExemplar[], nth = 0): Task => ({
  who: liaisonOf(unit, nth),
  async run(chat) {
    for (const exemplar of exemplars) await fills(chat, '/dangky', answersFor(exemplar));
  },
});

/** A liaison hands in the unit's plan. */
export const handInPlan = (unit: string): Task => ({
  who: liaisonOf(unit),
  run: (chat) =>
    fills(chat, '/nopvanban kế hoạch triển khai', {
      files: [
        { file: { name: 'Ke-hoach-trien-khai.pdf', content: samplePdf(`Ke hoach ${unit}`) } },
        pressDone,
      ],
    }),
});

/** An officer invites a liaison, who joins. */
export const inviteLiaison = (unit: string, name: string): Task => ({
  who: officer,
  run: (_chat, cast) => cast.inviteLiaison(unit, name),
});

/** An officer approves every exemplar that waits, a page at a time. */
export const approveAll: Task = {
  who: officer,
  async run(chat) {
    for (let page = 0; page < 20; page += 1) {
      await chat.says('/duyet');
      if (!(await pressed(chat, /^duyet\.pa:/)) || !(await pressed(chat, /^duyet\.a3:/))) return;
    }
  },
};

/** An officer returns the oldest waiting exemplar of a unit for its summary. */
export const returnOne = (unitWords: string): Task => ({
  who: officer,
  async run(chat) {
    await chat.says(`/duyet ${unitWords}`);
    if (!(await pressed(chat, /^duyet\.see:/)) || !(await pressed(chat, /^duyet\.r:/))) return;
    await fillStageForm(chat, {
      fields: [typeWords('tóm tắt'), pressDone],
      reason: [typeWords('Bổ sung số hộ thoát nghèo và nguồn số liệu của năm 2020.')],
    });
  },
});

/** A liaison mends the exemplar that was returned, from the unit's list. */
export const mendReturned = (unit: string): Task => ({
  who: liaisonOf(unit),
  async run(chat) {
    await chat.says('/danhsach cần bổ sung');
    if (!(await pressed(chat, /^exemplar:/)) || !(await pressed(chat, /^exemplar\.mend:/))) return;
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

/** An officer accepts the documents that wait. */
export const acceptDocuments: Task = {
  who: officer,
  async run(chat) {
    for (let n = 0; n < 20; n += 1) {
      await chat.says('/duyet văn bản');
      if (!(await pressed(chat, /^vb\.see:/)) || !(await pressed(chat, /^vb\.yes:/))) return;
    }
  },
};

/** A liaison makes the unit's fostering plan. */
export const foster = (unit: string): Task => ({
  who: liaisonOf(unit),
  async run(chat) {
    await chat.says('/boiduong');
    await pressed(chat, /^bd\.lap:/);
    await fillStageForm(chat, {
      lead: [typeWords('Ông Siu Thanh, Phó Chủ tịch UBND xã')],
      kind: (times) => [pickOption(times === 0 ? 'nurture' : times === 1 ? 'publicise' : 'save')],
      what: [typeWords('Tập huấn, hướng dẫn viết báo cáo kinh nghiệm')],
      who: [typeWords('Hội Nông dân xã')],
      by: [typeWords('30/11/2021')],
      more: [pickOption('done')],
      confirm: [pickOption('send')],
    });
  },
});

/** A person logs an activity about some of the exemplars on the list. */
export const logActivity = (who: YearPart, kind: string, ticks: string, more: StageAnswers = {}): Task => ({
  who,
  run: (chat) =>
    fills(chat, who.role === 'publicist' ? '/tuyentruyen' : '/hoatdong', {
      kind: [pickOption(kind)],
      exemplars: [typeWords(ticks), pressDone],
      day: [typeWords('hôm nay')],
      place: [typeWords('Nhà rông văn hóa xã')],
      reached: [typeWords('45')],
      broadcasts: [typeWords('12')],
      minutes: [typeWords('60')],
      confirm: [pickOption('send')],
      ...more,
    }),
});

/** A liaison says what the unit needs. */
export const askHelp = (unit: string, text: string): Task => ({
  who: liaisonOf(unit),
  async run(chat) {
    await chat.says('/giupdo');
    if (await pressed(chat, /^gd\.moi:/)) await fillStageForm(chat, { text: [typeWords(text)] });
  },
});

/** An officer takes up or settles the first request for help. */
export const settleHelp = (how: HelpNews, note: string): Task => ({
  who: officer,
  async run(chat) {
    await chat.says('/giupdo');
    if (!(await pressed(chat, /^gd\.xem:/))) return;
    // The only question of that form, which may have no button.
    if (await pressed(chat, how === 'take' ? /^gd\.nhan:/ : /^gd\.xong:/)) await chat.says(note);
  },
});

/** A liaison writes and sends the annual report. */
export const reportYear = (unit: string): Task => ({
  who: liaisonOf(unit),
  run: (chat) =>
    fills(chat, '/baocaonam 2021', {
      result: (times) => [pickOption(times % 3 === 1 ? 'spread' : times === 4 ? 'declined' : 'kept')],
      spreadTo: [typeWords('Hai làng bên cạnh')],
      spreadCount: [typeWords('24')],
      difficulties: (times) => (times === 0 ? [typeWords('Thiếu kinh phí mua nhạc cụ.')] : []),
      awards: [typeWords('1'), pressDone],
      grounds: [typeWords('Đội cồng chiêng hoạt động đều, đạt giải nhì hội thi cấp huyện năm 2021.')],
      results: [pressKeep],
      confirm: [pickOption('send')],
    }),
});
