import { closeFirstPlan, openNextPlan, seeDuties } from '../next-plan-steps.ts';
import { approveAll } from '../officer-steps.ts';
import { laterExemplar } from '../sample-exemplars.ts';
import type { Act } from '../step.ts';
import { handIn, register } from '../unit-steps.ts';

/** The first weeks of the next plan: it opens, the first one closes, units see their first duty. */
export const year2026: Act[] = [
  { at: '2026-01-13T09:00', work: 'nextPlan', steps: [openNextPlan] },
  {
    at: '2026-01-20T09:00',
    work: 'nextPlan',
    steps: [closeFirstPlan('Giai đoạn 2021–2025 đã tổng kết, việc còn lại làm theo kế hoạch mới.')],
  },
  // Two weeks before the last day of the first duty.
  { at: '2026-01-26T08:01', work: 'nudge', steps: [] },
  {
    at: '2026-01-27T09:00',
    work: 'register',
    steps: [
      seeDuties('IAPET'),
      seeDuties('GLAR'),
      ...register('GLAR', [laterExemplar('Xã Glar', 2026)]),
      handIn('GLAR'),
    ],
  },
  { at: '2026-01-28T09:00', work: 'review', steps: [approveAll] },
];
