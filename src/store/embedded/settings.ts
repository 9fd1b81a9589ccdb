/**
 * Written into postgresql.conf when the database is made, for a machine with 2 cores that also runs
 * the app. An administrator may change them there. fsync and synchronous_commit stay on: an
 * acknowledged update must survive a power cut.
 */
export const tuning: Record<string, string> = {
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  min_wal_size: '80MB',
  checkpoint_timeout: '15min',
  // Queries are short: compiling them or running them in parallel does not pay.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  timezone: 'UTC',
};

/**
 * Returns the settings given at every start, which must not be changed. The log holds the server's
 * own events but no statement, parameter or error of a query, because those quote people's data.
 */
export function buildFixedSettings(port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
  };
}
