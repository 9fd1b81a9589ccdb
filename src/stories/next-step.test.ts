import { describe, expect, it } from 'vitest';
import { countLeftToDo, decideNextStep, type ExemplarProgress } from './next-step.ts';

const approved: ExemplarProgress = {
  ...{ id: 1, code: 'GLAR-2021-001', name: 'Làng', unitId: 1, planId: 1, carriedInto: [] },
  status: 'approved',
  ...{ planned: true, stepWhat: null, stepDueOn: null, publicised: true, evaluated: true },
};
const today = '2021-10-14';
const step = (dueOn: string) => ({ stepWhat: 'Tập huấn', stepDueOn: dueOn });

describe('the next step of an exemplar', () => {
  it.each<[string, Partial<ExemplarProgress>, string | undefined]>([
    ['that was returned is to mend it', { status: 'returned' }, 'mend'],
    ['that was sent is to wait', { status: 'submitted', planned: false }, 'wait'],
    ['that was rejected is none', { status: 'rejected' }, undefined],
    ['that was withdrawn is none', { status: 'withdrawn' }, undefined],
    ['without a step is to foster it', { planned: false, publicised: false }, 'foster'],
    ['with an overdue step is that step', { ...step('2021-10-13'), publicised: false }, 'late'],
    ['with a step today is that step', { ...step(today), publicised: false }, 'work'],
    ['with a step in a month is that step', { ...step('2021-11-13'), publicised: false }, 'work'],
    ['with a step far ahead is publicity', { ...step('2021-12-01'), publicised: false }, 'publicise'],
    ['that was publicised is its evaluation', { ...step('2021-12-01'), evaluated: false }, 'evaluate'],
    ['that was evaluated is the step far ahead', step('2022-03-31'), 'work'],
    ['with nothing left is none this year', {}, 'done'],
  ])('%s', (_, more, expected) => {
    expect(decideNextStep({ ...approved, ...more }, { today, evaluates: true })?.step).toBe(expected);
  });

  it('is no evaluation where the plan asks for none this year', () => {
    const of = { ...approved, evaluated: false };
    expect(decideNextStep(of, { today, evaluates: false })).toEqual({ step: 'done' });
  });
});

describe('what is left this year', () => {
  it.each<[string, Partial<ExemplarProgress>[], number[]]>([
    ['of none is nothing', [], [0, 0, 0, 0]],
    ['of one that needs nothing is nothing', [{}], [0, 0, 0, 0]],
    ['counts what came back', [{ status: 'returned' }, { status: 'submitted' }], [1, 0, 0, 0]],
    [
      'counts one exemplar in several places',
      [{ planned: false, publicised: false, evaluated: false }],
      [0, 1, 1, 1],
    ],
    [
      'leaves out what was not approved',
      [{ status: 'submitted', evaluated: false, planned: false }],
      [0, 0, 0, 0],
    ],
    ['adds up', [{ evaluated: false }, { evaluated: false, publicised: false }], [0, 0, 1, 2]],
  ])('%s', (_, all, [mend, foster, publicise, evaluate]) => {
    const progress = all.map((more) => ({ ...approved, ...more }));
    expect(countLeftToDo(progress, { evaluates: true })).toEqual({ mend, foster, publicise, evaluate });
    expect(countLeftToDo(progress, { evaluates: false }).evaluate).toBe(0);
  });
});
