import { describe, expect, it } from 'vitest';
import type { ProposalState } from '../../../store/generated/enums.ts';
import { type AwardLabels, readAwardWords } from './award-words.ts';

const merit = { form: 'merit', title: null };
const praise = { form: 'praise', title: null };
const labels: AwardLabels = {
  states: [
    ['proposed', 'đã đề nghị'],
    ['forwarded', 'đã trình'],
    ['not_forwarded', 'không trình'],
    ['granted', 'đã được khen'],
    ['refused', 'không được khen'],
  ],
  awards: [
    [merit, 'Giấy khen'],
    [praise, 'Bằng khen'],
  ],
  levels: [
    ['district', 'Cấp huyện'],
    ['province', 'Cấp tỉnh'],
    ['central', 'Cấp trung ương'],
  ],
};

describe('words behind /khenthuong', () => {
  it.each<[string, ProposalState | undefined, string]>([
    ['chưa trình', 'proposed', ''],
    ['chờ trình xã Glar', 'proposed', 'xa glar'],
    ['đã trình', 'forwarded', ''],
    ['chờ quyết định', 'forwarded', ''],
    ['chưa được khen', 'forwarded', ''],
    ['được khen', 'granted', ''],
    ['da khen', 'granted', ''],
    ['đã có quyết định xã Trang', 'granted', 'xa trang'],
    ['không được khen thưởng', 'refused', ''],
    ['bị từ chối', 'refused', ''],
    ['không trình', 'not_forwarded', ''],
    ['xã Glar', undefined, 'xã Glar'],
    ['Hội Nông dân huyện', undefined, 'Hội Nông dân huyện'],
  ])('“%s” names the state %s', (typed, state, rest) => {
    const read = readAwardWords(typed, labels);
    expect([read.state, read.rest]).toEqual([state, rest]);
  });

  it.each([
    ['cấp tỉnh', undefined, 'province', ''],
    ['tỉnh', undefined, 'province', ''],
    ['của trung ương', undefined, 'central', ''],
    ['bằng khen', praise, undefined, ''],
    ['giấy khen huyện', merit, 'district', ''],
    ['giấy khen cấp huyện xã Glar', merit, 'district', 'xa glar'],
    ['Công an huyện', undefined, undefined, 'Công an huyện'],
    ['bằng khen Công an huyện', praise, undefined, 'cong an huyen'],
  ])('“%s” names an award and a level', (typed, award, level, rest) => {
    const read = readAwardWords(typed, labels);
    expect([read.award, read.level, read.rest]).toEqual([award, level, rest]);
  });
});
