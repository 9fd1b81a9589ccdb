import { type Speech, withoutEmptyWords } from '../../../text/speech.ts';
import { asUnitQuestion } from '../who-question.ts';
import { unitIn } from './unit-in-words.ts';
import { phrase, type Wish, wordsLeft } from './wish.ts';

/** The units that a question asks for: "… xã nào đã nộp báo cáo năm 2021" within a sentence. */
function unitsAsked({ words, folded }: Speech): string {
  for (const at of words.keys()) {
    const asked = asUnitQuestion(words.slice(at).join(' '));
    if (asked === undefined) continue;
    const before = words.slice(0, at).join(' ');
    // "Kế hoạch triển khai thì xã nào chưa nộp": the duty stands before the question.
    const duty = /(?:kế hoạch|ke hoach|báo cáo|bao cao)(?: \S+){0,3}/iu.exec(before)?.[0];
    return `${asked.replace(/^đơn vị nào /, '')} ${withoutEmptyWords(duty?.split(' ') ?? []).join(' ')}`.trim();
  }
  const not = / (?:hasnt|not|havent|didnt|chua|no) (?:yet )?(?:submitted|handed in|nop)?/.exec(` ${folded}`);
  if (!not) return '';
  const after = ` ${folded}`.slice(not.index + not[0].length).trim();
  return `chưa nộp ${after === 'yet' ? '' : after}`.trim();
}

const others = wordsLeft(
  ...['tình hình', 'tiến trình', 'thực hiện', 'nộp', 'gửi', 'các đơn vị', 'xong', 'đăng ký'],
  ...['nộp báo cáo của', 'báo cáo của'],
);

/** The unit that a sentence is of; with a duty all words that say something. */
function unitOrDuty(said: Speech): string {
  const unit = unitIn(said.words);
  return unit === '' || phrase('bao cao|ke hoach').test(said.folded) ? others(said) : unit;
}

/** Sentences about exemplars, one's own account, the bot itself. */
export const ownWishes: Wish[] = [
  {
    says: phrase(
      '(?:xa|thi tran|phuong|phong|hoi|truong|don vi)(?: \\S+){1,6}? (?:nop|gui|dang ky|lam|xong)(?: \\S+){0,5}? (?:chua|roi|den dau|toi dau|the nao)|(?:xa|thi tran|phong|hoi|truong) (?!nao |gi )\\S+(?: \\S+){0,3}? (?:chua|da)(?: \\S+){0,2}? (?:nop|gui)|(?:xa|thi tran|phuong|phong|hoi|truong)(?: \\S+){1,4}? (?:den dau|toi dau|the nao|ra sao)|(?:tinh hinh|tien trinh) (?:nop|dang ky|thuc hien|cac|cua|o|xa|thi tran|phong|hoi|bao cao)',
    ),
    unless: phrase('boi duong|ghi|kho khan'),
    by: [
      {
        name: 'tiendo',
        args: unitOrDuty,
      },
    ],
  },
  {
    says: phrase(
      '(?:bao nhieu|may|how many) (?:xa|don vi|phong|truong|units|communes)(?: \\S+){0,2}? (?:nop|gui|submitted)|(?:xa|don vi|phong|truong|hoi|co quan) (?:nao|gi) (?:da|chua|con)|(?:who|which (?:communes|units)) (?:hasnt|has not|have not|havent|did not|didnt)|who is late',
    ),
    by: [
      {
        name: 'tiendo',
        args: unitsAsked,
      },
    ],
  },
  {
    says: phrase('(?:tien do|progress)'),
    // Two reports: "tổng hợp, lĩnh vực và tiến độ".
    unless: phrase('(?:tong hop|linh vuc|ket qua|khen thuong|tuyen truyen)(?: \\S+){0,3}? tien do'),
    by: [
      {
        name: 'tiendo',
        args: wordsLeft('tiến độ', 'progress', 'bằng hình', 'hình', 'thưa', 'báo cáo'),
      },
    ],
  },
  {
    says: phrase(
      '(?:co ai|ai|nguoi nao|co (?:mo hinh|dien hinh|lang|to|ho) nao|(?:mo hinh|dien hinh|guong) nao)(?: \\S+){0,2}? (?:lam|trong|nuoi|ve|san xuat|hien dat|giup|day|kinh doanh|ten|o)',
    ),
    by: [
      {
        name: 'tracuu',
        args: wordsLeft('có', 'ai', 'người nào', 'không', 'gương', 'về'),
      },
    ],
  },
  {
    says: phrase('con thieu (?:may|bao nhieu)|thieu (?:may|bao nhieu)'),
    by: [{ name: 'hannop' }, { name: 'tiendo', args: ({ words }) => unitIn(words) || 'còn thiếu' }],
  },
  {
    says: phrase('(?:co|con|can|nhung) viec (?:gi|nao)|viec (?:can lam|hom nay|dang cho)|what is waiting'),
    by: [{ name: 'start' }],
  },
  {
    says: /^(?:(?:xem|lai|cho|toi|anh|chi|em|cac|nhung|may|co) ){0,4}(?:mo hinh|dien hinh|guong) (?!nao|gi|tieu bieu|tien tien)\S+/,
    unless: phrase('nam|thang|quy|ai|bao nhieu|dang ky|duyet|\\d+'),
    by: [{ name: 'tracuu', args: wordsLeft('huyện', 'về', 'lại', 'có', 'không') }],
  },
  {
    says: phrase('(?:tieu chi|chi tieu|tieu chuan|criteria|quota)'),
    by: [{ name: 'tieuchi' }],
  },
  {
    says: phrase(
      '(?:tai khoan|account)(?: cua)? (?:toi|em|minh|anh|chi)|(?:my|own) account|(?:doi|sua|cap nhat|thay)(?: lai)? (?:so dien thoai|so|ho ten|ten|thong tin)(?: cua)? (?:toi|em|minh|anh|chi)',
    ),
    by: [{ name: 'taikhoan' }],
  },
  {
    says: phrase('english|tieng anh|tieng viet|vietnamese|ngon ngu|language'),
    by: [{ name: 'ngonngu' }],
  },
  {
    says: phrase(
      '(?:lam|giup) duoc (?:nhung )?(?:gi|viec gi)|co the (?:lam|giup)(?: duoc)? (?:nhung )?gi|huong dan|(?:su )?dung (?:sao|the nao|nhu the nao|kieu gi)|cach (?:dung|su dung|lam)|(?:em|ban|bot|may) la ai|what (?:can you|does this bot|does the bot) do|how (?:do|to|does)|who are you|khong biet (?:dung|lam)',
    ),
    by: [{ name: 'trogiup' }],
  },
];

/** Sentences that are nothing else: to stop, to call. */
export const wholeSentences: Wish[] = [
  {
    // [Bỏ qua] is a label of forms.
    says: /^(?:thoi )?(?:huy bo|huy|bo di|bo het|dung|cancel|stop)(?: (?:di|het|lai|viec nay|viec do|it|that|giup|em|anh|chi|toi|nhe|a|luon|thoi|cho))*$/,
    by: [{ name: 'huy' }],
  },
  {
    says: /^(?:em|bot|ad|admin|ban|ai do|co ai|anh|chi)(?: (?:oi|day|khong|a|em))+$/,
    by: [{ name: 'start' }],
  },
];
