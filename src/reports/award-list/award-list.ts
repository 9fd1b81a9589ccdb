import { rm } from 'node:fs/promises';
import { DomainError } from '../../errors.ts';
import { nameAwardLevel } from '../../plan/awards.ts';
import { ProposalState } from '../../store/generated/enums.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { capitalise, decapitalise } from '../../text/letters.ts';
import { saveDocument } from '../document/write-document.ts';
import type { Report, ReportDeps } from '../report.ts';
import { sayAsOf, sayReportPeriod } from '../report-period.ts';
import { createTableReport } from '../table-report.ts';
import { type AwardLine, buildAwardColumns } from './columns.ts';
import { composeAwardList } from './compose-award-list.ts';
import { buildAwardParameters } from './parameters.ts';
import { type AwardListRow, awardListSql } from './rows.sql.ts';

/** The figures of the caption, by the states of proposals. */
const figureOf: Record<ProposalState, string> = {
  proposed: 'report-figure-award-proposed',
  forwarded: 'report-figure-award-forwarded',
  not_forwarded: 'report-figure-award-declined',
  granted: 'report-figure-award-granted',
  refused: 'report-figure-award-refused',
  withdrawn: 'report-figure-award-withdrawn',
};

/** A longer list is no paper to sign: it is Excel alone. */
const mostInWord = 5000;

/** Proposals by their states. */
type StateCount = Record<ProposalState, number>;

const table = createTableReport<AwardListRow, AwardLine, { states: StateCount }>({
  code: 'khenthuong',
  name: 'report-awards',
  words: [
    ...['khen thưởng', 'đề nghị khen thưởng', 'danh sách đề nghị khen thưởng', 'danh sách khen thưởng'],
    ...['awards', 'award proposals'],
  ],
  wordsAlone: ['danh sách khen thưởng', 'danh sách đề nghị khen thưởng'],
  inPlan: ({ awards }) => awards.levels.length > 0,
  right: 'report',
  scopes: ['all', 'unit'],
  periods: 'any',
  file: 'khen-thuong',
  sheet: 'Đề nghị khen thưởng',
  title: (period) => `DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG ${period}`,
  period: (plan, period) => `${capitalise(sayReportPeriod(plan, period))}${sayAsOf(period)}`,
  under: ({ period, scope, at }) => `${period}. ${scope}. Số liệu lúc ${at}.`,
  columns: buildAwardColumns,
  labelColumn: 'name',
  frozenColumns: 2,
  textSize: 10,
  vertical: 'top',
  emptyText: 'Chưa có đề nghị khen thưởng nào.',
  query: { sql: awardListSql, parameters: buildAwardParameters },
  nameGroup: (plan, level) => decapitalise(nameAwardLevel(plan, 'vi', level)),
  line: (row, place) => ({ ...row, place }),
  lineWord: 'đề nghị',
  startCount: () => ({
    states: { proposed: 0, forwarded: 0, not_forwarded: 0, granted: 0, refused: 0, withdrawn: 0 },
    add({ state }) {
      this.states[state] += 1;
    },
  }),
  notes: ({ plan }) => [
    {
      label: 'Ai có trong danh sách',
      text: 'Mọi đề nghị khen thưởng của năm báo cáo, trừ đề nghị đơn vị đã rút. Đơn vị đã sáp nhập thì ghi đơn vị đang có điển hình vào ngày cuối kỳ.',
    },
    {
      label: 'Hình thức, danh hiệu',
      text: 'Mỗi đề nghị là một hình thức khen thưởng hoặc một danh hiệu thi đua; dòng cộng là số đề nghị.',
    },
    {
      label: 'Bản Word',
      text: `Của ${plan.bodies.office.vi}: những đề nghị đã trình, mỗi cấp một danh sách. Của đơn vị: mọi đề nghị của đơn vị.`,
    },
  ],
  figures: ({ lines, count: { states } }) => [
    ['report-figure-proposed', lines],
    ...Object.values(ProposalState)
      .filter((state) => states[state] > 0)
      .map((state): [string, number] => [figureOf[state], states[state]]),
  ],
});

/**
 * The report *Danh sách đề nghị khen thưởng* (Plan 101, IV.3), as Excel and as Word to sign. The
 * workbook has form and title in columns of their own, the document a list for each level.
 */
export const awardList: Report = {
  ...table,
  async make(deps, request) {
    const { db, plan, tempDir } = deps;
    if (plan.awards.levels.length === 0) throw new DomainError('awards-none');
    // Both files are of one snapshot.
    return db.inSnapshot(async (snapshot) => {
      const sameMoment = { ...deps, db: { inSnapshot: shareSnapshot(snapshot) } };
      const made = await table.make(sameMoment, request);
      if (made.rows > mostInWord) return made;
      try {
        const { rows } = await snapshot.sql.query<AwardListRow>(
          awardListSql,
          buildAwardParameters(plan, request),
        );
        const path = await saveDocument(tempDir, composeAwardList(plan, rows, request));
        const filename = made.filename.replace('Bao-cao-', 'Danh-sach-de-nghi-').replace(/xlsx$/, 'docx');
        return { ...made, also: [{ path, filename }] };
      } catch (error) {
        await rm(made.path, { force: true });
        throw error;
      }
    });
  },
};

function shareSnapshot(snapshot: Snapshot): ReportDeps['db']['inSnapshot'] {
  return (work) => work(snapshot);
}
