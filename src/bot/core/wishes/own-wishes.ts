import { phrase, type Wish, wordsLeft } from './wish.ts';

/** Sentences about exemplars, one's own account, the bot itself. */
export const ownWishes: Wish[] = [
  {
    says: phrase(
      '(?:xa|thi tran|phuong|phong|hoi|truong|don vi)(?: \\S+){1,6}? (?:nop|gui|dang ky|lam|xong)(?: \\S+){0,5}? (?:chua|roi|den dau|toi dau|the nao)|(?:tinh hinh|tien trinh) (?:nop|dang ky|thuc hien|cac|cua|o|xa|thi tran|phong|hoi|bao cao)',
    ),
    unless: phrase('boi duong|ghi|kho khan'),
    by: [
      {
        name: 'tiendo',
        args: wordsLeft(
          ...['tình hình', 'tiến trình', 'thực hiện', 'nộp', 'gửi', 'các đơn vị', 'xong', 'đăng ký'],
          ...['nộp báo cáo của', 'báo cáo của'],
        ),
      },
    ],
  },
  {
    says: phrase(
      '(?:bao nhieu|may|how many) (?:xa|don vi|phong|truong|units|communes)(?: \\S+){0,2}? (?:nop|gui|submitted)|(?:xa|don vi) (?:nao|gi) (?:da|chua|con)|who (?:hasnt|has not|have not|havent|did not|didnt)|who is late',
    ),
    by: [
      {
        name: 'tiendo',
        args: ({ folded }) =>
          /(?<!\S)(?:chua|no|con no|hasnt|not|havent|didnt)(?!\S)/.test(folded) ? 'chưa nộp' : '',
      },
    ],
  },
  {
    says: phrase('(?:tien do|progress)'),
    by: [
      {
        name: 'tiendo',
        args: wordsLeft('tien do', 'progress', 'bang hinh', 'hinh', 'of', 'thua', 'bao cao'),
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
        args: wordsLeft('co', 'ai', 'nguoi nao', 'khong', 'mo hinh', 'dien hinh', 'guong', 'lam', 've'),
      },
    ],
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
      '(?:lam|giup) duoc (?:nhung )?(?:gi|viec gi)|co the (?:lam|giup)(?: duoc)? (?:nhung )?gi|huong dan|(?:su )?dung (?:sao|the nao|nhu the nao|kieu gi)|cach (?:dung|su dung|lam)|(?:em|ban|bot|may) la ai|what can you do|how (?:do|to|does)|who are you|khong biet (?:dung|lam)',
    ),
    by: [{ name: 'trogiup' }],
  },
];

/** Sentences that are nothing else: to stop, to call. */
export const wholeSentences: Wish[] = [
  {
    says: /^(?:thoi )?(?:huy|bo|dung|cancel|stop)(?: bo)?(?: (?:di|qua|het|lai|viec nay|viec do|it|that|giup|em|anh|chi|toi|nhe|a|luon|thoi|cho))*$/,
    by: [{ name: 'huy' }],
  },
  {
    says: /^(?:em|bot|ad|admin|ban|ai do|co ai|anh|chi)(?: (?:oi|day|khong|a|em))+$/,
    by: [{ name: 'start' }],
  },
];
