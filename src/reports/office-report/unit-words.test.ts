import { describe, expect, it } from 'vitest';
import { quoteUnits } from './unit-words.ts';

const texts = { results: '', difficulties: '', proposals: '', directions: '' };
const quote = (...difficulties: string[]) =>
  quoteUnits(
    {
      year: 2022,
      units: difficulties.map((text, i) => ({ unit: `Xã ${i + 1}`, ...texts, difficulties: text })),
    },
    'difficulties',
  );

describe('the words of units', () => {
  it.each([
    'Không có khó khăn, vướng mắc lớn.',
    'Không',
    'Không có.',
    'Đơn vị không có kiến nghị, đề xuất.',
    'Chưa có khó khăn gì!',
    'Hiện nay đơn vị không có ý kiến gì thêm',
    'Nhìn chung không phát sinh vướng mắc nào',
    'Năm 2022, đơn vị đánh giá 3 điển hình: 3 duy trì tốt.',
    'Có 2/3 điển hình giữ vững hoặc phát huy hiệu quả.',
    '',
    ' \n - \n',
  ])('%j says nothing that the report would quote', (text) => {
    expect(quote(text)).toEqual([]);
  });

  it.each([
    ['Không có nước tưới trong mùa khô', 'Không có nước tưới trong mùa khô.'],
    ['Không có khó khăn lớn, song thiếu cán bộ.', 'Không có khó khăn lớn, song thiếu cán bộ.'],
    ['Chưa có kinh phí. Đường xa.', 'Chưa có kinh phí.'],
    ['- Đường vào làng sạt lở\n- Thiếu điện', 'Đường vào làng sạt lở.'],
    ['Năm 2022, đơn vị đánh giá 3 điển hình.\nBà con làm theo.', 'Bà con làm theo.'],
    ['  • Ít cán bộ biết tiếng Jrai…', 'Ít cán bộ biết tiếng Jrai…'],
  ])('of %j quotes the first sentence with something to say', (text, said) => {
    expect(quote(text)).toEqual([`- Xã 1: ${said}`]);
  });

  it('has the same sentence of several units once, with their names', () => {
    const same = Array.from({ length: 5 }, () => 'Thiếu kinh phí.');
    expect(quote(...same, 'thiếu kinh phí', 'Đường xa.')).toEqual([
      '- Xã 1, Xã 2, Xã 3 và 3 đơn vị khác: Thiếu kinh phí.',
      '- Xã 7: Đường xa.',
    ]);
  });

  it('quotes so many that they can be read, and says how many more there are', () => {
    const lines = quote(...Array.from({ length: 40 }, (_, i) => `Việc thứ ${i + 1} khó. Câu hai.`));
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('- Ý kiến của 32 đơn vị khác: trong báo cáo của đơn vị.');
    expect(quote('rất '.repeat(400))[0]?.length).toBeLessThan(300);
    expect(quoteUnits(undefined, 'results')).toEqual([]);
  });
});
