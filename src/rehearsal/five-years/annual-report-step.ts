import { fillByCommand, pickOption, pressDone, pressKeep, typeWords } from './fill-form.ts';
import type { ScriptStep } from './step.ts';

const spreadTo = ['Hai làng bên cạnh', 'Xã Trang và xã A Dơk', 'Bốn làng trong xã', 'Chi hội các thôn'];
const difficulties = ['Thiếu kinh phí mua nhạc cụ.', 'Giá vật tư tăng, thiếu vốn vay ưu đãi.'];

/**
 * A liaison writes and sends the annual report. Most exemplars are as the year before, some grew,
 * one declined; the `proposed`-th of the list is proposed for an award.
 */
export const reportYear = (unit: string, year: number, proposed = 1): ScriptStep => ({
  name: `report ${unit} ${year}`,
  who: { role: 'liaison', unit },
  run: (chat) =>
    fillByCommand(chat, `/baocaonam ${year}`, {
      result: (times) => [resultOf(year, times)],
      spreadTo: (times) => [typeWords(spreadTo[(times + year) % spreadTo.length] ?? '')],
      spreadCount: (times) => [typeWords(String(8 + ((times * 5 + year) % 17)))],
      difficulties: (times) => (times === 0 ? [typeWords(difficulties[year % 2] ?? '')] : []),
      awards: [typeWords(String(proposed)), pressDone],
      award: [pickOption('merit')],
      level: [pickOption('district', 'base')],
      grounds: [typeWords(`Phong trào giữ vững, năm ${year} có thêm 24 hộ làm theo, đạt giải cấp huyện.`)],
      results: [pressKeep],
      confirm: [pickOption('send')],
    }),
});

/** In the first year everything is said; later most stays as it was, and the change moves on. */
function resultOf(year: number, times: number) {
  const turn = (times + year) % 5;
  if (turn === 1) return pickOption('spread');
  if (turn === 4 && times > 3) return pickOption('declined');
  return pickOption('before', 'kept');
}
