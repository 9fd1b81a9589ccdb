import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { visibleUnits } from '../../../people/rights.ts';
import { formData, ops } from '../../forms/buttons.ts';
import type { Reply, Scene } from '../../forms/form.ts';
import { exemplarFilesOf } from '../exemplar-presses.ts';
import { exemplarText } from '../exemplar-text.ts';

/** A similar exemplar as the draft keeps it. */
export interface SimilarLine {
  id?: number;
  code: string;
  name: string;
  unit: string;
  status: string;
}

/** Room for the whole text of all similar exemplars together. */
const room = 3900;

/**
 * Shows the exemplars that a name is much like. Those that the person may see stand there whole,
 * with their files; of other units' no more than code, name, unit and status (domain, "Who may do
 * what").
 */
export async function similarReply(s: Scene, similar: SimilarLine[]): Promise<Reply> {
  const units = visibleUnits(s.person);
  const found = await Promise.all(similar.map((line) => exemplarOf(s, line)));
  const open = found.filter((e) => e !== undefined && (units === 'all' || units.includes(e.unitId)));
  const each = Math.floor(room / Math.max(1, similar.length));
  const text = similar.map((line, i) => {
    const exemplar = found[i];
    return exemplar && open.includes(exemplar)
      ? exemplarText(s, exemplar, room - each)
      : s.html('register-duplicate-line', { ...line, status: s.t(`status-${line.status}`) });
  });
  return {
    text: text.join('\n\n'),
    buttons: [
      ...open.flatMap((e) =>
        e && e.files > 0
          ? [
              [
                {
                  text: s.t('register-duplicate-files', { code: e.code, n: e.files }),
                  callback_data: exemplarFilesOf.data(e.id),
                },
              ],
            ]
          : [],
      ),
      // The way on stands under what was read, too.
      [
        {
          text: s.t('register-duplicate-register'),
          callback_data: formData(s.draft.id, 'duplicate', ops.choose, 'register'),
        },
        {
          text: s.t('register-duplicate-drop'),
          callback_data: formData(s.draft.id, 'duplicate', ops.choose, 'drop'),
        },
      ],
    ],
  };
}

async function exemplarOf(s: Scene, { id }: SimilarLine): Promise<Exemplar | undefined> {
  return id === undefined ? undefined : exemplarById(s.house.db.pool, id);
}
