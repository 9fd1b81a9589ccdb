import { describe, expect, it } from 'vitest';
import type { Answers } from '../drafts/draft.ts';
import { changedLinesOf, linesBeyond, mergeLines, openLines, withTheirs } from './mended-lines.ts';

const village: Answers = {
  unit: '7',
  subject: 'collective',
  category: 'community',
  name: 'Làng Đê Kốp',
  representative: 'Ông A Nhưk',
  memberCount: 125,
  place: 'Làng Đê Kốp',
  summary: 'Giảm 12 hộ nghèo',
  figures: 'leave',
  criteria: ['c1', 'c2'],
  minutes: null,
  files: 2,
};
const person: Answers = {
  unit: '7',
  subject: 'individual',
  category: 'official',
  name: 'Siu Hà',
  birthYear: 1980,
  leader: 'yes',
  leads: '12',
  place: 'Làng Ngol',
  criteria: ['o1'],
  files: 0,
};

describe('lines that a draft changes', () => {
  const cases: [what: string, mine: Answers, lines: string[]][] = [
    ['none', {}, []],
    ['ticks in another order', { criteria: ['c2', 'c1'] }, []],
    ['a criterion of their own, called by the criteria', { ownCriteria: 'Có đội chiêng' }, ['criteria']],
    ['nothing where nothing was', { minutes: undefined }, []],
    ['two lines', { place: 'Làng Ngol', memberCount: 130 }, ['memberCount', 'place']],
    ['steps of the form', { figures: 'more', confirm: 'send', '~summary': 'x' }, []],
  ];
  it.each(cases)('%s', (_what, mine, lines) => {
    expect(changedLinesOf(village, { ...village, ...mine })).toEqual(lines);
  });

  it('a line that waits for its answer does not count', () => {
    const { summary: _, ...mine } = village;
    expect(changedLinesOf(village, mine)).toEqual([]);
  });
});

describe('a returned exemplar opens', () => {
  const cases: [ticked: string[], mine: Answers, open: string[], beyond: string[]][] = [
    [['place'], { place: 'Làng Ngol' }, ['place'], []],
    [['place'], { name: 'Làng khác' }, ['place'], ['name']],
    [['category'], {}, ['category'], []],
    [['category'], { category: 'association', criteria: ['a1'] }, ['category', 'criteria', 'leader'], []],
    [['category'], { criteria: ['c1'] }, ['category'], ['criteria']],
    [['summary'], { summary: 'Mới', exception: 'Có thêm mô hình' }, ['summary'], []],
    [
      ['subject'],
      { subject: 'individual', category: 'resident', birthYear: 1980, representative: undefined },
      [
        'subject',
        'category',
        'birthYear',
        'sex',
        'ethnicity',
        'position',
        'leader',
        'representative',
        'memberCount',
        'criteria',
      ],
      [],
    ],
    [['files'], { files: 3, criteria: ['c3'] }, ['files'], ['criteria']],
    [[], { memberCount: 1 }, [], ['memberCount']],
  ];
  it.each(cases)('with %j ticked and %j changed: %j, and not %j', (ticked, changed, open, beyond) => {
    const mine = { ...village, ...changed };
    expect(openLines(ticked, village, mine)).toEqual(new Set(open));
    expect(linesBeyond(ticked, village, mine)).toEqual(beyond);
  });
});

describe('the lines that another person changed since', () => {
  const merge = (base: Answers, theirs: Answers, mine: Answers) => {
    const { merged, lines } = mergeLines(base, { ...base, ...theirs }, { ...base, ...mine });
    return { merged, lines: lines.map(({ key, conflict }) => `${key}${conflict ? ' ?' : ''}`) };
  };
  const cases: [what: string, theirs: Answers, mine: Answers, lines: string[], merged: Answers][] = [
    ['nothing', {}, { place: 'M' }, [], { place: 'M' }],
    ['another line than mine', { place: 'T' }, { name: 'M' }, ['place'], { place: 'T', name: 'M' }],
    ['the same line otherwise', { place: 'T' }, { place: 'M' }, ['place ?'], { place: 'M' }],
    ['the same line alike', { place: 'A' }, { place: 'A' }, ['place'], { place: 'A' }],
    [
      'a line and one that both change',
      { place: 'T', minutes: '02' },
      { place: 'M' },
      ['place ?', 'minutes'],
      { place: 'M', minutes: '02' },
    ],
    ['their own criteria', { ownCriteria: 'T' }, {}, ['criteria'], { ownCriteria: 'T' }],
    ['files, which are everybody’s', { files: 3 }, { files: 1 }, ['files'], { files: 3 }],
    [
      'the category, when I ticked under the old one',
      { category: 'education', criteria: ['e1'] },
      { criteria: ['c1'] },
      ['category ?'],
      { category: 'community', criteria: ['c1'] },
    ],
    [
      'the category, which I left alone',
      { category: 'education', criteria: ['e1'] },
      { place: 'M' },
      ['category'],
      { category: 'education', criteria: ['e1'], place: 'M' },
    ],
    [
      'criteria, when I changed the category',
      { criteria: ['c3'] },
      { category: 'education', criteria: ['e1'] },
      ['category ?'],
      { category: 'education', criteria: ['e1'] },
    ],
  ];
  it.each(cases)('%s', (_what, theirs, mine, lines, expected) => {
    const { merged, lines: said } = merge(village, theirs, mine);
    expect(said).toEqual(lines);
    expect(merged).toMatchObject(expected);
  });

  it('is replaced together with the lines that depend on it', () => {
    const mine = { ...person, position: 'Bí thư' };
    const { lines } = mergeLines(person, village, mine);
    const group = lines.find(({ key }) => key === 'subject');
    expect(group?.conflict).toBe(true);
    expect(group?.keys).toEqual(
      expect.arrayContaining([
        'category',
        'birthYear',
        'leader',
        'leads',
        'position',
        'criteria',
        'memberCount',
      ]),
    );
    const taken = withTheirs(mine, village, group?.keys ?? []);
    expect(taken).toMatchObject({
      subject: 'collective',
      category: 'community',
      memberCount: 125,
      criteria: ['c1', 'c2'],
    });
    for (const key of ['birthYear', 'leader', 'leads', 'position']) expect(taken).not.toHaveProperty([key]);
  });

  it('leaves a line that waits for its answer to the other version', () => {
    const { place: _, ...mine } = village;
    const { merged, lines } = mergeLines(village, { ...village, place: 'T' }, mine);
    expect(lines).toEqual([{ key: 'place', keys: ['place'], conflict: false }]);
    expect(merged.place).toBe('T');
  });
});
