import { DomainError } from '../../errors.ts';
import type { BotContext } from './context.ts';

/** A person who acts, and the channel. */
export interface Acting {
  personId: number;
  channel: string;
}

/** Returns the person who acts. Throws `not-joined` before they have joined. */
export function actorOf({ person, turn }: Pick<BotContext, 'person' | 'turn'>): Acting {
  if (!person) throw new DomainError('not-joined');
  return { personId: person.id, channel: turn.channel };
}
