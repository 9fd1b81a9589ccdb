import { expect, test } from 'vitest';
import { buildSignatureBlock } from './head-rows.ts';

const widths = [6, 24, 8, 20, 15, 18, 50, 12];

test.each([
  'TRƯỞNG PHÒNG',
  'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
  'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  'TM. BAN THƯỜNG VỤ\nCHỦ TỊCH',
  'KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG',
  'TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG TỔNG HỢP',
])('every line of a title that signs has a row of its own: %j', (right) => {
  const { rows } = buildSignatureBlock(
    { left: 'NGƯỜI LẬP BIỂU', right, rightName: '', recipients: [] },
    widths,
  );
  const texts = rows.map(({ cells }) => cells.filter(Boolean).map((cell) => cell?.value));
  const lines = right.split('\n');
  const first = texts.findIndex((row) => row.includes('NGƯỜI LẬP BIỂU'));
  expect(texts.slice(first, first + lines.length).map((row) => row.at(-1))).toEqual(lines);
  expect(texts.flat().filter((text) => text === 'NGƯỜI LẬP BIỂU')).toHaveLength(1);
});
