import { exemplarById } from '../../exemplars/exemplar.ts';
import { fitsLength, lengthOf, normalise } from '../../text/normalise.ts';
import { shorten } from '../../text/shorten.ts';
import type { AnswerKind, Option, Scene } from '../forms/form.ts';
import { textAnswer } from '../forms/kinds/text.ts';

/** Limits of the length of the grounds of a proposal or a nomination. */
export const groundsLength = { min: 20, max: 2000 };

/**
 * Creates the answer that gives the grounds for an exemplar (Plan 101, IV.3): words, or the
 * exemplar's summary. `key`: the name of the answer among those of the draft. `options` adds
 * buttons that act.
 */
export function groundsAnswer<Subject>(of: {
  exemplarId(scene: Scene<Subject>): number;
  key(scene: Scene<Subject>): string;
  options?(scene: Scene<Subject>): Option[];
}): AnswerKind<string, Subject> {
  return textAnswer({
    read: (text, s: Scene<Subject>) => {
      const value = normalise(text);
      if (fitsLength(value, groundsLength)) return { ok: true, value };
      const example = s.t('annual-grounds-example');
      return {
        ok: false,
        say: s.html('annual-grounds-length', { ...groundsLength, have: lengthOf(value), example }),
      };
    },
    options: (s) => [
      {
        value: 'summary',
        label: s.t('annual-grounds-summary'),
        act: async () => {
          const exemplar = await exemplarById(s.house.db.pool, of.exemplarId(s));
          return { set: { [of.key(s)]: shorten(exemplar?.summary ?? '', groundsLength.max) } };
        },
      },
      ...(of.options?.(s) ?? []),
    ],
  });
}
