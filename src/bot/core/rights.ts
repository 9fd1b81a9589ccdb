import type { KnownPerson } from '../../people/known-person.ts';
import { holds } from '../../people/roles.ts';
import type { Command } from './context.ts';

/** Whether this person may use this command. */
export function mayUse(person: KnownPerson | null, command: Command): boolean {
  if (command.roles === 'all') return true;
  if (command.roles === 'joined') return person !== null;
  return holds(person, ...command.roles);
}
