const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  subject: {
    collective: 'mô hình|một mô hình|nhóm|câu lạc bộ|cả làng|cả thôn|hộ gia đình|gia đình|nhiều người',
    individual: 'người|một người|1 người|người tốt việc tốt|gương cá nhân|một cá nhân',
  },
  sex: {
    male: 'nam giới|đàn ông|con trai|trai|ông|m|male',
    female: 'nữ giới|phụ nữ|đàn bà|con gái|gái|bà|f|female',
  },
  difficult: { yes: 'có thuộc|thuộc|có khó khăn', no: 'không khó khăn|không thuộc vùng khó khăn' },
  labour: { yes: 'trực tiếp|có trực tiếp|lao động', no: 'gián tiếp|lao động gián tiếp' },
};

/** Lists other words than its label that mean an option of the registration: "phụ nữ" for Nữ. */
export function otherWordsOf(key: string, value: string): readonly string[] {
  return words[key]?.[value]?.split('|') ?? [];
}
