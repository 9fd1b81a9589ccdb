/**
 * Everyday names for bodies of a district, folded, with the words of the real name. They are used
 * everywhere; names of one district do not belong here.
 */
const everyday: [said: string, meant: string][] = [
  ['doan thanh nien cong san ho chi minh', 'huyen doan'],
  ['doan thanh nien cong san', 'huyen doan'],
  ['doan tncs hcm', 'huyen doan'],
  ['doan tncs', 'huyen doan'],
  ['doan thanh nien', 'huyen doan'],
  ['doan tn', 'huyen doan'],
  ['doan huyen', 'huyen doan'],
  ['thanh doan', 'huyen doan'],
  ['huyen doi', 'quan su'],
  ['bch quan su', 'quan su'],
  ['bchqs', 'quan su'],
  ['co quan quan su', 'quan su'],
  ['cong doan', 'lien doan lao dong'],
  ['benh vien', 'trung tam y te'],
  ['ttyt', 'trung tam y te'],
  ['trung tam yt', 'trung tam y te'],
  ['hlhpn', 'lien hiep phu nu'],
  ['hoi lh phu nu', 'lien hiep phu nu'],
  ['hpn', 'phu nu'],
  ['hoi nd', 'hoi nong dan'],
  ['hoi cuu cb', 'hoi cuu chien binh'],
  ['van phong uy ban', 'van phong hoi dong nhan dan va uy ban nhan dan'],
  ['vp uy ban', 'van phong hoi dong nhan dan va uy ban nhan dan'],
  ['vp ubnd', 'van phong hoi dong nhan dan va uy ban nhan dan'],
  ['dai truyen thanh', 'trung tam van hoa'],
  ['dai phat thanh', 'trung tam van hoa'],
  ['vp uy ban nhan dan', 'van phong hoi dong nhan dan va uy ban nhan dan'],
  ['vp hoi dong nhan dan uy ban nhan dan', 'van phong hoi dong nhan dan va uy ban nhan dan'],
  ['vp hoi dong nhan dan va uy ban nhan dan', 'van phong hoi dong nhan dan va uy ban nhan dan'],
  ['vp huyen uy', 'van phong huyen uy'],
  ['ubmttqvn', 'uy ban mat tran to quoc viet nam'],
  ['mttqvn', 'mat tran to quoc viet nam'],
  ['ubmt', 'uy ban mat tran'],
  ['trung tam vhtt', 'trung tam van hoa'],
  ['tt vh', 'trung tam van hoa'],
  ['trung tam vh', 'trung tam van hoa'],
  ['phong thanh pho', 'phong tu phap'],
  ['phong tc kh', 'phong tai chinh ke hoach'],
  ['phong tckh', 'phong tai chinh ke hoach'],
  ['phong kt ht', 'phong kinh te va ha tang'],
  ['phong ktht', 'phong kinh te va ha tang'],
  ['phong vhtt', 'phong van hoa va thong tin'],
  ['phong vh tt', 'phong van hoa va thong tin'],
  ['ban tc', 'ban to chuc'],
  ['ban tg', 'ban tuyen giao'],
  ['ban dv', 'ban dan van'],
  ['co quan thue', 'thue'],
  ['toa an huyen', 'toa an nhan dan huyen'],
  ['vien ks', 'vien kiem sat'],
  ['thi hanh an ds', 'thi hanh an dan su'],
  ['phong gd', 'phong giao duc'],
  ['phong yt', 'y te'],
  ['phong nv', 'phong noi vu'],
  ['phong tc', 'phong tai chinh'],
  ['phong nn', 'phong nong nghiep'],
  ['phong vh', 'phong van hoa'],
  ['phong ld', 'phong lao dong'],
  ['ca huyen', 'cong an huyen'],
];

/**
 * Replaces an everyday name among words with words of the real name; undefined when there is none.
 */
export function findOfficialName(words: string): string | undefined {
  const found = everyday.find(([said]) => ` ${words} `.includes(` ${said} `));
  return found && ` ${words} `.replace(` ${found[0]} `, ` ${found[1]} `).trim();
}
