import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../drafts/draft.ts';
import { applyPatch } from '../../forms/position.ts';
import { addFurther, dropProposal, exemplarOfItem, findTwin, listProposalsOf } from './proposal-items.ts';

const merit = { 'award@12': 'merit', 'level@12': 'district', 'grounds@12': 'Giữ 120 ha rừng' };
const title = { 'award@12-2': 'labour', 'level@12-2': 'district', 'grounds@12-2': 'Vượt chỉ tiêu' };
const third = { 'award@12-3': 'merit', 'level@12-3': 'province', 'grounds@12-3': 'Ba năm liền' };
const all: Answers = { awards: ['12', '7'], 'also@12': ['2', '3'], ...merit, ...title, ...third };

describe('the proposals of an exemplar in one report', () => {
  it.each([
    [{}, ['12']],
    [{ 'also@12': ['2'] }, ['12', '12-2']],
    [{ 'also@12': ['3'] }, ['12', '12-3']],
    [{ 'also@12': 'no list' }, ['12']],
    [all, ['12', '12-2', '12-3']],
  ])('are listed from %j', (answers, items) => {
    expect(listProposalsOf(answers, 12)).toEqual(items);
    expect(new Set(items.map(exemplarOfItem))).toEqual(new Set([12]));
  });

  it.each([
    [{}, ['12', '12-2']],
    [{ 'also@12': ['2'] }, ['12', '12-2', '12-3']],
    [{ 'also@12': ['3'] }, ['12', '12-3', '12-4']],
    [{ 'also@7': ['2'] }, ['12', '12-2']],
    [all, ['12', '12-2', '12-3', '12-4']],
  ])('grow from %j under a key that no other has', (answers, items) => {
    expect(listProposalsOf(applyPatch(answers, addFurther(answers, 12)), 12)).toEqual(items);
  });

  it.each([
    ['a further one', '12-2', { awards: ['12', '7'], 'also@12': ['3'], ...merit, ...third }],
    ['the last one', '12-3', { awards: ['12', '7'], 'also@12': ['2'], ...merit, ...title }],
    [
      'the first one: the next takes its place',
      '12',
      {
        ...{ awards: ['12', '7'], 'also@12': ['3'], ...third },
        ...{ 'award@12': 'labour', 'level@12': 'district', 'grounds@12': 'Vượt chỉ tiêu' },
      },
    ],
  ])('lose %s', (_, item, left) => {
    expect(applyPatch(all, dropProposal(all, item))).toEqual(left);
  });

  it('end with the only one, which is ticked no more', () => {
    const only = { awards: ['12', '7'], ...merit, 'same@12': null };
    expect(applyPatch(only, dropProposal(only, '12'))).toEqual({ awards: ['7'] });
  });

  it('keep what was typed when the only further one goes', () => {
    const two = { awards: ['12'], 'also@12': ['2'], ...merit, ...title };
    expect(applyPatch(two, dropProposal(two, '12-2'))).toEqual({ awards: ['12'], ...merit });
  });

  it.each([
    ['12-2', 'merit', 'district', '12'],
    ['12', 'merit', 'province', '12-3'],
    ['12-4', 'labour', 'district', '12-2'],
    ['12-2', 'merit', 'province', '12-3'],
    ['12', 'merit', 'district', undefined],
    ['12-2', 'labour', 'province', undefined],
    ['7', 'merit', 'district', undefined],
  ])('%s for %s at %s is the same as %s', (item, award, level, twin) => {
    expect(findTwin(all, item, { award, level })).toBe(twin);
  });
});
