/** What joins two wishes, one after the other. */
const joints =
  /[,;.]? (?:xong rồi|xong roi|rồi thì|roi thi|rồi|roi|xong|sau đó|sau do|đồng thời|dong thoi|tiện thể|tien the|and then|then) /giu;
const fewestWords = 2;
/** A second wish begins with the work, or with its result. */
const begins =
  /^(?:(?:em|anh|chị|chi|thì|thi|giúp|giup|hãy|please) ){0,3}(?:nhắc|nhac|gửi|gui|gởi|vẽ|ve|lập|lap|in|xem|duyệt|duyet|soạn|soan|làm|lam|mời|moi|lùi|lui|gia hạn|xuất|xuat|tổng hợp|tong hop|danh sách|danh sach|tiến độ|tien do|biểu đồ|bieu do|đôn đốc|don doc|giục|công văn|cho (?:anh|chị|tôi|em|xem)|remind|show|send|give|make|approve)(?!\p{L})/iu;

/**
 * Lists the ways to divide a sentence into two wishes: "gửi anh bảng tổng hợp rồi nhắc mấy xã chưa
 * nộp". Whether both parts mean something is for the caller to find out.
 */
export function divideWishes(text: string): [first: string, second: string][] {
  const line = text.trim().split(/\s+/).join(' ');
  return [...line.matchAll(joints)].flatMap(({ index, 0: joint }): [string, string][] => {
    const [first, second] = [line.slice(0, index), line.slice(index + joint.length)];
    if (!begins.test(second)) return [];
    return [first, second].every((part) => part.split(' ').length >= fewestWords) ? [[first, second]] : [];
  });
}
