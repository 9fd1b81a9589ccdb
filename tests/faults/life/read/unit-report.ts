import { readWord } from '../../../support/read-word.ts';
import { results } from '../model/life.ts';

/** Reads the figures of a unit's report out of its sentences. */
export async function readUnitReport(bytes: Uint8Array) {
  const { text } = await readWord(bytes);
  const said = text.normalize();
  const number = (pattern: RegExp): number => Number(pattern.exec(said)?.[1] ?? 0);
  const evaluated = /Đánh giá (\d+) điển hình: ([^\n(]+) \(phụ lục\)/.exec(said);
  return {
    approved: number(/đơn vị có (\d+) điển hình được duyệt/),
    collective: number(/được duyệt \((\d+) tập thể/),
    individual: number(/được duyệt \((?:\d+ tập thể, )?(\d+) cá nhân\)/),
    own: number(/Riêng năm \d+ có (\d+) điển hình đăng ký mới/),
    evaluated: Number(evaluated?.[1] ?? 0),
    results: results.map((result) =>
      Number(new RegExp(`(\\d+) ${result.toLowerCase()}`).exec(evaluated?.[2] ?? '')?.[1] ?? 0),
    ),
    proposals: number(/khen thưởng (\d+) lượt tập thể, cá nhân/),
  };
}
