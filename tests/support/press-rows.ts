import type { RoleName } from '../../src/people/known-person.ts';

/** A person who presses, by role. */
export type Presser = RoleName | 'stranger';
/**
 * Objects that a press may be about: of the person's own units, any, an approved exemplar, the
 * person's own.
 */
export type Reach = 'own' | 'all' | 'approved';
/** The roles that may press, and how far. */
export type Who = Partial<Record<Presser, Reach>>;
/** The kind of a press's object. */
export type About =
  | 'unit'
  | 'criterion'
  | 'documents'
  | 'exemplar'
  | 'filing'
  | 'fostering step'
  | 'activity'
  | 'help'
  | 'nomination'
  | 'proposal'
  | 'award decision'
  | 'person'
  | 'draft'
  | 'nudge'
  | 'standing report'
  | 'asked report'
  | 'left draft';
/** Presses, the object of each and its part, and who may: domain, "Who may do what". */
export type Row = { data: string[]; about?: About; who: Who };

const joined: Who = { liaison: 'all', head: 'all', officer: 'all', manager: 'all', publicist: 'all' };
const everyone: Who = { ...joined, stranger: 'all' };
const owners: Who = {
  liaison: 'own',
  head: 'own',
  officer: 'own',
  manager: 'own',
  publicist: 'own',
};
const readers: Who = { liaison: 'own', head: 'own', officer: 'all', manager: 'all' };
const seers: Who = { ...readers, publicist: 'approved' };
const writers: Who = { liaison: 'own', officer: 'all' };
const recorders: Who = { ...writers, publicist: 'approved' };
const asker: Who = { liaison: 'own' };
const officer: Who = { officer: 'all' };
const office: Who = { officer: 'all', manager: 'all' };

/**
 * Every kind of button with an object and its rights. `ID` is replaced by the id of the press's
 * object, `ID36` by the same in base 36, `OTHER` by the id of another one.
 */
export const pressRows: Row[] = [
  { data: ['cmd:trogiup', 'cmd.with:trogiup:nam+2021', 'ngonngu:vi', 'huongdan'], who: everyone },
  { data: ['taikhoan.link', 'tieuchi:community', 'tieuchi.kh:1'], who: joined },
  { data: ['danhsach:0', 'danhsach.of:0:y2021'], who: seers },
  { data: ['tc:0:cong+chieng'], who: { ...office, publicist: 'all' } },
  { data: ['hs:ID', 'hs.in:ID', 'hs.dt:ID', 'hs.tep:ID'], about: 'exemplar', who: seers },
  { data: ['exemplar:ID', 'exemplar.files:ID'], about: 'exemplar', who: seers },
  { data: ['exemplar.lan:ID', 'exemplar.tep:ID:1'], about: 'exemplar', who: readers },
  { data: ['exemplar.off:ID', 'exemplar.off2:ID'], about: 'exemplar', who: { liaison: 'own' } },
  { data: ['exemplar.mend:ID', 'exemplar.copy:ID'], about: 'exemplar', who: writers },
  {
    data: ['dangky:ID', 'dangky.kh:ID:1:-', 'dangky.copy:ID:0', 'nop:ID:implementationPlan:0'],
    about: 'unit',
    who: writers,
  },
  { data: ['dangky:0', 'dangky.kh:0:1:-', 'nop:0:implementationPlan:0', 'nhap:0'], who: writers },
  { data: ['dv.ds:0'], who: office },
  { data: ['dv.xem:ID'], about: 'unit', who: office },
  { data: ['dv.doi:merged', 'dv.cho', 'dv.huy:1'], who: officer },
  { data: ['tcr.dv:0'], who: readers },
  { data: ['tcr:ID', 'tcr.kh:ID:1', 'tcr.ls:ID:1:0'], about: 'unit', who: readers },
  { data: ['tcr.xem:ID'], about: 'criterion', who: readers },
  { data: ['tcr.moi:ID:1'], about: 'unit', who: writers },
  { data: ['tcr.sua:ID', 'tcr.thoi:ID', 'tcr.thoi2:ID'], about: 'criterion', who: writers },
  { data: ['bd.dv:0', 'bd.qua:0'], who: readers },
  { data: ['bd.mo:ID', 'bd:ID:1:0', 'bd.ls:ID:1:0'], about: 'unit', who: readers },
  { data: ['bd.lap:ID:1', 'bd.them:ID:1', 'bd.ld:ID:1'], about: 'unit', who: writers },
  { data: ['bd.viec:ID', 'bd.tep:ID'], about: 'fostering step', who: readers },
  {
    data: ['bd.xong:ID', 'bd.doi:ID', 'bd.bo:ID', 'bd.lai:ID'],
    about: 'fostering step',
    who: writers,
  },
  { data: ['hd.ghi:0', 'hd.kh:1:0'], who: recorders },
  { data: ['hd.ghi:ID'], about: 'exemplar', who: recorders },
  { data: ['hd.ds:0:0'], who: seers },
  { data: ['hd.ds:ID:0'], about: 'unit', who: readers },
  { data: ['hd.dh:ID:0'], about: 'exemplar', who: seers },
  { data: ['hd.xem:ID', 'hd.ls:ID', 'hd.tep:ID'], about: 'activity', who: seers },
  { data: ['hd.sua:ID', 'hd.rut:ID'], about: 'activity', who: recorders },
  { data: ['gd.ds:0:0'], who: readers },
  { data: ['gd.xem:ID'], about: 'help', who: readers },
  { data: ['gd.moi:ID'], about: 'unit', who: asker },
  { data: ['gd.dh:ID'], about: 'exemplar', who: asker },
  { data: ['gd.thoi:ID'], about: 'help', who: asker },
  { data: ['gd.nhan:ID', 'gd.xong:ID'], about: 'help', who: officer },
  { data: ['bcn:ID:annualReport:2021'], about: 'unit', who: { liaison: 'own', head: 'own', officer: 'all' } },
  { data: ['bcn:0:annualReport:2021'], who: { liaison: 'own', head: 'own', officer: 'all' } },
  { data: ['bcn.sua:ID:annualReport:2021', 'bcn.khong:ID:annualReport:2021'], about: 'unit', who: writers },
  { data: ['bcn.mc:ID'], about: 'filing', who: readers },
  { data: ['tk:ID:periodSummary:0', 'tk:ID:nominations:0'], about: 'unit', who: readers },
  { data: ['tk:0:periodSummary:0'], who: readers },
  { data: ['tk.sua:ID:periodSummary:0', 'tk.khong:ID:periodSummary:0'], about: 'unit', who: writers },
  { data: ['hn:1:0', 'hn.loc:1:0:sc'], who: office },
  { data: ['hn.xem:ID'], about: 'nomination', who: office },
  {
    data: ['hn.chon:ID:0', 'hn.bo:ID:0', 'hn.lydo:ID:0', 'hn.tiep:ID'],
    about: 'nomination',
    who: officer,
  },
  { data: ['hn.gt:1', 'hn.so:1'], who: officer },
  { data: ['kt:0:p1', 'kt.loc:p1', 'kt.chon:y:p1', 'kt.dv:0:p1', 'kt.ds:1:0'], who: office },
  { data: ['kt.xem:ID:p1'], about: 'proposal', who: office },
  { data: ['kt.tt:0:p1', 'kt.nh:p1', 'kt.qd:p1', 'kt.them:p1'], who: officer },
  {
    data: ['kt.kt:ID:p1', 'kt.kd:ID:p1', 'kt.mo:ID:p1', 'kt.tr:ID:p1', 'kt.t:ID36'],
    about: 'proposal',
    who: officer,
  },
  { data: ['kt.cho:ID'], about: 'exemplar', who: officer },
  { data: ['kt.q:ID', 'kt.tep:ID'], about: 'award decision', who: office },
  { data: ['kt.sua:ID', 'kt.huy:ID'], about: 'award decision', who: officer },
  { data: ['hannop:0'], who: { liaison: 'own', head: 'own' } },
  { data: ['vanban:ID:implementationPlan:0:0', 'vanban.dv:ID'], about: 'documents', who: readers },
  { data: ['vanban.tep:ID'], about: 'filing', who: readers },
  {
    data: ['draft.go:ID', 'draft.keep:ID', 'draft.ask:ID', 'draft.drop:ID'],
    about: 'draft',
    who: { ...owners, stranger: 'own' },
  },
  { data: ['draft.take:ID'], about: 'left draft', who: writers },
  { data: ['nhac.mai:ID', 'nhac.ro:ID'], about: 'nudge', who: owners },
  {
    data: [
      'baocao:tonghop',
      'baocao.year:tonghop:2021',
      'baocao.units:tonghop:2021:0',
      'baocao.loc:tonghop:2021:',
    ],
    who: readers,
  },
  { data: ['baocao.make:tonghop:2021:ID'], about: 'unit', who: readers },
  { data: ['dinhky', 'dinhky.them'], who: { ...readers, publicist: 'all' } },
  {
    data: ['dinhky.thoi:ID'],
    about: 'standing report',
    who: owners,
  },
  {
    data: ['baocao.huy:ID'],
    about: 'asked report',
    who: owners,
  },
  { data: ['bieudo:donvi:2021:0', 'bieudo.kh:1:2021:0', 'baocao:congvan', 'baocao:word'], who: office },
  { data: ['congvan:1', 'congvan.ngay:1:2021-09-01', 'congvan.lap:1', 'bieudo.ky:-:2021:0'], who: office },
  {
    data: ['bieudo:linhvuc:2021:ID', 'bieudo.kh:1:2021:ID', 'bieudo.ky:donvi:2021-H1:ID'],
    about: 'unit',
    who: office,
  },
  { data: ['baocao:goidien', 'baocao.units:goidien:0:0', 'baocao.make:goidien:0:0'], who: officer },
  { data: ['duyet.q:0:', 'duyet.f:', 'duyet.fu:0:', 'duyet.fk:', 'duyet.fc:', 'duyet.pa:0:'], who: officer },
  { data: ['duyet.go:1:', 'vb.go:1:', 'duyet:0:0', 'duyet.units', 'duyet.all:0:0'], who: officer },
  { data: ['duyet.next:1'], who: officer },
  {
    data: ['see', 'tc', 'yes', 'ret', 'rej', 'mo'].map((name) => `duyet.${name}:ID:`),
    about: 'exemplar',
    who: officer,
  },
  {
    data: ['files', 'open', 'ok', 'back', 'no'].map((name) => `duyet.${name}:ID`),
    about: 'exemplar',
    who: officer,
  },
  {
    data: ['duyet.y:ID:0:', 'duyet.r:ID:0:', 'duyet.n:ID:0:', 'duyet.a3:ID36:0'],
    about: 'exemplar',
    who: officer,
  },
  { data: ['duyet.like:ID36.OTHER:', 'duyet.all2:ID36'], about: 'exemplar', who: officer },
  {
    data: ['see', 'yes', 'ret', 'mo'].map((name) => `vb.${name}:ID:`),
    about: 'filing',
    who: officer,
  },
  { data: ['dondoc:registration:0', 'dondoc.note:registration:0', 'dondoc.off'], who: officer },
  { data: ['dondoc.xem:registration:0:0:0', 'dondoc.send:registration:0:0'], who: officer },
  { data: ['dondoc.kq:1', 'dondoc.goi:1:0', 'dondoc.kq:1.none', 'dondoc.goi:1.none:0'], who: officer },
  { data: ['tiendo', 'tiendo.kh:1', 'tiendo.ds:none:0'], who: office },
  { data: ['dondoc.ds:none', 'dondoc.dsn:none'], who: officer },
  { data: ['dondoc.dsx:none:0:0', 'dondoc.dsg:none:0'], who: officer },
  { data: ['kehoach', 'kehoach.pb:1:0', 'kehoach.nap', 'kehoach.dong:1'], who: officer },
  { data: ['kehoach.mo:1', 'kehoach.ds:1:duties:0'], who: officer },
  {
    data: ['baocao.kh:1', 'baocao.cua:1:2021:0:1', 'baocao:tuyentruyen'],
    who: { ...readers, publicist: 'all' },
  },
  { data: ['baocao.make:tuyentruyen:2021:ID'], about: 'unit', who: { ...readers, publicist: 'all' } },
  { data: ['moi.off:1', 'moi.tiep', 'moi.ma:0', 'moi.da:0', 'moi.xem:1'], who: officer },
  { data: ['nguoidung.ds:0:', 'nguoidung.tim'], who: officer },
  {
    data: ['xem:ID', 'ls:ID:0', 'ma:ID', 'vaitro:ID', 'donvi:ID', 'go:ID'].map((rest) => `nguoidung.${rest}`),
    about: 'person',
    who: officer,
  },
];
