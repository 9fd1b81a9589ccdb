import { type Sending, sendAs } from '../../../channels/sending.ts';
import { mostUnsureCopies } from '../../../jobs/sent-record.ts';
import { isUnsure } from '../../core/send-once.ts';

/** Sends a file of a report, unless an earlier attempt did. It has one name over all attempts. */
export type SendFileOnce = (name: string, send: () => Promise<void>) => Promise<void>;

/**
 * Remembers over all attempts which files of a report arrived. Each is a message of its own, so
 * that a channel that counts messages never takes one file for another. Without an answer a file
 * may have arrived: it is sent once more at most.
 */
export function createFilesOnce(key: string): SendFileOnce {
  const files = new Map<string, { sending: Sending; arrived: boolean; unsure: number }>();
  return async (name, send) => {
    const file = files.get(name) ?? {
      ...{ sending: { key: `${key}/${name}`, progress: [] }, arrived: false, unsure: 0 },
    };
    files.set(name, file);
    if (file.arrived) return;
    try {
      await sendAs(file.sending, send);
    } catch (error) {
      if (isUnsure(error)) file.unsure += 1;
      if (!isUnsure(error) || file.unsure < mostUnsureCopies) throw error;
    }
    file.arrived = true;
  };
}
