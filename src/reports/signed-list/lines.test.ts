import { expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import { groupSignedLines } from './lines.ts';
import type { SignedListRow } from './rows.sql.ts';

const row: SignedListRow = {
  subject: 'individual',
  category: 'worker',
  name: 'Siu Hà',
  birthYear: 1980,
  ethnicity: null,
  position: null,
  representative: null,
  place: 'Làng Dôr',
  difficultArea: false,
  directLabour: false,
  summary: 'Giúp 14 hộ.',
  ownCriteria: [],
};

it.each<[Partial<SignedListRow>, string, string]>([
  [{}, 'Giúp 14 hộ.', ''],
  [{ ownCriteria: ['Có vườn mẫu'] }, 'Giúp 14 hộ.\nTiêu chí riêng: Có vườn mẫu.', ''],
  [
    { ownCriteria: ['Có vườn mẫu.', ' Dạy nghề; '] },
    'Giúp 14 hộ.\nTiêu chí riêng: Có vườn mẫu; Dạy nghề.',
    '',
  ],
  [{ ownCriteria: ['', ' '] }, 'Giúp 14 hộ.', ''],
  [{ directLabour: true }, 'Giúp 14 hộ.', 'Lao động trực tiếp'],
  [{ difficultArea: true, directLabour: true }, 'Giúp 14 hộ.', 'Vùng khó khăn, lao động trực tiếp'],
])('%o is a line with its own criteria and remarks', (more, summary, remarks) => {
  const [, individuals] = groupSignedLines(plan101, [{ ...row, ...more }]);
  expect(individuals?.lines[0]).toMatchObject({ number: 1, summary, remarks });
});
