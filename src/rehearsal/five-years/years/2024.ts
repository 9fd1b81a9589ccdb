import { reportYear } from '../annual-report-step.ts';
import { awardsOfYear } from '../closing-steps.ts';
import { acceptDocuments, approveAll } from '../officer-steps.ts';
import { laterExemplar } from '../sample-exemplars.ts';
import type { Act } from '../step.ts';
import { finishFostering, foster, logActivity, register } from '../unit-steps.ts';

const publicist = { role: 'publicist' } as const;
const liaisonOf = (unit: string) => ({ role: 'liaison', unit }) as const;

/** The fourth year, the last whole one of the district level. */
export const year2024: Act[] = [
  {
    at: '2024-02-20T09:00',
    work: 'foster',
    steps: [
      foster('HADONG', 'Ông Đinh Krem, Chủ tịch UBND xã', '30/10/2024'),
      finishFostering('LHPN'),
      finishFostering('GD'),
    ],
  },
  {
    at: '2024-03-12T09:00',
    work: 'register',
    steps: [
      ...register(
        'HADONG',
        [0, 1, 2].map((nth) => laterExemplar('Xã Hà Đông', 2024, nth)),
      ),
      ...register('HND', [laterExemplar('Hội Nông dân', 2024)]),
      ...register('NNPTNT', [laterExemplar('Nông nghiệp', 2024)]),
    ],
  },
  { at: '2024-03-18T09:00', work: 'review', steps: [approveAll] },
  {
    at: '2024-05-21T09:00',
    work: 'activities',
    steps: [
      logActivity(liaisonOf('GLAR'), {
        kind: 'visit',
        exemplars: '4, 5',
        place: 'Làng Groi',
        reached: '120',
      }),
      logActivity(liaisonOf('HADONG'), { kind: 'experience_report', exemplars: '1', place: 'UBND xã' }),
      logActivity(liaisonOf('IAPET'), { kind: 'training', exemplars: '2, 3', place: 'Nhà văn hóa xã' }),
      logActivity(publicist, { kind: 'publicity', exemplars: '1, 2, 3, 4', place: 'đài' }),
    ],
  },
  { at: '2024-12-06T08:01', work: 'nudge', steps: [] },
  {
    at: '2024-12-12T09:00',
    work: 'report',
    steps: ['GLAR', 'IAPET', 'CA', 'LHPN', 'VPUB', 'GD', 'YT', 'HADONG'].map((unit) =>
      reportYear(unit, 2024, 3 - Number(unit === 'VPUB' || unit === 'LHPN')),
    ),
  },
  { at: '2024-12-13T09:00', work: 'review', steps: [acceptDocuments] },
  { at: '2024-12-18T08:01', work: 'nudge', steps: [] },
  { at: '2024-12-24T09:00', work: 'report', steps: ['HND', 'NNPTNT'].map((unit) => reportYear(unit, 2024)) },
  ...awardsOfYear(2024, 8),
  { at: '2024-12-31T16:00', work: 'yearEnd', steps: [] },
];
