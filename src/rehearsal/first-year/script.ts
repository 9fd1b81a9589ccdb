import { pickOption, typeWords } from './fill-form.ts';
import { sampleExemplars } from './sample-exemplars.ts';
import {
  acceptDocuments,
  approveAll,
  askHelp,
  foster,
  handInPlan,
  inviteLiaison,
  logActivity,
  mendReturned,
  register,
  reportYear,
  returnOne,
  settleHelp,
  type Task,
} from './tasks.ts';

/** A moment of the year, and what people do then; each person's tasks follow one another. */
export interface Act {
  /** In the plan's time zone: `2021-08-19T09:00`. */
  at: string;
  tasks: Task[];
}

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

/** The first year of Plan 101, 18/8–31/12/2021, in the order of time. */
export const firstYear: Act[] = [
  { at: '2021-08-18T08:30', tasks: joiners.map(([unit, name]) => inviteLiaison(unit, name)) },
  {
    at: '2021-08-19T09:00',
    tasks: [
      register('GLAR', glarExemplars.slice(0, 2)),
      register('GLAR', glarExemplars.slice(2, 4), 1),
      register('CA', sampleExemplars('Công an huyện', 5)),
      register('VPUB', sampleExemplars('Văn phòng', 2)),
      register('LHPN', sampleExemplars('Hội Phụ nữ', 2)),
      register('HND', sampleExemplars('Hội Nông dân', 1)),
    ],
  },
  { at: '2021-08-20T14:00', tasks: [returnOne('xã Glar'), approveAll] },
  {
    at: '2021-08-23T10:00',
    tasks: [
      mendReturned('GLAR'),
      register('GLAR', glarExemplars.slice(4, 7)),
      register('GLAR', glarExemplars.slice(7), 1),
      handInPlan('GLAR'),
      handInPlan('CA'),
      register('GD', sampleExemplars('ngành Giáo dục', 5)),
      register('NNPTNT', sampleExemplars('Nông nghiệp', 1)),
      register('MTTQ', sampleExemplars('Mặt trận', 1)),
    ],
  },
  {
    at: '2021-08-24T16:00',
    tasks: [handInPlan('GD'), handInPlan('LHPN'), register('HADONG', sampleExemplars('Xã Hà Đông', 3))],
  },
  { at: '2021-08-26T09:00', tasks: [approveAll, acceptDocuments] },
  {
    at: '2021-08-30T15:00',
    tasks: [
      register('IAPET', sampleExemplars('Xã Ia Pết', 10)),
      register('YT', sampleExemplars('ngành Y tế', 2)),
      register('QS', sampleExemplars('Ban Chỉ huy Quân sự', 5)),
      handInPlan('IAPET'),
    ],
  },
  { at: '2021-09-03T09:00', tasks: [approveAll, acceptDocuments] },
  { at: '2021-09-10T09:00', tasks: [foster('GLAR'), foster('CA')] },
  {
    at: '2021-09-15T09:00',
    tasks: [
      logActivity(glar, 'visit', '1, 2'),
      logActivity(publicist, 'publicity', '1, 2, 3', { place: [pickOption('m:0')] }),
    ],
  },
  {
    at: '2021-10-05T09:00',
    tasks: [askHelp('GLAR', 'Đội cồng chiêng thiếu một bộ chiêng, đề nghị hỗ trợ.')],
  },
  {
    at: '2021-10-08T09:00',
    tasks: [
      settleHelp('take', 'Phòng sẽ làm việc với xã trong tuần sau.'),
      logActivity(officer, 'inspection', '1'),
    ],
  },
  { at: '2021-10-20T09:00', tasks: [settleHelp('close', 'Đã cấp một bộ chiêng ngày 19/10/2021.')] },
  {
    at: '2021-11-10T09:00',
    tasks: [
      logActivity(publicist, 'publicity', '1, 2', { place: [typeWords('Báo Gia Lai')] }),
      logActivity(glar, 'experience_report', '1'),
    ],
  },
  {
    at: '2021-12-13T09:00',
    tasks: [reportYear('GLAR'), reportYear('LHPN'), reportYear('VPUB')],
  },
  { at: '2021-12-14T09:00', tasks: [acceptDocuments] },
  { at: '2021-12-20T09:00', tasks: [reportYear('HND')] },
];

/** Mornings on which people are nudged although they do not act. */
export const mornings: string[] = [
  ...['2021-08-25', '2021-08-31', '2021-09-21', '2021-11-02', '2021-12-08', '2021-12-16'],
].map((day) => `${day}T08:01`);

/** The end of the year. */
export const yearEnd = '2021-12-31T16:00';
