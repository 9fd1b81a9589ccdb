import { describe, expect, it } from 'vitest';
import { findAwardKind, listAwards, nameAward, nameAwardLevel } from './awards.ts';
import { loadPlan } from './load.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');

const offered = (subject: 'collective' | 'individual', day: string) =>
  listAwards(plan, { subject, day }).map(
    ({ name, levels }) => `${name.vi}: ${levels.map((level) => level.name.vi).join(', ')}`,
  );

describe('awards that can be proposed', () => {
  it.each([
    ['2021-12-15', 'Giấy khen: Cấp cơ sở, Cấp huyện'],
    ['2025-06-30', 'Giấy khen: Cấp cơ sở, Cấp huyện'],
    ['2025-07-01', 'Giấy khen: Cấp cơ sở'],
    ['2025-12-15', 'Giấy khen: Cấp cơ sở'],
    ['2021-08-18', 'Bằng khen: Cấp tỉnh, Cấp trung ương'],
  ])('on %s have the levels of that day: %s', (day, award) => {
    expect(offered('collective', day)).toContain(award);
  });

  it.each([
    ['collective', 'Tập thể lao động tiên tiến', 'Chiến sĩ thi đua cơ sở'],
    ['individual', 'Chiến sĩ thi đua cơ sở', 'Tập thể lao động xuất sắc'],
  ] as const)('for a %s include %s and not %s', (subject, has, hasNot) => {
    const names = offered(subject, '2021-12-15').map((one) => one.split(':')[0]);
    expect(names).toContain(has);
    expect(names).not.toContain(hasNot);
  });

  it('leave out an award without a level of that day', () => {
    const { awards } = plan;
    const only = {
      ...awards,
      forms: [{ ...awards.forms[0], code: 'x', name: { vi: 'X', en: 'X' }, levels: ['district'] }],
    };
    const on = (day: string) =>
      listAwards({ awards: only }, { subject: 'individual', day }).map(({ code }) => code);
    expect(on('2025-06-30')).toContain('x');
    expect(on('2025-07-01')).not.toContain('x');
  });

  it('are forms or titles, named by their codes, also by one that is gone', () => {
    expect(findAwardKind(plan, 'merit')).toBe('form');
    expect(findAwardKind(plan, 'base-fighter')).toBe('title');
    expect(findAwardKind(plan, 'gone')).toBeUndefined();
    expect(nameAward(plan, 'vi', 'merit')).toBe('Giấy khen');
    expect(nameAward(plan, 'en', 'gone')).toBe('gone');
    expect(nameAwardLevel(plan, 'vi', 'district')).toBe('Cấp huyện');
    expect(nameAwardLevel(plan, 'vi', 'moon')).toBe('moon');
  });
});
