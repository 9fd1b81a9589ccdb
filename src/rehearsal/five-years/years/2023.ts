import { reportYear } from '../annual-report-step.ts';
import { awardsOfYear, summarise } from '../closing-steps.ts';
import { acceptDocuments, approveAll, setDue, settleHelp } from '../officer-steps.ts';
import { laterExemplar } from '../sample-exemplars.ts';
import type { Act } from '../step.ts';
import { finishFostering, foster, logActivity, register } from '../unit-steps.ts';

const officer = { role: 'officer' } as const;
const publicist = { role: 'publicist' } as const;
const liaisonOf = (unit: string) => ({ role: 'liaison', unit }) as const;

/** The third year, half of the period. */
export const year2023: Act[] = [
  {
    at: '2023-02-14T09:00',
    work: 'foster',
    steps: [
      foster('LHPN', 'Bà Trần Thị Sáu, Phó Chủ tịch Hội', '20/10/2023'),
      finishFostering('IAPET'),
      settleHelp('close', 'Trạm Khuyến nông đã tập huấn ghép cà phê cho 35 hộ.'),
    ],
  },
  {
    at: '2023-03-14T09:00',
    work: 'register',
    steps: [
      ...register(
        'HADONG',
        [0, 1].map((nth) => laterExemplar('Xã Hà Đông', 2023, nth)),
      ),
      ...register('GLAR', [laterExemplar('Xã Glar', 2023)]),
      ...register('MTTQ', [laterExemplar('Mặt trận', 2023)]),
      ...register('QS', [laterExemplar('Ban Chỉ huy Quân sự', 2023)]),
    ],
  },
  { at: '2023-03-20T09:00', work: 'review', steps: [approveAll] },
  {
    at: '2023-06-13T09:00',
    work: 'activities',
    steps: [
      logActivity(liaisonOf('GLAR'), {
        kind: 'honour',
        exemplars: '1',
        place: 'Hội nghị sơ kết của xã',
      }),
      logActivity(liaisonOf('GD'), { kind: 'visit', exemplars: '1, 2', place: 'Trường Mầm non xã' }),
      logActivity(liaisonOf('LHPN'), { kind: 'training', exemplars: '1', place: 'Nhà văn hóa huyện' }),
      logActivity(officer, { kind: 'inspection', exemplars: '1, 2', place: 'Xã Ia Pết' }),
      logActivity(publicist, {
        kind: 'publicity',
        exemplars: '1, 2, 3',
        place: 'Cổng thông tin điện tử huyện',
      }),
    ],
  },
  {
    at: '2023-07-05T09:00',
    work: 'due',
    steps: [setDue('Sơ kết giai đoạn', '31/8/2023', 'Sơ kết nửa giai đoạn theo Kế hoạch số 101.')],
  },
  {
    at: '2023-08-22T09:00',
    work: 'summary',
    steps: ['GLAR', 'IAPET', 'CA', 'LHPN'].map((unit) => summarise(unit, 'sơ kết')),
  },
  { at: '2023-08-25T09:00', work: 'review', steps: [acceptDocuments] },
  { at: '2023-12-08T08:01', work: 'nudge', steps: [] },
  {
    at: '2023-12-13T09:00',
    work: 'report',
    steps: ['GLAR', 'IAPET', 'CA', 'LHPN', 'VPUB', 'QS', 'HADONG'].map((unit) => reportYear(unit, 2023, 1)),
  },
  { at: '2023-12-14T09:00', work: 'review', steps: [acceptDocuments] },
  { at: '2023-12-18T08:01', work: 'nudge', steps: [] },
  { at: '2023-12-20T09:00', work: 'report', steps: ['MTTQ'].map((unit) => reportYear(unit, 2023)) },
  ...awardsOfYear(2023, 6),
  { at: '2023-12-31T16:00', work: 'yearEnd', steps: [] },
];
