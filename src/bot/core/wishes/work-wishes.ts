import { unitIn } from './unit-in-words.ts';
import { phrase, type Wish, wordsLeft } from './wish.ts';

const people = 'can bo|dau moi|nguoi|phu trach|anh|chi|dong chi|tai khoan|lien lac vien|liaison';
const nudge = 'nhac|nhac nho|giuc|don doc|hoi thuc|thuc giuc|remind|nudge|urge|chase';

/** Sentences about an officer's work: reviewing, urging, dues, people, units, plans. */
export const workWishes: Wish[] = [
  {
    says: phrase(
      '(?:khi nao|bao gio|ngay nao|ngay may|luc nao|den khi nao|when|con (?:bao nhieu|may) ngay|het han chua|qua han chua|toi han chua|den han chua|da qua chua)(?: \\S+){0,8}? (?:han|nop|due|deadline)|(?:han|nop|due|deadline)(?: \\S+){0,8}? (?:khi nao|bao gio|ngay nao|ngay may|luc nao|den khi nao|when|la may|la ngay|da qua chua|qua chua|het chua|con bao lau|con may ngay|con bao nhieu ngay)|han (?:nop|chot|cuoi)',
    ),
    by: [{ name: 'hannop' }, { name: 'tiendo', args: () => 'hạn nộp' }],
  },
  {
    says: phrase(
      '(?:lui|rut|gia han|keo dai|hoan|doi|doi lai|don|them|noi|chuyen|an dinh|dat|sua|extend|postpone|move|push)(?: \\S+){0,6}? (?:han|thoi han|deadline|due)|gia han|cho(?: \\S+){1,5}? them(?: \\S+){1,2}? (?:ngay|tuan|thang)',
    ),
    unless: phrase('ngay sinh|danh sach'),
    by: [{ name: 'suahan', args: ({ words }) => words.join(' ') }],
  },
  {
    says: phrase(`(?:${nudge})`),
    unless: phrase('cong van|dinh ky'),
    by: [{ name: 'dondoc', args: ({ words }) => words.join(' ') }],
  },
  {
    says: phrase(
      '(?:ma|loi|giay)(?: moi)?(?: nao)?(?: con)? (?:chua dung|con lai|con han)|ma(?: \\S+){1,5}? (?:con han|het han|con dung)|(?:thu hoi|huy|xoa) (?:ma|loi moi)|unused codes',
    ),
    by: [{ name: 'moi', args: () => 'mã chưa dùng' }],
  },
  {
    says: phrase(
      '(?:tao|cap|gui|lay|xin|lam|phat)(?: lai)?(?: \\S+)? (?:ma|link|duong dan|loi moi|thu moi|giay moi)(?: moi)?|(?:tao|cap|mo) tai khoan|(?:cho|them|dua)(?: \\S+){1,5}? vao (?:he thong|bot)|invite|invitation',
    ),
    unless: phrase('quyen|ma so|so hieu'),
    by: [
      {
        name: 'moi',
        args: wordsLeft(
          ...[
            'tạo',
            'cấp',
            'lại',
            'phát',
            'lấy',
            'mã',
            'mã mời',
            'mời',
            'link',
            'đường dẫn',
            'lời mời',
            'tài khoản',
          ],
          ...['invite', 'invitation', 'thêm', 'một', '1', 'vào hệ thống', 'tham gia', 'mới', 'liaison'],
        ),
      },
    ],
  },
  {
    says: phrase(
      `(?:anh|chi|dong chi)(?: \\S+){1,5}? doi so|(?:thay|doi|ban giao|nghi huu|nghi viec|nghi sinh|thoi viec|chuyen cong tac|chuyen don vi|het nhiem vu|replace)(?: \\S+){0,5}? (?:${people})|(?:${people})(?: \\S+){0,4}? (?:nghi huu|nghi viec|thoi viec|chuyen cong tac|da chuyen|da nghi|nghi roi)`,
    ),
    unless: phrase('dai dien|ten|so dien thoai'),
    by: [
      {
        name: 'nguoidung',
        args: ({ words }) => unitIn(words),
      },
    ],
  },
  {
    says: phrase(
      '(?:ai|nguoi nao|who)(?: \\S+){0,3}? (?:dau moi|phu trach|liaison)|(?:dau moi|phu trach|liaison)(?: \\S+){0,6}? (?:ai|who)',
    ),
    by: [{ name: 'nguoidung', args: ({ words }) => unitIn(words) }],
  },
  {
    says: phrase(
      '(?:xoa|loai|bo|go)(?: \\S+){1,4}? khoi(?: \\S+){0,3}? (?:dau moi|nguoi dung|he thong)|(?:khoa|go|xoa|thu hoi|vo hieu|ngung|dung|cat|lock|remove|block)(?: \\S+){0,2}? (?:tai khoan|quyen|vai tro|nguoi dung|account|user)',
    ),
    unless: phrase('toi|minh|em'),
    by: [
      {
        name: 'nguoidung',
        args: wordsLeft(
          ...[
            'khóa',
            'gỡ',
            'xóa',
            'thu hồi',
            'tài khoản',
            'quyền',
            'vai trò',
            'người dùng',
            'đồng chí',
            'ngừng',
            'cắt',
          ],
          ...['danh sách', 'đầu mối', 'khỏi', 'lock', 'remove', 'account'],
        ),
      },
    ],
  },
  {
    says: phrase(
      '(?:ghi|nhap|log)(?: nhan)?(?: \\S+){0,7}? (?:tham quan|hoat dong|buoi|dua tin|phat song|tuyen truyen|bao cao kinh nghiem|lan phat song)',
    ),
    by: [{ name: 'tuyentruyen' }, { name: 'hoatdong' }],
  },
  {
    says: phrase('(?:khen|bang khen|giay khen|khen thuong|danh hieu|chien si thi dua|award|awards)'),
    by: [
      {
        name: 'khenthuong',
        args: wordsLeft(
          ...[
            'ai',
            'khen',
            'khen thưởng',
            'bằng khen',
            'giấy khen',
            'đề nghị',
            'được đề nghị',
            'xã nào',
            'đơn vị nào',
          ],
          ...[
            'người nào',
            'trình',
            'ghi',
            'cập nhật',
            'quyết định',
            'huyện',
            'award',
            'awards',
            'who',
            'got',
          ],
          ...['có', 'không', 'và'],
        ),
      },
    ],
  },
  {
    says: phrase(
      'dai bieu|hoi nghi|(?:gioi thieu|chon|xep hang)(?: \\S+){0,4}? (?:du|di) |conference|delegates?',
    ),
    by: [{ name: 'hoinghi' }, { name: 'tongket' }],
  },
  {
    says: phrase(
      '(?:gui|ra|phat|soan|lam|dang)(?: \\S+)? thong bao|thong bao (?:cho|den|toi|tat ca|cac)|nhan(?: tin)? (?:cho |den |toi )?(?:cac|tat ca|toan bo|may|moi)|broadcast|announce',
    ),
    note: 'wish-no-broadcast',
    by: [{ name: 'dondoc' }],
  },
  {
    says: phrase('nhap(?: \\S+){0,4}? (?:tu|bang) (?:file |tep )?excel|import'),
    note: 'wish-no-import',
    by: [{ name: 'dangky' }],
  },
  {
    says: phrase('nhat ky|ai (?:da )?(?:sua|xoa|duyet|doi)|audit|history of'),
    note: 'wish-no-audit',
    by: [{ name: 'nguoidung' }],
  },
  {
    says: phrase('boi duong|fostering'),
    by: [
      {
        name: 'boiduong',
        args: ({ words, folded }) => (phrase('qua han|cham|tre').test(folded) ? 'quá hạn' : unitIn(words)),
      },
    ],
  },
  {
    says: phrase(
      '(?:can|xin|de nghi|muon)(?: \\S+){0,3}? (?:giup do|ho tro)|(?:giup do|ho tro) gi|(?:gap|co|bi)(?: \\S+){0,2}? (?:kho khan|vuong mac)|(?:kho khan|vuong mac) gi|da giai quyet|help requests?|needs? help',
    ),
    by: [{ name: 'giupdo' }],
  },
  {
    says: phrase(
      '(?:ket thuc|dong|mo|phien ban|tai|nap|close|open|them|tao)(?: \\S+){0,3}? (?:ke hoach|plan)|(?:ke hoach|plan)(?: \\S+){0,3}? (?:phien ban|ket thuc|dong|moi|version)',
    ),
    unless: phrase('nop|trien khai|tien do'),
    by: [{ name: 'kehoach' }, { name: 'tieuchi' }],
  },
  {
    says: phrase(
      '(?:sap nhap|chia tach|tach|giai the|doi ten|them|tao|lap|merge|rename|split)(?: \\S+){0,2}? (?:don vi|xa|thi tran|phong|trung tam|truong|hoi|units?|commune)',
    ),
    unless: phrase('ma|can bo|tien do|bao cao|danh sach|nguoi'),
    by: [{ name: 'donvi' }],
  },
  {
    says: phrase(
      '(?:tinh trang|suc khoe) (?:he thong|bot|may chu)|(?:he thong|bot|may chu|phan mem|system|server)(?: \\S+){0,3}? (?:on|chay|loi|sao|cham|treo|hong|running|ok|down)|(?:loi|treo|cham) (?:he thong|may chu)|sao luu|backup',
    ),
    by: [{ name: 'suckhoe' }, { name: 'trogiup' }],
  },
  {
    says: phrase(
      '(?:cho|can|chua|dang cho|doi) (?:phe )?duyet|duyet chua|hang (?:cho|doi)|duyet(?: \\S+){0,3}? (?:het|ho so|xa|phong|hoi|cua)|phe duyet|chap nhan|tra lai|bi tra|returned|mo lai|(?:xem|mo|doc|co)(?: \\S+){0,3}? (?:van ban|ke hoach|bao cao|ho so)(?: \\S+){0,4}? (?:nop|gui|cho)|approve|review|waiting|pending',
    ),
    unless: phrase('dung duyet|khoan|khoi'),
    by: [
      {
        name: 'duyet',
        args: ({ words }) => unitIn(words),
      },
      {
        name: 'danhsach',
        args: ({ folded }) =>
          /tra lai|bi tra|returned/.test(folded) ? 'trả lại' : /duyet chua/.test(folded) ? '' : 'chờ duyệt',
      },
    ],
  },
];
