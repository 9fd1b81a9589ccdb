import { readWord } from '../../../support/read-word.ts';

/** Reads the figures of the office's report out of its sentences. */
export async function readOfficeReport(bytes: Uint8Array) {
  const { text, tables } = await readWord(bytes);
  const said = text.normalize();
  const find = (pattern: RegExp): string[] => pattern.exec(said)?.slice(1) ?? [];
  const number = (pattern: RegExp): number => Number(find(pattern)[0] ?? 0);
  const [noneWanted] = find(/chưa đơn vị nào đăng ký điển hình \(chỉ tiêu tối thiểu (\d+)\)/).map(Number);
  const [counted, wanted] =
    noneWanted === undefined
      ? find(/các đơn vị đăng ký (\d+) điển hình, bằng [\d,]+% chỉ tiêu tối thiểu \((\d+)\)/).map(Number)
      : [0, noneWanted];
  const [noneAsked] = find(/Chưa đơn vị nào trong (\d+) đơn vị đủ chỉ tiêu tối thiểu/).map(Number);
  const [met, asked] =
    noneAsked === undefined
      ? find(/Số đơn vị đủ chỉ tiêu tối thiểu: (\d+)\/(\d+)/).map(Number)
      : [0, noneAsked];
  const evaluated = find(
    /: (\d+)\/(\d+) (?:lượt )?điển hình đã duyệt được đánh giá, trong đó duy trì tốt (\d+); phát triển, nhân rộng (\d+); giảm sút (\d+); đã dừng (\d+)/,
  ).map(Number);
  const [all, approved, ...results] = evaluated;
  const activities = find(/Hoạt động trong [^:\n]+: ([^\n]+)/)[0] ?? '';
  const decisions = find(/^Quyết định khen thưởng: (.+)$/m)[0] ?? '';
  const held = (words: string) => Number(new RegExp(`(\\d+) ${words}`).exec(activities)?.[1] ?? 0);
  return {
    figures: {
      ...{ counted, wanted, met, asked },
      approved: number(/; đã duyệt (\d+)\./),
      collective: number(/Có (\d+) tập thể/),
      individual: number(/Có (?:\d+ tập thể, )?(\d+) cá nhân/),
      missing: number(/còn thiếu (\d+) điển hình so với/),
      own: number(/Riêng [^\n.]+ đăng ký (\d+) điển hình/),
      nudges: number(/(\d+) lượt tin nhắc việc/),
      publicity: held('tuyên truyền'),
      visits: held('tham quan học tập'),
      experience: held('báo cáo kinh nghiệm'),
      neverPublicised: number(/Còn (\d+) điển hình đã duyệt chưa được tuyên truyền/),
      evaluated: evaluated.length === 0 ? null : { all, approved, results },
      proposals: number(/đề nghị khen thưởng (\d+) lượt/),
      granted: number(/(\d+) đã khen thưởng/),
      refused: number(/(\d+) không được khen thưởng/),
      decisions: [...decisions.matchAll(/(số \S+ ngày \S+) của [^(;]+?(?: \((\d+) lượt\))?(?=;|\.$)/g)].map(
        ([, words, n]) => `${words}: ${n ?? 0}`,
      ),
      lateUnits: number(/Còn (\d+) đơn vị chưa hoàn thành việc đã quá hạn/),
      documents: [...said.matchAll(document)].map(([, duty, done, units, one, first, last, late, open]) => ({
        ...{
          duty,
          units: Number(units),
          done: Number(done),
          late: Number(late ?? 0),
          open: Number(open ?? 0),
        },
        first: readDay(one ?? first),
        last: readDay(one ?? last),
      })),
    },
    /** The lines of the appendix: a unit each. */
    units: (tables.at(-1) ?? [])
      .filter(([number = '']) => /^\d+$/.test(number))
      .map(([, unit, min, counted, approved, collective, individual, missing, timeliness]) => ({
        ...{ unit, timeliness, min: Number(min), counted: Number(counted), approved: Number(approved) },
        ...{ collective: Number(collective), individual: Number(individual), missing: Number(missing) },
      })),
  };
}

const document =
  /^(.+?) \((?:hạn [^)]+|chưa ấn định thời hạn)\): (\d+)\/(\d+) đơn vị đã gửi(?: \((?:ngày (\S+?)|từ ngày (\S+) đến ngày (\S+?))\))?(?:, trong đó (\d+) đơn vị gửi chậm)?(?:; còn (\d+) đơn vị chưa gửi)?/gm;

/** `7/12/2021` as `2021-12-07`. */
function readDay(words: string | undefined): string | null {
  if (words === undefined) return null;
  const [day = '', month = '', year = ''] = words.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
