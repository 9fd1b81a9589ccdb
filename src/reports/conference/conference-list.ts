import { rm } from 'node:fs/promises';
import { t } from '../../i18n.ts';
import { readDelegateNumber } from '../../nominations/delegate-number.ts';
import {
  countNominations,
  type RankedNomination,
  readRanking,
  requireConference,
} from '../../nominations/read-ranking.ts';
import { nameAwardLevel } from '../../plan/awards.ts';
import { formatDate, formatInstant } from '../../plan/calendar.ts';
import type { ConferenceWeights, LoadedPlan } from '../../plan/plan.ts';
import type { NominationState } from '../../store/generated/enums.ts';
import { decapitalise } from '../../text/letters.ts';
import { saveDocument } from '../document/write-document.ts';
import { buildReportFilename, describePlan, describeScope, listCommonNotes, makeFile } from '../make-file.ts';
import { type Note, writeNotes } from '../notes-sheet.ts';
import { buildOfficialHead, buildSigners } from '../official-head.ts';
import type { MadeReport, Report, ReportDeps, ReportRequest } from '../report.ts';
import { openTable } from '../table-sheet.ts';
import { findWidest } from '../text-size.ts';
import type { Workbook } from '../workbook.ts';
import { buildConferenceColumns, fateWords, type NominationLine } from './columns.ts';
import { composeConferenceLists } from './compose-lists.ts';

/** The groups of the list, in this order. */
const groups: { state: NominationState; label: string }[] = [
  { state: 'chosen', label: 'ĐẠI BIỂU ĐƯỢC CHỌN' },
  { state: 'nominated', label: 'CHƯA QUYẾT ĐỊNH' },
  { state: 'not_chosen', label: 'KHÔNG CHỌN' },
];

const numerals = ['I', 'II', 'III'];

/** The nominations of a report and the number of delegates. */
interface ConferenceContent {
  ranked: RankedNomination[];
  delegates: number | undefined;
}

/**
 * The report *Danh sách giới thiệu dự Hội nghị điển hình tiên tiến* (Plan 101, IV.3). It comes as
 * Excel with the points as live formulas, and as Word with the ranking and the delegates to sign.
 */
export const conferenceList: Report = {
  code: 'hoinghi',
  name: 'report-conference',
  words: [
    ...[
      'hội nghị',
      'đại biểu',
      'danh sách đại biểu',
      'danh sách giới thiệu',
      'giới thiệu dự hội nghị',
      'danh sách hội nghị',
      'đại biểu dự hội nghị',
      'danh sách đại biểu dự hội nghị',
      'dự hội nghị',
      'danh sách dự hội nghị',
      'danh sách đi dự hội nghị',
      'danh sách giới thiệu dự hội nghị',
    ],
    ...['conference', 'delegates'],
  ],
  wordsAlone: [
    ...['danh sách đại biểu', 'danh sách hội nghị', 'danh sách dự hội nghị', 'danh sách đi dự hội nghị'],
    'danh sách giới thiệu dự hội nghị',
  ],
  inPlan: ({ conference }) => conference !== undefined,
  right: 'seeConference',
  scopes: ['all', 'unit'],
  ofNow: true,
  async make(deps, request) {
    const { plan, tempDir } = deps;
    requireConference(plan);
    const title = titleOf(plan);
    const { path, made } = await makeFile(deps, request, title, async (book, { sql }) => {
      const content = {
        ranked: await readRanking(sql, plan, request),
        delegates: await readDelegateNumber(sql, plan),
      };
      await writeSheet(book, deps, content, request);
      return content;
    });
    try {
      const word = await saveDocument(tempDir, composeConferenceLists(plan, made.ranked, request));
      return describeMade(plan, request, { path, word, ...made });
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  },
};

function titleOf({ conference }: LoadedPlan): string {
  return `DANH SÁCH GIỚI THIỆU DỰ ${conference?.name.vi ?? ''}`.toLocaleUpperCase('vi');
}

function describeMade(
  plan: LoadedPlan,
  request: ReportRequest,
  { path, word, ranked, delegates }: ConferenceContent & { path: string; word: string },
): MadeReport {
  const filename = buildReportFilename(plan, 'hoi-nghi', request);
  const counts = countNominations(ranked);
  const figure = (key: string, value: number) => ({
    label: t(request.locale, key),
    value: String(value),
  });
  return {
    ...{ path, filename },
    also: [
      {
        path: word,
        filename: filename
          .replace('Bao-cao-hoi-nghi', 'Danh-sach-dai-bieu-hoi-nghi')
          .replace(/xlsx$/, 'docx'),
      },
    ],
    figures: [
      figure('report-figure-nominated', counts.nominated),
      figure('report-figure-delegates', counts.chosen),
      ...(delegates === undefined ? [] : [figure('report-figure-delegate-number', delegates)]),
      figure('report-figure-undecided', counts.waiting),
      figure('report-figure-not-chosen', counts.notChosen),
    ],
    rows: ranked.length,
  };
}

async function writeSheet(
  book: Workbook,
  { plan }: ReportDeps,
  { ranked, delegates }: ConferenceContent,
  request: ReportRequest,
): Promise<void> {
  const { weights } = requireConference(plan);
  const { now, madeAt = now } = request;
  const table = openTable<NominationLine>(book, {
    name: 'Giới thiệu dự Hội nghị',
    head: buildOfficialHead(plan, madeAt),
    title: titleOf(plan),
    under: [
      `Theo ${describePlan(plan)}`,
      `${describeScope(request)}. ${request.asOf ? `Số liệu tính đến hết ngày ${formatDate(request.asOf)}` : `Số liệu lúc ${formatInstant(now, plan.zone)}`}.`,
    ],
    columns: buildConferenceColumns(plan, weights, findWidest(ranked.map(({ code }) => code))),
    labelColumn: 'name',
    frozenColumns: 2,
    paper: 'a3',
    textSize: 10,
    vertical: 'top',
    signers: buildSigners(plan),
    emptyText: 'Chưa có điển hình nào được giới thiệu.',
  });
  const shown = groups.filter(({ state }) => ranked.some((one) => one.state === state));
  for (const [i, { state, label }] of shown.entries()) {
    table.openGroup(numerals[i] ?? '', label);
    const lines = ranked.filter((one) => one.state === state);
    for (const [at, one] of lines.entries()) await table.line({ ...one, number: at + 1 });
    table.closeGroup(`Cộng ${label.toLocaleLowerCase('vi')}`);
  }
  table.finish('Tổng cộng');
  writeNotes(book, 'GHI CHÚ VỀ DANH SÁCH', [
    ...listCommonNotes(
      plan,
      request,
      `Giai đoạn ${plan.period.from} – ${plan.period.to}`,
      `${table.lines} điển hình`,
    ),
    ...listOwnNotes(plan, weights, delegates),
  ]);
}

function listOwnNotes(
  plan: LoadedPlan,
  { award, ...weights }: ConferenceWeights,
  delegates: number | undefined,
): Note[] {
  const awards =
    typeof award === 'number'
      ? `mỗi khen thưởng ${award}`
      : `khen thưởng ${Object.entries(award)
          .map(([level, each]) => `${decapitalise(nameAwardLevel(plan, 'vi', level))} ${each}`)
          .join(', ')}`;
  return [
    {
      label: 'Ai có trong danh sách',
      text: 'Điển hình đã duyệt mà đơn vị giới thiệu (hoặc cơ quan giới thiệu thay), trừ giới thiệu đã rút.',
    },
    {
      label: 'Điểm',
      text: `Theo tệp kế hoạch: mỗi năm duy trì tốt hoặc phát triển ${weights.yearKept}; mỗi năm nhân rộng ${weights.replication}; ${awards}; lao động trực tiếp ${weights.directLabour}; địa bàn khó khăn ${weights.difficultArea}. Cột 11 là công thức: cột 5 × ${weights.yearKept} + cột 6 × ${weights.replication} + cột 8 + cột 9 × ${weights.directLabour} + cột 10 × ${weights.difficultArea}.`,
    },
    {
      label: 'Bằng điểm',
      text: 'Nhiều năm duy trì hơn đứng trước, rồi nhiều năm nhân rộng hơn, rồi nhiều khen thưởng hơn, rồi đăng ký sớm hơn.',
    },
    {
      label: 'Số đại biểu',
      text: delegates === undefined ? 'Không ấn định.' : String(delegates),
    },
    { label: fateWords.chosen, text: 'Danh sách đại biểu để ký ở tệp Word kèm theo.' },
  ];
}
