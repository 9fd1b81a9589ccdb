import { expect, it } from 'vitest';
import { withoutAccents } from './without-accents.ts';

it.each([
  ['Đăng ký điển hình', 'Dang ky dien hinh'],
  ['Đăng ký'.normalize('NFD'), 'Dang ky'],
  ['Ðak Đoa, Ɖak Sơmei', 'Dak Doa, Dak Somei'],
  ["Xã H'Neng – Kpă Klơng", "Xa H'Neng – Kpa Klong"],
  ['ỨỪỬỮỰ ộ', 'UUUUU o'],
  ['', ''],
])('%s is %s', (text, plain) => {
  expect(withoutAccents(text)).toBe(plain);
});

it('splits full-width letters and ligatures when asked to', () => {
  expect(withoutAccents('Ｘã ﬁ', 'NFKD')).toBe('Xa fi');
});
