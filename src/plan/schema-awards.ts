import { z } from 'zod';
import { bilingual, bilingualLabel, code, daysInForce, endsInOrder, whole } from './schema-values.ts';

const award = z
  .strictObject(
    {
      code,
      name: bilingualLabel,
      levels: z.array(code, 'needs a list of levels').min(1, 'needs at least one level'),
      subject: z.literal(['collective', 'individual'], 'needs collective or individual').optional(),
      ...daysInForce,
    },
    'needs { code: …, name: { vi: …, en: … }, levels: [ … ] }; subject, from and until may be left out',
  )
  .refine(endsInOrder, 'ends before it begins');

/** The awards that units may propose. */
export const awards = z.strictObject(
  {
    levels: z.array(
      z
        .strictObject(
          { code, name: bilingualLabel, ...daysInForce },
          'needs { code: …, name: { vi: …, en: … } }; from and until may be left out',
        )
        .refine(endsInOrder, 'ends before it begins'),
      'needs a list of levels',
    ),
    forms: z.array(award, 'needs a list of forms').default([]),
    titles: z.array(award, 'needs a list of titles').default([]),
  },
  'needs levels, forms and titles',
);

const points = whole(0, 1000);

/** The conference, and the points of its ranking. */
export const conference = z.strictObject(
  {
    name: bilingual,
    delegates: whole(1, 10_000).optional(),
    weights: z.strictObject(
      {
        yearKept: points,
        replication: points,
        award: z.union(
          [points, z.record(code, points)],
          'needs whole points for every award, or by level, such as { district: 2, province: 4 }',
        ),
        directLabour: points,
        difficultArea: points,
      },
      'needs yearKept, replication, award, directLabour, difficultArea',
    ),
  },
  'needs name and weights; delegates may be left out',
);
