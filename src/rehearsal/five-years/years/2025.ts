import { reportYear } from '../annual-report-step.ts';
import { awardsOfYear, chooseDelegates, summarise } from '../closing-steps.ts';
import { acceptDocuments, approveAll, setDue } from '../officer-steps.ts';
import { laterExemplar } from '../sample-exemplars.ts';
import type { Act } from '../step.ts';
import { finishFostering, logActivity, register } from '../unit-steps.ts';

const publicist = { role: 'publicist' } as const;
const liaisonOf = (unit: string) => ({ role: 'liaison', unit }) as const;

/** The last year of the period. */
export const year2025: Act[] = [
  {
    at: '2025-03-11T09:00',
    work: 'register',
    steps: [
      finishFostering('HADONG'),
      ...register('GLAR', [laterExemplar('Xã Glar', 2025)]),
      ...register('IAPET', [laterExemplar('Xã Ia Pết', 2025)]),
    ],
  },
  { at: '2025-03-17T09:00', work: 'review', steps: [approveAll] },
  {
    at: '2025-05-20T09:00',
    work: 'activities',
    steps: [
      logActivity(liaisonOf('GLAR'), {
        kind: 'experience_report',
        exemplars: '1',
        place: 'Hội trường huyện',
      }),
      logActivity(publicist, { kind: 'publicity', exemplars: '1, 2, 3', place: 'Báo Gia Lai' }),
    ],
  },
  {
    at: '2025-08-05T09:00',
    work: 'due',
    steps: [
      setDue('Tổng kết giai đoạn', '31/10/2025', 'Chuẩn bị Hội nghị điển hình tiên tiến năm 2025.'),
      setDue('Giới thiệu dự Hội nghị', '31/10/2025', 'Chuẩn bị Hội nghị điển hình tiên tiến năm 2025.'),
    ],
  },
  { at: '2025-10-17T08:01', work: 'nudge', steps: [] },
  {
    at: '2025-10-21T09:00',
    work: 'summary',
    steps: [
      summarise('GLAR', 'giai đoạn', '1, 2, 3'),
      summarise('IAPET', 'giai đoạn', '1, 4'),
      summarise('CA', 'giai đoạn', '1, 2'),
      summarise('LHPN', 'giai đoạn', '1'),
      summarise('GD', 'giai đoạn', '1'),
      summarise('VPUB', 'giai đoạn', '2'),
    ],
  },
  { at: '2025-10-28T09:00', work: 'review', steps: [acceptDocuments] },
  {
    at: '2025-11-04T09:00',
    work: 'conference',
    steps: [chooseDelegates(6, 'Ưu tiên cơ cấu các ngành, xã khác trong huyện.')],
  },
  { at: '2025-12-05T08:01', work: 'nudge', steps: [] },
  {
    at: '2025-12-11T09:00',
    work: 'report',
    steps: ['GLAR', 'IAPET', 'CA', 'LHPN', 'VPUB', 'GD', 'MTTQ'].map((unit) => reportYear(unit, 2025)),
  },
  { at: '2025-12-12T09:00', work: 'review', steps: [acceptDocuments] },
  { at: '2025-12-17T08:01', work: 'nudge', steps: [] },
  ...awardsOfYear(2025, 5),
  { at: '2025-12-31T16:00', work: 'yearEnd', steps: [] },
];
