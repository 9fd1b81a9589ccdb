import { describe, expect, it } from 'vitest';
import { reportOfUnit } from '../../../tests/documents/unit-report-sample.ts';
import { draftReportTexts } from './draft-texts.ts';

const unit = { name: 'Xã Glar', short: 'Glar', kind: 'commune' };
const draft = (n: number) => draftReportTexts(reportOfUnit(unit, n));

describe('the texts drafted for a report', () => {
  it.each([
    [
      'results',
      6,
      'đơn vị đánh giá 6 điển hình: 1 duy trì tốt; 2 phát triển, nhân rộng; 2 giảm sút; 1 đã dừng.',
    ],
    ['results', 6, 'Có 3/6 điển hình giữ vững hoặc phát huy hiệu quả.'],
    ['results', 1, '- Đã nhân rộng: Làng số 1 giữ gìn bản sắc văn hóa và rừng phòng hộ: Các làng Dơk'],
    ['results', 1, 'Đã làm 5/8 việc của kế hoạch bồi dưỡng.'],
    ['results', 0, 'Năm 2021, đơn vị chưa có điển hình nào để đánh giá.'],
    ['difficulties', 2, '- Rơ Châm H’Blơi 2: Bà con'],
    ['difficulties', 0, 'Không có khó khăn, vướng mắc lớn.'],
    [
      'proposals',
      5,
      '- Làng số 5 giữ gìn bản sắc văn hóa và rừng phòng hộ: Hỗ trợ máy bơm cho 12 hộ của làng.',
    ],
    ['proposals', 4, 'Đơn vị không có kiến nghị, đề xuất.'],
    ['directions', 2, 'Củng cố, giúp đỡ: Rơ Châm H’Blơi 2.'],
    ['directions', 1, 'Nhân rộng tiếp: Làng số 1'],
    ['directions', 0, 'nhân rộng điển hình tiên tiến năm 2022.'],
  ] as const)('%s of %i exemplars say: %s', (text, n, said) => expect(draft(n)[text]).toContain(said));

  it('fit into the question that shows them, however many exemplars there are', () => {
    for (const text of Object.values(draft(60))) {
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(text.length).toBeGreaterThanOrEqual(10);
    }
  });
});
