import type { FilingEvent, FilingView } from '../../../duties/filing.ts';
import { documentName } from '../../../duties/say.ts';
import { formatDate, formatInstant } from '../../../plan/calendar.ts';
import { dueOf, isLate } from '../../../plan/due.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { type House, planOf } from '../../core/house.ts';

/** The language of the speaker, and the plan. */
type Sayer = Pick<BotContext, 't' | 'html' | 'locale'> & { house: Pick<House, 'plan' | 'plans'> };

/** Names of files shown of one version. */
const filesNamed = 10;

/** Writes the duty and the unit of a document (HTML): `Kế hoạch triển khai – Xã Glar`. */
export function documentTitle(by: Sayer, filing: FilingView): string {
  return by.html('document-title', {
    duty: documentName(planOf(by.house, filing), by.locale, filing),
    unit: filing.unitName,
  });
}

/** Writes one version of a document (HTML): who handed it in, when, its state, its files. */
export function versionText(by: Sayer, filing: FilingView, firstAt: Date): string {
  const { plan } = by.house;
  const files = filing.files.slice(0, filesNamed).map(({ name }) => shorten(name, 60));
  const more = filing.files.length - files.length;
  return [
    by.html('document-version', {
      version: filing.version,
      versions: filing.versions,
      status: by.t(statusKeys[filing.status]),
    }),
    by.html(filing.onBehalf ? 'document-filed-behalf' : 'document-filed', {
      who: filing.filedBy ?? '–',
      when: formatInstant(filing.filedAt, plan.zone),
      unit: filing.unitName,
    }),
    ...lateness(by, filing, firstAt),
    filing.nilReason === null
      ? by.html('document-files', {
          n: filing.files.length,
          names: files.join('”, “') + (more > 0 ? ` … (+${more})` : ''),
        })
      : by.html('annual-nil-why', { reason: shorten(filing.nilReason, 1000) }),
  ].join('\n');
}

const statusKeys = {
  submitted: 'document-status-submitted',
  accepted: 'document-status-accepted',
  returned: 'document-status-returned',
} as const satisfies Record<FilingView['status'], string>;

/**
 * Lateness counts from the first version; a version after the due to one in time is *bổ sung sau
 * hạn*.
 */
function lateness(by: Sayer, filing: FilingView, firstAt: Date): string[] {
  const due = dueOf(planOf(by.house, filing), filing.duty, filing.occurrence, filing.unitId);
  if (!due || !isLate(due, filing.filedAt)) return [];
  const day = formatDate(due.lastDay);
  return [by.html(isLate(due, firstAt) ? 'document-late' : 'document-supplement', { day })];
}

/** Writes the history of a version (HTML), one line for each event. */
export function historyText(by: Sayer, events: FilingEvent[]): string[] {
  return events.map(({ at, who, channel, action, reason }) => {
    const args = {
      who: who ?? '–',
      when: formatInstant(at, by.house.plan.zone),
      channel: by.t(`channel-${channel}`),
      reason: shorten(reason ?? '', 300),
    };
    return by.html(historyKeys[action], args);
  });
}

const historyKeys = {
  submit: 'document-history-submit',
  accept: 'document-history-accept',
  return: 'document-history-return',
  reopen: 'document-history-reopen',
} as const satisfies Record<FilingEvent['action'], string>;
