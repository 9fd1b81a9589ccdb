import { showCode } from '../people/code.ts';
import type { House } from './house.ts';

/** Links that open each channel with the code in hand, where a channel has such links. */
export async function inviteLinks(house: House, code: string): Promise<string[]> {
  const links = await Promise.all(house.channels.map((channel) => channel.inviteLink?.(showCode(code))));
  return links.filter((link) => link !== undefined);
}
