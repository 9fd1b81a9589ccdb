import { describe, expect, it } from 'vitest';
import { whyNotAName } from './not-a-name.ts';

describe('what is typed where a name is asked', () => {
  it.each([
    'alo',
    'Alo alo',
    'ok ạ',
    'OK em',
    'okie nhé 👍',
    'dạ',
    'Dạ vâng ạ',
    'Vâng em',
    'xin chào',
    'Em chào anh chị ạ',
    'chào buổi sáng',
    'hello bot',
    'cảm ơn em nhiều',
    'cam on anh',
    'thanks ad',
    'test',
    'test thử',
    'không có',
    'chưa',
    'rồi ạ',
    'xong rồi',
    'haha',
    'gì vậy',
    'chờ chút',
    'họ và tên',
    'Tập thể',
    'hướng dẫn',
    'asdf',
  ])('%j is small talk', (typed) => {
    expect(whyNotAName(typed)).toMatch(/talk|question/);
  });

  it.each([
    'Đúng vậy ạ',
    'dạ đúng thế ạ',
    'Vâng đúng vậy em',
    'không phải vậy ạ',
    'em gõ nhầm ạ',
    'Xin lỗi em nhầm',
    'Đồng ý ạ',
    'để em hỏi lại anh Bình',
    'chờ em tí nhé',
    'Để tôi xem đã',
    'lát nữa em gửi',
    'đang họp em ơi',
    'có ai không',
    'em đây',
    'đã rõ ạ',
  ])('%j is no question, and no name', (typed) => {
    expect(whyNotAName(typed)).toBe('talk');
  });

  it.each([
    'cho em hỏi…?',
    'cho em hỏi ghi tên thôn hay tên xã',
    'Tên mô hình là gì?',
    'ghi thế nào ạ?',
    'Anh chị ơi đăng ký ở đâu',
    'làm sao để sửa',
    'em không biết ghi gì',
    'tôi muốn đăng ký',
    'có cần ghi dấu không ạ',
    'cai nay la gi vay',
    'nộp được không？',
    'Giúp em với',
    'chị nhờ em đăng ký hộ',
    'sao nó không chạy',
  ])('%j is a question', (typed) => {
    expect(whyNotAName(typed)).toBe('question');
  });

  it.each([
    '0905123456',
    '0905.123.456',
    '+84 905 123 456',
    'sđt 0905 123 456',
    'số điện thoại của em là 0269 3820 123',
    'zalo: 0905123456',
  ])('%j is a phone number', (typed) => {
    expect(whyNotAName(typed)).toBe('phone');
  });

  it.each([
    'A Nhưk',
    'Dong y gia truyen',
    'Đông y Nam dược',
    'Mai Anh',
    'Chờ con tan trường',
    'Để trẻ em vui đến trường',
    'Vũ Khoan',
    'Lê Nhất Trí',
    'Nham',
    'Ơ',
    'Y',
    'A',
    "H'Neng",
    "Siu H'Pết",
    "R'Com",
    'Ông Rơ Châm Hmơk',
    'Vàng',
    'Vang A Dao',
    'Nguyen Thi Nhi',
    'Tran Ha Anh',
    'Sang',
    'Chi',
    'Nay Hoa',
    'Y Nha',
    'Đà',
    'Siu Hen',
    'Nguyễn Thị Ơn',
    'Lê Văn Được',
    'Chào Văn Sáng',
    'Ông Bác sĩ Rơ Mah Thế',
    'Kpuih Sao',
    'Ksor Ok',
  ])('%j may be a person', (typed) => {
    expect(whyNotAName(typed)).toBeUndefined();
  });

  it.each([
    'Làng Đê Kốp giữ gìn bản sắc văn hóa',
    'Tổ 3',
    'Hội Phụ nữ xã Glar',
    'Mô hình “5 không, 3 sạch”',
    'Chi bộ 4 tốt',
    'Ngày thứ bảy không hẹn trước',
    'Câu lạc bộ cho em đến trường',
    'Em đến trường',
    'Cho em một mái ấm',
    'Giúp em vui tới trường',
    'Chị giúp chị thoát nghèo',
    'Sao vàng đất Gia Lai',
    'Đội 0905 tình nguyện',
    'Nghe dân nói, nói dân hiểu, làm dân tin',
    'Thôn không có người nghiện',
    'Zalo kết nối cộng đồng',
    'OCOP Glar',
  ])('%j may be a model', (typed) => {
    expect(whyNotAName(typed)).toBeUndefined();
  });
});
