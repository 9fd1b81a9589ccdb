import { reportYear } from '../annual-report-step.ts';
import { acceptDocuments, approveAll } from '../officer-steps.ts';
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
  { at: '2025-12-05T08:01', work: 'nudge', steps: [] },
  {
    at: '2025-12-11T09:00',
    work: 'report',
    steps: ['GLAR', 'IAPET', 'CA', 'LHPN', 'VPUB', 'GD', 'MTTQ'].map((unit) => reportYear(unit, 2025)),
  },
  { at: '2025-12-12T09:00', work: 'review', steps: [acceptDocuments] },
  { at: '2025-12-17T08:01', work: 'nudge', steps: [] },
  { at: '2025-12-31T16:00', work: 'yearEnd', steps: [] },
];
