import type { House } from '../bot/core/house.ts';
import { sayRefusal } from '../bot/core/refusal.ts';
import { createWords } from '../bot/core/words.ts';
import type { Channel } from '../channels/channel.ts';
import { readBurstMs, type SharedSends } from '../channels/send-gate.ts';
import { createSendLeases } from '../channels/send-leases.ts';
import { readWindowSize } from '../channels/send-window.ts';
import { createTelegramChannel } from '../channels/telegram/channel.ts';
import { type SendLimits, telegramLimits } from '../channels/telegram/limits.ts';
import { createWebChannel, type Rehearsal } from '../channels/web/channel.ts';
import { createZaloChannel, zaloLimits } from '../channels/zalo/channel.ts';
import type { Config } from '../config/config.ts';
import type { DomainError } from '../errors.ts';
import type { Locale } from '../i18n.ts';
import type { Links } from '../links/links.ts';
import { rehearsalParts } from '../rehearsal/parts.ts';

/** Opens the configured channels: the messengers with a token, and always the web chat. */
export function openChannels(
  house: Pick<House, 'db' | 'plans' | 'clock' | 'files' | 'log'>,
  config: Config,
  options: {
    links: Links | undefined;
    /** The additions of the rehearsal to the web chat; undefined: people sign in there. */
    rehearsal: Rehearsal | undefined;
    /** For tests: limits of this process alone. */
    limits?: SendLimits;
    zaloPollSeconds?: number;
  },
): Channel[] {
  const { db, plans, clock, files, log } = house;
  const { links, rehearsal, limits } = options;
  const channels: Channel[] = [];
  const share = (channel: string, own: SendLimits): SharedSends | undefined =>
    limits
      ? undefined
      : {
          lease: createSendLeases({
            pool: db.pool,
            channel,
            size: readWindowSize(own.all),
            keepMs: readBurstMs(own),
          }),
          log,
        };
  if (config.telegram) {
    const { publicUrl } = config;
    const shared = share('telegram', telegramLimits);
    channels.push(createTelegramChannel({ ...config.telegram, publicUrl, limits, shared, log }));
  }
  if (config.zalo && links) {
    const own = { ...zaloLimits, all: config.zalo.sends };
    channels.push(
      createZaloChannel({
        ...config.zalo,
        limits: limits ?? own,
        shared: share('zalo', own),
        pollSeconds: options.zaloPollSeconds,
        db,
        files,
        links,
        clock,
        log,
      }),
    );
  }
  const names = (locale: Locale) => ({
    office: plans.leading().bodies.office[locale],
    committee: plans.leading().bodies.committee[locale],
  });
  const web = { db, files, clock, log, names };
  const signIn = {
    publicUrl: config.publicUrl,
    // Plain words: the page shows them as they are.
    say: (error: DomainError, locale: Locale) =>
      sayRefusal(
        { house: { plan: plans.leading(), plans }, html: createWords(plans.leading(), locale).t },
        error,
      ),
  };
  channels.push(
    createWebChannel(
      rehearsal ? { ...web, rehearsal: { ...rehearsal, ...rehearsalParts } } : { ...web, signIn },
    ),
  );
  return channels;
}
