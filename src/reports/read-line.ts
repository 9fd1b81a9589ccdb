import type { LocalDate, Plan } from '../plan/plan.ts';
import { withoutEverything } from '../text/all-units.ts';
import { withoutCourtesy } from '../text/courtesy.ts';
import { fold } from '../text/fold.ts';
import { takeField } from './filter/categories-in-words.ts';
import { takeDuties } from './filter/duties-in-words.ts';
import { narrowStates, takeFilterInWords } from './filter/filter-in-words.ts';
import type { ReportFilter } from './filter/report-filter.ts';
import { chooseMeant, takeLongest, takeReports } from './named-reports.ts';
import { withoutPurpose } from './purpose.ts';
import type { Report } from './report.ts';
import { withoutComparison } from './time-in-words/comparison.ts';
import { readTime, type TimeOfLine } from './time-in-words/read-time.ts';

/** A request such as `tonghop năm nay xã glar`, as read. */
export interface ReportLine extends TimeOfLine {
  /** Undefined: the words name no report. */
  report: Report | undefined;
  /** Other reports that the same words mean: "kết quả". */
  also: Report[];
  /** Further reports whose words are in `unitWords`. */
  further: Report[];
  /** Kinds, categories, states and duties that were named. */
  filter: ReportFilter;
  /** Words such as "toàn huyện" ask for every unit, and so do kinds of units. */
  all: boolean;
  /** Whether words ask for every unit or a kind, more than "các đơn vị" of one's own. */
  everyUnit: boolean;
  /** Words that are left: they mean a unit. */
  unitWords: string;
  /** `unitWords` without the words of further reports. */
  unitWordsAlone: string;
  /** The words after "lĩnh vực", where they name no category of the plan. */
  field: string | undefined;
}

/** Between the words that count: "giúp em", "cho tôi", and what every report is. */
const asides =
  /(?<!\p{L})(?:(?:giúp|giup|cho|giùm|gium|dùm|hộ) (?:tôi|toi|em|mình|minh|anh|chị|chi|chú|bác|cháu)|file|excel|xlsx|bảng|(?<!ia )bang(?= (?:tong|danh|so lieu|tien|ket|theo|thong ke|excel))|mẫu|(?:các |cac |những )?(?:hồ sơ|ho so)|cái|bản|(?<=(?:hợp|sách) )lại|(?:theo|thực hiện|thuc hien) (?:kế hoạch|ke hoach)(?! (?:triển|trien|và|va|tài|tai|bồi|boi)(?!\p{L}))|số liệu|so lieu|số lượng|so luong|tổng số|tong so|(?:các |cac )?(?:(?:điển hình|dien hinh)(?: tiên tiến| tien tien)?|đhtt|dhtt)|(?<!(?:đã|da|chưa|chua) )(?:báo cáo|bao cao)|report)(?!\p{L})/giu;
/** The subject of every report, behind the name of one: "tổng hợp đăng ký điển hình". */
const ofRegistration =
  /(?<=(?<!\p{L})(?:tổng hợp|tong hop|lĩnh vực|linh vuc|đôn đốc|don doc) )(?:đăng ký|đăng kí|dang ky|dang ki)(?! (?:để|de)(?!\p{L}))(?!\p{L})/giu;
/** How the file is wanted, which every workbook is: "bằng file excel", "dạng bảng". */
const ofFile =
  /(?<!ia )(?<!\p{L})(?:bằng|bang|dạng|dang|kiểu|kieu|theo|thành|thanh|ra)(?= (?:(?:file|bản|ban|định dạng|dinh dang) )?(?:excel|xlsx|word|file|bảng)(?!\p{L}))/giu;
/** Only progress has lines of duties; elsewhere their names mean other things. */
const ofProgress = /(?:^| )(?:tien do|tiendo|progress)(?: |$)/;
/** Words for the whole district, which a unit's people get no report of. */
const everywhere =
  /(?:^| )(?:(?:toan|ca) (?:huyen|tinh|dia ban|thanh pho|thi xa)|(?:tat ca|toan bo)(?: cac)? (?:don vi|xa|co quan)|(?:cac|tat ca cac) don vi|whole (?:district|province|city)|all units)(?: |$)/;
/** A report comes with its pictures. */
const withPictures = /(?<!\p{L})(?:(?:kèm|kem|cùng|cung|có|co|và|va) ){0,4}(?:biểu đồ|bieu do)(?!\p{L})/giu;

/**
 * Reads report, time, filter and unit from one line, in any order, courtesy aside: "tổng hợp giúp
 * em năm 2021 xã Glar", "danh sách các xã đã duyệt". Kinds and categories are those of the plan.
 */
export function readReportLine(typed: string, today: LocalDate, plan: Plan): ReportLine {
  const { duties, rest: line } = ofProgress.test(fold(typed))
    ? takeDuties(plan, typed)
    : { duties: [], rest: typed };
  const compared = withoutComparison(
    line
      .replace(/[()[\]]/g, ' ')
      .replace(/^\s*ds(?=\s)/iu, 'danh sách')
      .replace(
        /^\s*(?:bc\s+)?th(?=\s+(?:theo|n[ăa]m|\d|q|xã|xa|các|cac|toàn|toan|cả|khối|khoi)|\s*$)/iu,
        'tổng hợp',
      ),
  );
  const { rest: others, ...time } = readTime(
    compared.rest.replace(ofRegistration, ' ').replace(ofFile, ' ').replace(asides, ' '),
    today,
    plan,
    withoutCourtesy,
  );
  const { filter, rest: unfiltered } = takeFilterInWords(plan, others);
  const { field, rest: named } = takeField(unfiltered, (words) => takeLongest(words) !== undefined);
  const found = takeLongest(named);
  const { reports: meant, rest: leftWords } = chooseMeant(found, named);
  const [report, ...also] = meant;
  const left = withoutPurpose(leftWords).join(' ');
  const pictured = report?.pictures ? left.replace(withPictures, ' ').trim() : left;
  const { all, rest } = withoutEverything(pictured);
  const said = [...compared.kept(report?.comparesLastYear), rest].join(' ').trim();
  const further = takeReports(said.split(' '));
  const furtherReports = further.reports.filter((one) => one !== report);
  const unitWordsAlone = withoutEverything(further.rest.join(' ')).rest;
  // "Danh sách đại biểu hội nghị" names one report twice.
  const unitWords = furtherReports.length === 0 && further.reports.length > 0 ? unitWordsAlone : said;
  const narrowed = { ...(report ? narrowStates(filter, report.filters?.states) : filter), duties };
  return {
    ...time,
    ...{ report, unitWords, unitWordsAlone, field, also },
    further: furtherReports,
    filter: narrowed,
    all: all || (filter.kinds.length > 0 && unitWords === ''),
    everyUnit: all && everywhere.test(fold(typed)),
  };
}
