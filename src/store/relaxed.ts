/**
 * In a statement's select list: its commit does not wait for the disk. For what a later commit of
 * the same turn makes durable with it, and what costs nothing when a crash of the database undoes
 * it, since the update is then handled again.
 */
export const relaxed = `set_config('synchronous_commit', 'off', true)`;
