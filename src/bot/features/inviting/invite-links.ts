import { type Locale, t } from '../../../i18n.ts';
import { showCode } from '../../../people/code.ts';
import type { House } from '../../core/house.ts';

/**
 * Lists lines such as `Telegram: https://…`, which open each channel, with the code where a link
 * can include it.
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
