import type { Speech } from '../../../text/speech.ts';
import { unitsIn } from './unit-in-words.ts';
import { partsBehind, phrase, type Wish } from './wish.ts';

const ranking =
  'bet bang|cuoi bang|chot bang|dung dau|dan dau|top(?: \\d+)?|nhieu nhat|it nhat|tot nhat|kem nhat|yeu nhat|thap nhat|cao nhat|xep hang|xep thu|so sanh|best|worst|most|least|rank(?:ing)?|compare';
const bodies = 'don vi|xa|phong|hoi|truong|co quan|units?|communes?';
const of = 'dien hinh|mo hinh|guong|tap the|ca nhan|exemplars?';

/** The picture that a sentence asks for, with its time and unit. */
function pictureAsked(said: Speech): string {
  const which = /linh vuc|category/.test(said.folded)
    ? 'lĩnh vực'
    : phrase('theo (?:ngay|thoi gian)|over time|by day').test(said.folded)
      ? 'theo thời gian'
      : phrase(`theo don vi|${ranking}`).test(said.folded)
        ? 'theo đơn vị'
        : '';
  return partsBehind(which)(said);
}

/** Sentences that ask for a report or a picture without the words of its command. */
export const reportWishes: Wish[] = [
  {
    says: phrase('(?<!(?:dien|mo|tinh|cau|loai) )hinh(?! thuc)|do thi|bieu do|picture|chart|graph'),
    unless: phrase('ghi|chup'),
    by: [{ name: 'bieudo', args: pictureAsked }],
  },
  {
    says: phrase(
      '(?:moi|tung|hang|co cau|ty le|theo|phan theo|cac) linh vuc|linh vuc (?:nao|gi)|(?:bao nhieu|may) linh vuc|which (?:field|category)',
    ),
    by: [{ name: 'baocao', args: partsBehind('theo lĩnh vực') }],
  },
  {
    says: phrase(
      `(?:${bodies})(?: \\S+){0,4}? (?:${ranking}|(?:nao|which) (?:lam )?(?:tot|kem|yeu|gioi))|(?:${ranking})(?: \\S+){0,4}? (?:${bodies})`,
    ),
    unless: phrase('hoi nghi|dai bieu|nam ngoai|cung ky'),
    by: [
      { name: 'bieudo', args: partsBehind('theo đơn vị') },
      { name: 'baocao', args: partsBehind('tổng hợp') },
    ],
  },
  {
    says: phrase('so sanh|so voi|cung ky|tang hay giam|compared?'),
    by: [
      {
        name: 'baocao',
        args: (said) =>
          phrase('nam (?:ngoai|truoc)|last year').test(said.folded) && !/\d{4}/.test(said.folded)
            ? `tổng hợp năm nay so với cùng kỳ năm trước ${unitsIn(said.words).join(' và ')}`.trim()
            : partsBehind('tổng hợp')(said),
      },
    ],
  },
  {
    says: phrase(
      'giam sut|xuong cap|da dung|bi dung|hay dung|nhan rong|duy tri|phat huy|declined|stopped|replicated',
    ),
    unless: phrase('ghi|lap|bao cao kinh nghiem'),
    by: [{ name: 'baocao', args: partsBehind('ketqua') }],
  },
  {
    says: phrase(
      '(?:chua|da|duoc|lan|luot)(?: \\S+){0,3}? (?:tuyen truyen|dua tin|phat song|len bao|len dai)|(?:tuyen truyen|phat song|dua tin)(?: \\S+){0,3}? (?:bao nhieu|may)|publici[sz]ed',
    ),
    unless: phrase('ghi|log'),
    by: [{ name: 'baocao', args: partsBehind('tuyên truyền') }],
  },
  {
    says: phrase(
      '(?:da|duoc|bi|vua) (?:nhac|don doc|giuc)|nhac(?: \\S+){0,4}? (?:may|bao nhieu) lan|(?:nhat ky|lich su|so lan|bao cao) (?:nhac|don doc)(?: viec| nho)?|(?:nhac|don doc) (?:nhung )?ai roi|who (?:was|has been|have been) (?:reminded|nudged)',
    ),
    by: [{ name: 'baocao', args: partsBehind('nhật ký đôn đốc') }],
  },
  {
    says: phrase('cong van|letter'),
    by: [
      {
        name: 'baocao',
        args: ({ words, folded }) => {
          const at = folded.split(' ').findIndex((word) => word === 'van' || word === 'letter');
          return `công văn đôn đốc ${words
            .slice(at + 1)
            .join(' ')
            .replace(/^(?:đôn đốc|don doc|nhắc nhở|nhac nho|nhắc|nhac) ?/iu, '')}`.trim();
        },
      },
    ],
  },
  {
    says: phrase(
      'chua (?:vao|ket noi|tham gia)(?: \\S+)?|chua co (?:can bo )?dau moi|sdt|so dien thoai|so may|lien lac|goi dien|phai goi|can goi|phone numbers?',
    ),
    unless: phrase('(?:doi|sua|cap nhat|thay) .*|(?:so dien thoai|sdt) cua (?:toi|em|minh|anh|chi)'),
    by: [{ name: 'baocao', args: () => 'danh sách gọi điện' }],
  },
  {
    says: phrase(
      'so ket|tong ket|(?:ban|file|bao cao) word|word(?: report)?|gui (?:len )?(?:uy ban|ubnd|tinh|cap tren)',
    ),
    unless: phrase('han|nop|gioi thieu|tien do|danh sach'),
    by: [{ name: 'baocao', args: partsBehind('word') }],
  },
  {
    says: phrase('pdf|in (?:ra|len) (?:giay|a4)|may in'),
    note: 'wish-no-pdf',
    by: [{ name: 'baocao' }],
  },
  {
    says: phrase(
      '(?:chuyen|forward)(?: tiep)?(?: \\S+){0,3}? (?:chu tich|lanh dao|truong phong|sep|anh|chi|ban nay|cai nay|file nay|this)',
    ),
    unless: phrase('cong tac|don vi'),
    note: 'wish-no-forward',
    by: [{ name: 'baocao' }],
  },
  {
    says: phrase('liet ke|ke ra|ke ten|list(?: all)?'),
    unless: phrase('nguoi dung|dau moi'),
    by: [
      { name: 'danhsach', args: partsBehind('') },
      { name: 'baocao', args: partsBehind('danh sách') },
    ],
  },
  {
    says: phrase(
      `(?:bao nhieu|may|so luong|tong so|how many)(?: \\S+){0,3}? (?:${of})|(?:${of})(?: \\S+){0,4}? (?:bao nhieu|may)|(?:so lieu|ket qua) dang ky|bao nhieu (?:xa|don vi|phong|truong)(?: \\S+){0,2}? (?:du|dat|xong)|ty le|phan tram|percent`,
    ),
    by: [{ name: 'baocao', args: partsBehind('tổng hợp') }],
  },
];
