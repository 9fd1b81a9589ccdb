import type { ProgressList } from '../../../duties/progress.ts';

/** The keys of the lists' names, which are their buttons. */
export const progressNames: Record<ProgressList, string> = {
  none: 'progress-none',
  short: 'progress-short',
  overdue: 'progress-overdue',
  late: 'progress-late',
  done: 'progress-done',
};
