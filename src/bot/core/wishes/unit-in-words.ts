import { fold } from '../../../text/fold.ts';
import { hasOtherAccents } from '../../../text/other-accents.ts';

/** Words that begin a unit's name; `true`, or those one of which must follow. */
const kinds: Record<string, true | RegExp> = {
  ...{ xa: true, phuong: true, phong: true, hoi: true, ban: true, vien: true, toa: true, mat: /^tran$/ },
  ...{ thi: /^(?:tran|xa)$/, trung: /^tam$/, truong: true, cong: /^an$/, huyen: /^(?:doan|uy)$/ },
  ...{ lien: /^doan$/, chi: /^cuc$/, bao: /^hiem$/, kho: /^bac$/, ubnd: true },
};
/** The kinds that other words resemble: "bản word" is no department (ban), "hỏi" no association. */
const accented: Record<string, string> = {
  ...{ xa: 'xã', phong: 'phòng', hoi: 'hội', ban: 'ban', vien: 'viện', truong: 'trường', toa: 'tòa' },
};
/** A name ends before these. */
const after = new Set(
  (
    'da dang vua moi nop gui xin gioi de la ai nghi chuyen roi giup di voi nhe vi do thieu may het nam thang quy ngay ' +
    'tu den chua co khong hom nay qua can duyet nhac them toi dau to for thu va luon gap ho bao dang thi sao o tai ' +
    'tham du lam duoc bi cham no con xong sang trong cua cho nua hon ngoai truoc danh tong tien tinh lui ' +
    'gia han bo sung nao gi i sau rieng cung em anh thay lai nua lau nhieu it hay dang thoi tot kem yeu nhat gioi dau dung'
  ).split(' '),
);
const longest = 6;

/**
 * Finds the words in a sentence that name a unit, from its kind on: "nhắc xã Hà Bầu nộp báo cáo",
 * "approve everything from Glar". Empty where none do.
 */
export function unitIn(words: string[]): string {
  const folded = words.map(fold);
  for (let from = 0; from < words.length; from++) {
    if (!beginsUnit(words, folded, from)) continue;
    let end = from + 1;
    if (kinds[folded[from] ?? ''] instanceof RegExp) end++;
    while (
      end < words.length &&
      end - from < longest &&
      !after.has(folded[end] ?? '') &&
      folded[end] !== 'xa'
    )
      end++;
    const name = words.slice(from, end);
    if (name.length > 1 || !((folded[from] ?? '') in kinds)) return name.join(' ');
  }
  return '';
}

/** Lists each unit that a sentence names so: "xã Glar với xã Hà Bầu, xã nào nhiều hơn". */
export function unitsIn(words: string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < words.length; ) {
    const name = unitIn(words.slice(from));
    if (name === '') break;
    const length = name.split(' ').length;
    const at = words.findIndex((_, i) => i >= from && words.slice(i, i + length).join(' ') === name);
    found.push(name);
    from = at + length;
  }
  return [...new Set(found)];
}

function beginsUnit(words: string[], folded: string[], at: number): boolean {
  const next = folded[at + 1] ?? '';
  const kind = kinds[folded[at] ?? ''];
  // "Các xã", "mấy xã" are of every one.
  if (/^(?:cac|may|nhung|tung|moi|bao|nhieu|khoi|toan)$/.test(folded[at - 1] ?? '') && !isName(words[at + 1]))
    return false;
  const [word = '', own] = [words[at], accented[folded[at] ?? '']];
  if (own !== undefined && hasOtherAccents(word, own)) return false;
  if (kind instanceof RegExp) return kind.test(next);
  if (kind === true)
    return next !== '' && !after.has(next) && !/^(?:nao|minh|hop|du|quan|doi|thoai)$/.test(next);
  return /^(?:from|for|in)$/.test(folded[at - 1] ?? '') && isName(words[at]);
}

function isName(word: string | undefined): boolean {
  return /^\p{Lu}/u.test(word ?? '');
}
