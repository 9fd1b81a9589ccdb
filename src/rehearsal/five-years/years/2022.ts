import { reportYear } from '../annual-report-step.ts';
import { awardsOfYear } from '../closing-steps.ts';
import { acceptDocuments, approveAll, settleHelp } from '../officer-steps.ts';
import { laterExemplar } from '../sample-exemplars.ts';
import type { Act } from '../step.ts';
import { askHelp, finishFostering, foster, logActivity, register } from '../unit-steps.ts';

const publicist = { role: 'publicist' } as const;
const liaisonOf = (unit: string) => ({ role: 'liaison', unit }) as const;

/** The second year: fostering, further exemplars, the first evaluation next to an earlier one. */
export const year2022: Act[] = [
  {
    at: '2022-02-15T09:00',
    work: 'foster',
    steps: [
      foster('IAPET', 'Bà Rơ Châm H’Yéo, Chủ tịch Hội Phụ nữ xã', '30/9/2022'),
      foster('GD', 'Ông Nguyễn Văn Lâm, Phó Trưởng phòng', '30/11/2022'),
      finishFostering('GLAR'),
    ],
  },
  {
    at: '2022-03-10T09:00',
    work: 'register',
    steps: [
      ...register(
        'YT',
        [0, 1, 2].map((nth) => laterExemplar('ngành Y tế', 2022, nth)),
      ),
      ...register(
        'HADONG',
        [0, 1].map((nth) => laterExemplar('Xã Hà Đông', 2022, nth)),
      ),
      ...register('GLAR', [laterExemplar('Xã Glar', 2022)]),
      ...register('LHPN', [laterExemplar('Hội Phụ nữ', 2022)]),
    ],
  },
  { at: '2022-03-15T09:00', work: 'review', steps: [approveAll] },
  {
    at: '2022-05-19T09:00',
    work: 'activities',
    steps: [
      logActivity(liaisonOf('GLAR'), { kind: 'training', exemplars: '2, 3', place: 'Hội trường UBND xã' }),
      logActivity(liaisonOf('IAPET'), { kind: 'visit', exemplars: '1', place: 'Làng Ngol', reached: '60' }),
      logActivity(liaisonOf('CA'), { kind: 'experience_report', exemplars: '1, 2', place: 'Công an huyện' }),
      logActivity(publicist, { kind: 'publicity', exemplars: '1, 2, 3, 4', place: 'đài' }),
    ],
  },
  {
    at: '2022-10-04T09:00',
    work: 'help',
    steps: [askHelp('IAPET', 'Cần cán bộ kỹ thuật hướng dẫn ghép cà phê.')],
  },
  {
    at: '2022-10-11T09:00',
    work: 'help',
    steps: [settleHelp('take', 'Phòng đã chuyển Trạm Khuyến nông.')],
  },
  { at: '2022-12-08T08:01', work: 'nudge', steps: [] },
  {
    at: '2022-12-13T09:00',
    work: 'report',
    steps: ['GLAR', 'IAPET', 'CA', 'LHPN', 'VPUB', 'GD'].map((unit) => reportYear(unit, 2022, 2)),
  },
  { at: '2022-12-14T09:00', work: 'review', steps: [acceptDocuments] },
  { at: '2022-12-16T08:01', work: 'nudge', steps: [] },
  { at: '2022-12-21T09:00', work: 'report', steps: ['HND', 'MTTQ'].map((unit) => reportYear(unit, 2022)) },
  ...awardsOfYear(2022, 6),
  { at: '2022-12-31T16:00', work: 'yearEnd', steps: [] },
];
