import { exemplarById } from '../../../exemplars/exemplar.ts';
import type { ExemplarLine } from '../../../exemplars/list.ts';
import { listVisibleUnits } from '../../../people/rights.ts';
import { formData, ops } from '../../forms/buttons.ts';
import type { Reply, Scene } from '../../forms/form.ts';
import { exemplarFilesOf } from '../exemplars/exemplar-presses.ts';
import { exemplarText } from '../exemplars/exemplar-text.ts';

/** Room for the whole text of all similar exemplars together. */
const room = 3900;

/**
 * Shows the exemplars with a similar name. Those that the person may see are shown whole, with
 * their files; of other units' only code, name, unit and status (domain, "Who may do what").
 */
export async function similarReply(s: Scene, similar: ExemplarLine[]): Promise<Reply> {
  const units = listVisibleUnits(s.person);
  const found = await Promise.all(similar.map(({ id }) => exemplarById(s.house.db.pool, id)));
  const open = found.filter((e) => e !== undefined && (units === 'all' || units.includes(e.unitId)));
  const each = Math.floor(room / Math.max(1, similar.length));
  const lines = similar.map(async ({ code, name, unitName: unit, status }, i) => {
    const exemplar = found[i];
    return exemplar && open.includes(exemplar)
      ? exemplarText(s, exemplar, room - each)
      : s.html('register-duplicate-line', { code, name, unit, status: s.t(`status-${status}`) });
  });
  return {
    text: (await Promise.all(lines)).join('\n\n'),
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
      // The button to continue is under the shown text, too.
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
