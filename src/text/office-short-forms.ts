/** Short forms of offices that mean one thing next to these words. */
const forms: [RegExp, string][] = [
  [/(?<!\S)kh(?= (?:triển khai|trien khai|bồi dưỡng|boi duong)(?!\S))/giu, 'kế hoạch'],
  [/(?<=(?<!\S)(?:nộp|nop|nợ|no|hạn|han) )kh(?!\S)/giu, 'kế hoạch'],
  [/(?<=(?<!\S)(?:nộp|nop|nợ|no|hạn|han) )bc(?!\S)/giu, 'báo cáo'],
  [/(?<!\S)[đd]htt(?!\S)/giu, 'điển hình tiên tiến'],
  [/(?<=(?<!\S)(?:ds|danh sách|danh sach|các|cac|những|số|so) )[đd]h(?!\S)/giu, 'điển hình'],
  [/^\s*ds(?= \p{L})/iu, 'danh sách'],
  [/(?<!\S)cv(?= (?:đôn đốc|don doc|nhắc|nhac)(?!\S))/giu, 'công văn'],
];

/** Writes short forms of offices out: "nộp KH", "KH triển khai", "hạn BC năm", "ds ĐHTT". */
export function writeOutOfficeForms(text: string): string {
  return forms.reduce((line, [form, words]) => line.replace(form, words), text);
}
