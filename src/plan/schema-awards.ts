import { z } from 'zod';
import { tellMistake } from './mistake.ts';
import { bilingual, bilingualLabel, code, daysInForce, endsInOrder, whole } from './schema-values.ts';

const award = z
  .strictObject(
    {
      code,
      name: bilingualLabel,
      levels: z.array(code, tellMistake('file-list-levels')).min(1, tellMistake('file-one-level-at-least')),
      subject: z.literal(['collective', 'individual'], tellMistake('file-subject')).optional(),
      ...daysInForce,
    },
    tellMistake('file-form-award', { form: '{ code: …, name: { vi: …, en: … }, levels: [ … ] }' }),
  )
  .refine(endsInOrder, tellMistake('file-ends-early'));

/** The awards that units may propose. */
export const awards = z.strictObject(
  {
    levels: z.array(
      z
        .strictObject(
          { code, name: bilingualLabel, ...daysInForce },
          tellMistake('file-form-left-out', { form: '{ code: …, name: { vi: …, en: … } }' }),
        )
        .refine(endsInOrder, tellMistake('file-ends-early')),
      tellMistake('file-list-levels'),
    ),
    forms: z.array(award, tellMistake('file-list-forms')).default([]),
    titles: z.array(award, tellMistake('file-list-titles')).default([]),
  },
  tellMistake('file-awards-keys'),
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
          tellMistake('file-award-points', { form: '{ district: 2, province: 4 }' }),
        ),
        directLabour: points,
        difficultArea: points,
      },
      tellMistake('file-weights-keys'),
    ),
  },
  tellMistake('file-conference-keys'),
);
