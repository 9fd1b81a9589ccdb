import { type Locale, t } from '../../i18n.ts';
import { showCode } from '../../people/code.ts';
import type { House } from '../core/house.ts';

/**
 * Lines such as `Telegram: https://…`: what opens each channel, with the code in hand where a link
 * can bring it along.
 */
export async function inviteLinks(house: House, code: string, locale: Locale): Promise<string[]> {
  const links = await Promise.all(
    house.channels.map(async (channel) => {
      const link = await channel.inviteLink?.(showCode(code));
      return link === undefined ? [] : [`${t(locale, `channel-${channel.name}`)}: ${link}`];
    }),
  );
  return links.flat();
}
