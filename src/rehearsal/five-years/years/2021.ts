import { reportYear } from '../annual-report-step.ts';
import { awardsOfYear } from '../closing-steps.ts';
import {
  acceptDocuments,
  approveAll,
  inviteLiaison,
  joinUnit,
  returnOne,
  settleHelp,
} from '../officer-steps.ts';
import { sampleExemplars } from '../sample-exemplars.ts';
import type { Act } from '../step.ts';
import { askHelp, foster, handIn, logActivity, mendReturned, register } from '../unit-steps.ts';

/** People who join in August, each as the liaison of a unit. */
export const joiners: [unit: string, name: string][] = [
  ['IAPET', 'Siu H’Nhan'],
  ['HADONG', 'Đinh Văn Krông'],
  ['GD', 'Nguyễn Thị Thu Hà'],
  ['YT', 'Trần Quang Minh'],
  ['QS', 'Lê Văn Dũng'],
  ['VPUB', 'Phan Thị Kim Oanh'],
  ['NNPTNT', 'Vũ Đình Khoa'],
  ['MTTQ', 'Rơ Mah Blưi'],
  ['HND', 'Kpă Thuyên'],
];

const officer = { role: 'officer' } as const;
const publicist = { role: 'publicist' } as const;
const glar = { role: 'liaison', unit: 'GLAR' } as const;
const glarExemplars = sampleExemplars('Xã Glar', 10);
const iaPetExemplars = sampleExemplars('Xã Ia Pết', 10);

/** The first year of Plan 101, 18/8–31/12/2021, in the order of time. */
export const year2021: Act[] = [
  { at: '2021-08-18T08:30', work: 'join', steps: joiners.map(([unit]) => inviteLiaison(unit)) },
  { at: '2021-08-18T14:00', work: 'join', steps: joiners.map(([unit, name]) => joinUnit(unit, name)) },
  {
    at: '2021-08-19T09:00',
    work: 'register',
    steps: [
      ...register('GLAR', glarExemplars.slice(0, 3)),
      ...register('GLAR', glarExemplars.slice(3, 6), 1),
      ...register('CA', sampleExemplars('Công an huyện', 5)),
      ...register('VPUB', sampleExemplars('Văn phòng', 2)),
      ...register('LHPN', sampleExemplars('Hội Phụ nữ', 2)),
      ...register('HND', sampleExemplars('Hội Nông dân', 1)),
    ],
  },
  { at: '2021-08-20T14:00', work: 'review', steps: [returnOne('xã Glar'), approveAll] },
  {
    at: '2021-08-23T10:00',
    work: 'register',
    steps: [
      mendReturned('GLAR'),
      ...register('GLAR', glarExemplars.slice(6, 8)),
      ...register('GLAR', glarExemplars.slice(8), 1),
      handIn('GLAR'),
      handIn('CA'),
      ...register('GD', sampleExemplars('ngành Giáo dục', 5)),
      ...register('NNPTNT', sampleExemplars('Nông nghiệp', 1)),
      ...register('MTTQ', sampleExemplars('Mặt trận', 1)),
      ...register('IAPET', iaPetExemplars.slice(0, 5)),
    ],
  },
  {
    at: '2021-08-24T16:00',
    work: 'register',
    steps: [handIn('GD'), handIn('LHPN'), ...register('HADONG', sampleExemplars('Xã Hà Đông', 3))],
  },
  { at: '2021-08-25T08:01', work: 'nudge', steps: [] },
  { at: '2021-08-26T09:00', work: 'review', steps: [approveAll, acceptDocuments] },
  {
    at: '2021-08-30T15:00',
    work: 'register',
    steps: [
      ...register('IAPET', iaPetExemplars.slice(5)),
      ...register('YT', sampleExemplars('ngành Y tế', 2)),
      ...register('QS', sampleExemplars('Ban Chỉ huy Quân sự', 5)),
      handIn('IAPET'),
    ],
  },
  { at: '2021-08-31T08:01', work: 'nudge', steps: [] },
  { at: '2021-09-03T09:00', work: 'review', steps: [approveAll, acceptDocuments] },
  {
    at: '2021-09-10T09:00',
    work: 'foster',
    steps: [
      foster('GLAR', 'Ông Siu Thanh, Phó Chủ tịch UBND xã', '30/11/2021'),
      foster('CA', 'Trung tá Lê Văn Quý, Phó Trưởng Công an huyện', '15/12/2021'),
    ],
  },
  {
    at: '2021-09-15T09:00',
    work: 'activities',
    steps: [
      logActivity(glar, { kind: 'visit', exemplars: '1, 2', place: 'Nhà rông văn hóa xã' }),
      logActivity(publicist, { kind: 'publicity', exemplars: '1, 2, 3', place: 'đài' }),
    ],
  },
  { at: '2021-09-21T08:01', work: 'nudge', steps: [] },
  {
    at: '2021-10-05T09:00',
    work: 'help',
    steps: [askHelp('GLAR', 'Đội cồng chiêng thiếu một bộ chiêng, đề nghị hỗ trợ.')],
  },
  {
    at: '2021-10-08T09:00',
    work: 'help',
    steps: [
      settleHelp('take', 'Phòng sẽ làm việc với xã trong tuần sau.'),
      logActivity(officer, { kind: 'inspection', exemplars: '1', place: 'Xã Glar' }),
    ],
  },
  {
    at: '2021-10-20T09:00',
    work: 'help',
    steps: [settleHelp('close', 'Đã cấp một bộ chiêng ngày 19/10/2021.')],
  },
  { at: '2021-11-02T08:01', work: 'nudge', steps: [] },
  {
    at: '2021-11-10T09:00',
    work: 'activities',
    steps: [
      logActivity(publicist, { kind: 'publicity', exemplars: '1, 2', place: 'Báo Gia Lai' }),
      logActivity(glar, { kind: 'experience_report', exemplars: '1', place: 'Hội trường UBND xã' }),
    ],
  },
  { at: '2021-12-08T08:01', work: 'nudge', steps: [] },
  {
    at: '2021-12-13T09:00',
    work: 'report',
    steps: [reportYear('GLAR', 2021), reportYear('LHPN', 2021), reportYear('VPUB', 2021)],
  },
  { at: '2021-12-14T09:00', work: 'review', steps: [acceptDocuments] },
  { at: '2021-12-16T08:01', work: 'nudge', steps: [] },
  { at: '2021-12-20T09:00', work: 'report', steps: [reportYear('HND', 2021)] },
  ...awardsOfYear(2021, 2),
  { at: '2021-12-31T16:00', work: 'yearEnd', steps: [] },
];
