/**
 * An expression for a statement's select list: the statement's commit does not wait for the disk.
 * For data that a later commit of the same turn makes durable, and whose loss in a crash costs
 * nothing, since the update is then handled again.
 */
export const asynchronousCommit = `set_config('synchronous_commit', 'off', true)`;
