import { readDeliveryHealth } from '../../deliveries/health.ts';
import { listNewestFailures, readInboxHealth } from '../../jobs/inbox.ts';
import { formatInstant } from '../../plan/calendar.ts';
import { canBeDialled } from '../../plan/office-phone.ts';
import { type BackupState, readBackupState } from '../../store/backup/history.ts';
import type { BotContext } from '../core/context.ts';
import type { Feature } from './feature.ts';

/** The feature of /suckhoe: the health of the app, for officers. */
export const healthFeature: Feature = {
  commands: [
    {
      name: 'suckhoe',
      right: 'seeHealth',
      words: { vi: ['sức khỏe hệ thống', 'sức khỏe'], en: ['health'] },
      run: showHealth,
    },
  ],
};

async function showHealth(ctx: BotContext): Promise<void> {
  const { db, channels, clock, plan, clockMoved } = ctx.house;
  const inbox = await readInboxHealth(db.pool);
  const { counts, maybeRepeated } = await readDeliveryHealth(db.prisma);
  const failed = await listNewestFailures(db.pool, 5);
  await ctx.say({
    text: [
      ctx.html('health-clock', { now: formatInstant(clock.now(), plan.zone) }),
      ...(clockMoved ? [ctx.html('health-clock-moved')] : []),
      ctx.html('health-inbox', {
        pending: inbox.pending,
        oldest: Math.round(inbox.oldestSeconds),
        failed: inbox.failed,
      }),
      ...failed.map((r) =>
        ctx.html('health-failed', { id: r.id, channel: r.channel, error: (r.error ?? '').slice(0, 120) }),
      ),
      ctx.html('health-deliveries', {
        pending: counts.pending,
        sent: counts.sent,
        failed: counts.failed,
        blocked: counts.blocked,
      }),
      ...(maybeRepeated > 0 ? [ctx.html('health-maybe-repeated', { n: maybeRepeated })] : []),
      ...(sendsPeopleAstray(ctx) ? [ctx.html('health-no-phone')] : []),
      ...sayBackups(ctx, await readBackupState(db.prisma)),
      ...channels.map((channel) => {
        const trouble = channel.trouble();
        return ctx.html(trouble ? 'health-channel-trouble' : 'health-channel-well', {
          channel: ctx.t(`channel-${channel.name}`),
          trouble: trouble ?? '',
        });
      }),
    ].join('\n'),
  });
}

/** Tells whether the plan has no phone number of the office, or one that cannot be dialled. */
function sendsPeopleAstray({ house: { mode, plan } }: BotContext): boolean {
  const { officePhone } = plan.bodies;
  return mode === 'production' && (officePhone === undefined || !canBeDialled(officePhone));
}

/**
 * In hours. An older nightly backup means that a night was missed; one by hand should be made every
 * week.
 */
const oldest = { nightly: 30, byHand: 7 * 24 };

function sayBackups(ctx: BotContext, { last, failed }: BackupState): string[] {
  const { clock, plan, nightlyBackup } = ctx.house;
  const when = (at: Date) => formatInstant(at, plan.zone);
  const hours = last ? Math.floor((clock.now().getTime() - last.at.getTime()) / 3_600_000) : 0;
  const old = hours > (nightlyBackup ? oldest.nightly : oldest.byHand);
  return [
    last
      ? ctx.html(old ? 'health-backup-old' : 'health-backup', {
          at: when(last.at),
          size: (last.bytes / 1e6).toFixed(1),
          days: Math.floor(hours / 24),
        })
      : ctx.html('health-backup-none'),
    ...(failed ? [ctx.html('health-backup-failed', { at: when(failed.at), error: failed.error })] : []),
    ...(nightlyBackup ? [] : [ctx.html('health-backup-by-hand')]),
  ];
}
