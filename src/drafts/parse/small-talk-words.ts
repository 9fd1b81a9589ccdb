import { fold } from '../../text/fold.ts';

/**
 * Words that people write in a chat and that are no name. `!` before a word or phrase: it counts
 * only with its accents, since without them it may be a name ("nhi", "ha anh", "vang").
 */

/** A phrase, each word as it is compared. */
export interface TalkPhrase {
  words: { accented: string; folded: string }[];
  /** Whether each word must be typed with its accents. */
  strict: boolean;
}

function phrases(list: string): TalkPhrase[] {
  return list.split('|').map((phrase) => ({
    words: phrase
      .replace('!', '')
      .split(' ')
      .map((accented) => ({ accented, folded: fold(accented) })),
    strict: phrase.startsWith('!'),
  }));
}

/** Words of small talk: a text of these and of fillers alone is none but talk. */
export const talkWords = phrases(
  'alo|alô|a lô|halo|hello|hi|hey|chào|!dạ|!vâng|!ạ|ok|oke|okay|okie|okê|!ừ|!ừm|uh|uhm|um|!ờ|!à|!ủa|!hả|!hở|ơi|!nhé|!nha|!nhỉ|!nè|ơn|thanks|thank|tks|!rồi|xong|!được|đc|!thôi|haha|hihi|hehe|huhu|hic|kkk|test|thử|gì|sao|!đâu|bye|!đúng|sai|!phải|!biết|!hiểu|chưa|không|ko|khong|!thế|!vậy|biệt|xin lỗi|!nhầm|!gõ nhầm|!bấm nhầm|!đồng ý|!nhất trí|đã rõ|!khoan đã|đang họp|đang bận|like|good morning',
);

/** Words next to them. */
export const fillers = phrases(
  'xin|kính|em|anh|chị|các|quý|cô|chú|bác|thầy|mình|tôi|tui|sếp|admin|ad|bot|bạn|cháu|!cảm|!cám|cam|!đã|nhiều|!lắm|!với|!đi|you|!rõ|!có|co|!nào|tạm|!buổi|!sáng|!trưa|!chiều|!tối|!tốt|!hay|là|mà|thì|cả|nhà|mọi|người|ad|vang|da|roi|lo|!đây|!đấy|!đó|!ai',
);

/** Whole texts that are no name. */
export const talkTexts = phrases(
  'tên|họ tên|họ và tên|tên mô hình|tên gì|tên của tôi|tên tôi|tên em|chưa có tên|không có tên|chưa biết tên|chưa đặt tên|như trên|như cũ|giống trên|tập thể|cá nhân|menu|bắt đầu|start|stop|hướng dẫn|trợ giúp|giúp|giúp đỡ|giúp em|tiếp|tiếp tục|tiếp theo|sửa|sửa lại|xóa|lưu|thoát|kết thúc|hủy bỏ|!hủy|!gửi|gửi đi|nhập lại|quay lại|bỏ qua|lưu nháp|chờ|chờ chút|chờ xíu|chờ một chút|chờ tí|!đợi|đợi chút|đợi xíu|đợi tí|để sau|để tí|mai làm|đang bận|bận rồi|abc|abcd|asd|asdf|qwerty|xyz|none|null|n/a|vô danh|em đây|tôi đây|ai đấy|ai đó|ai thế|có ai không|đã gửi|đã điền|điền rồi|tên ạ|!khoan|!khoan đã|từ từ|từ từ đã|!không nhớ|không nhớ rõ|chưa nhớ|!quên rồi|!quên mất|quên mất rồi|xem lại|xem lại đã|xem lại cái đã|sửa tên|sửa lại tên|sửa câu trước|!sửa câu|quay lại câu trước|câu trước|làm lại|làm lại từ đầu|viết nhầm|gửi nhầm|viết nhầm rồi|gửi nhầm rồi|ghi nhầm|!nhầm rồi|viết sai|ghi sai|sai rồi|viết lại|gõ lại|trời|trời ơi|trời đất|cái gì đây|cái gì vậy|tạm dừng|tạm nghỉ|mai làm tiếp|mai gửi|tối làm tiếp|lát làm tiếp|hủy đi|xóa hết|xóa đi|như tên zalo|như trên zalo|giống tên zalo|tên zalo|tên trên zalo|như trên đó|tên gì cũng được|gì cũng được|sao cũng được|ghi sao cũng được|lưu lại|gửi luôn|gửi giúp em|chưa gửi|đã gửi chưa|gửi chưa|xong chưa|hết rồi|hết',
);

const speakers = 'em|tôi|mình|anh|chị|cháu|bác'.split('|');
const wishes = 'hỏi|xem|biết|xin|gửi|nhờ|đăng ký|đăng kí|sửa|vào|tìm|với'.split('|');

/** Beginnings of a message that puts the answer off: "để em hỏi lại", "chờ tôi một chút". */
export const waitingStarts = [
  ...speakers.flatMap((who) =>
    'hỏi|xem|coi|gửi|về|làm|nhớ|kiểm tra'.split('|').flatMap((act) => phrases(`!để ${who} ${act}`)),
  ),
  ...speakers.flatMap((who) =>
    phrases(`!chờ ${who}|!đợi ${who}|${who} gửi sau|${who} làm sau|${who} điền sau`),
  ),
  ...phrases(
    '!lát nữa|!tí nữa|!chút nữa|!xíu nữa|để sau|để lát|!khoan em|!khoan đã|!từ từ em|!chờ xem|!đợi xem',
  ),
];

/** Beginnings of a question or of a request: "cho em hỏi", "giúp tôi với", "em muốn". */
export const askingStarts = [
  ...speakers.flatMap((who) => wishes.flatMap((wish) => phrases(`cho ${who} ${wish}|giúp ${who} ${wish}`))),
  ...speakers.flatMap((who) =>
    phrases(`${who} hỏi|${who} muốn|${who} cần|${who} không|${who} ko|${who} chưa|${who} bị|${who} nhờ`),
  ),
  ...phrases(
    'cho hỏi|cho xem|cho biết|xin hỏi|hỏi chút|hỏi tí|hỏi xíu|anh ơi|chị ơi|em ơi|làm ơn|làm sao|làm thế nào|tại sao|vì sao|thế nào|như thế nào|bao giờ|khi nào|ở đâu|có phải|có cần|có được|sao không|sao ko|sao nó|sao em|sao tôi|sao lại|sao mà|không biết|không hiểu|chưa biết|chưa hiểu|chưa rõ|how|what|where|when|why|can i|could you|please',
  ),
];

/** Ends of a question, without its mark. */
export const askingEnds = phrases(
  'là gì|là sao|thế nào|làm sao|ở đâu|được không|được ko|đc ko|phải không|phải ko|đúng không|đúng ko|bao giờ|khi nào|hay sao|!vậy ạ|!vậy nhỉ|!thế ạ|!gì ạ|gì vậy|gì thế|ai vậy|!hả em|!hả anh|!hả chị|!hả bạn|không ạ|ko ạ|!chưa ạ|!nhỉ',
);
