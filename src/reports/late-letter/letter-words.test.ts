import { expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import { loadUnits } from '../../plan/load.ts';
import type { Unit } from '../../units/units.ts';
import { readLetterWords } from './letter-words.ts';

const units = loadUnits('prisma/units/dak-doa.yaml', plan101).map(
  ({ code, name, short }, i): Unit => ({ id: i + 1, code, name, short }),
);
const idOf = (name: string) => units.find((unit) => unit.name === name)?.id;

it.each<[string, { duties?: string[]; kinds?: string[]; units?: string[] }]>([
  ['congvan kế hoạch triển khai', { duties: ['implementationPlan'] }],
  ['Công văn đôn đốc việc nộp kế hoạch triển khai', { duties: ['implementationPlan'] }],
  ['công văn đôn đốc về báo cáo kết quả năm', { duties: ['annualReport'] }],
  ['cong van bao cao nam 2021', { duties: ['annualReport 2021'] }],
  ['congvan đăng ký điển hình tiên tiến, kế hoạch', { duties: ['registration', 'implementationPlan'] }],
  ['letter implementation plan', { duties: ['implementationPlan'] }],
  ['congvan các xã', { kinds: ['commune'] }],
  ['congvan các xã, thị trấn', { kinds: ['commune', 'township'] }],
  ['công văn gửi các đoàn thể', { kinds: ['association'] }],
  ['congvan glar, hà đông', { units: ['Xã Glar', 'Xã Hà Đông'] }],
  ['công văn cho xã Glar và xã Trang', { units: ['Xã Glar', 'Xã Trang'] }],
  [
    'congvan Phòng Tài nguyên và Môi trường; Công an huyện',
    { units: ['Phòng Tài nguyên và Môi trường', 'Công an huyện'] },
  ],
  ['congvan Phòng Tài nguyên và Môi trường', { units: ['Phòng Tài nguyên và Môi trường'] }],
  ['congvan kế hoạch triển khai, xã Glar', { duties: ['implementationPlan'], units: ['Xã Glar'] }],
  ['congvan glar, glar', { units: ['Xã Glar'] }],
  ['công văn đôn đốc các đơn vị chậm nộp', {}],
  ['công văn các xã chậm nộp báo cáo năm', { duties: ['annualReport'], kinds: ['commune'] }],
  ['cong van don doc may don vi con no ke hoach', { duties: ['implementationPlan'] }],
  ['công văn gửi mấy đơn vị quá hạn đăng ký', { duties: ['registration'] }],
  [
    'công văn nhắc các đoàn thể chưa nộp báo cáo năm 2021',
    { duties: ['annualReport 2021'], kinds: ['association'] },
  ],
])('%s', (typed, wanted) => {
  const read = readLetterWords(plan101, units, typed);
  expect({
    duties: read?.duties.map(({ duty, occurrence }) => [duty, ...(occurrence ? [occurrence] : [])].join(' ')),
    kinds: read?.kinds,
    unitIds: read?.unitIds,
  }).toEqual({
    duties: wanted.duties ?? [],
    kinds: wanted.kinds ?? [],
    unitIds: (wanted.units ?? []).map(idOf),
  });
});

it.each([
  'congvan',
  'công văn đôn đốc',
  'công văn đôn đốc 2021',
  'tonghop các xã',
  'congvan sao hỏa',
  'congvan glar, sao hỏa',
  'congvan hà',
  'congvannam',
])('%s is no request for some duties or units', (typed) => {
  expect(readLetterWords(plan101, units, typed)).toBeUndefined();
});
