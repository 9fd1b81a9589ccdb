import { expect, it } from 'vitest';
import { withoutAccents } from './without-accents.ts';

it.each([
  ['Đăng ký điển hình', 'Dang ky dien hinh'],
  ['Đăng ký'.normalize('NFD'), 'Dang ky'],
  ['Ðak Đoa, Ɖak Sơmei', 'Dak Doa, Dak Somei'],
  ["Xã H'Neng – Kpă Klơng", "Xa H'Neng – Kpa Klong"],
  ['ỨỪỬỮỰ ộ', 'UUUUU o'],
  ['Ｘã ﬁ 𝐁á𝐨', 'Xa fi Bao'],
  ['', ''],
])('%s is %s', (text, plain) => {
  expect(withoutAccents(text)).toBe(plain);
});
