import { type Config, readConfig } from './config.ts';
import { readEnvFile } from './env-file.ts';

/**
 * Reads the settings of this process from its environment and from `.env` in the current folder.
 * The environment has precedence. Other names in the file (a proxy, a time zone) become part of the
 * environment. Throws `ConfigError` with one line per mistake.
 */
export function loadSettings(): Config {
  const file = readEnvFile('.env');
  for (const [name, value] of Object.entries(file)) process.env[name] ??= value;
  return readConfig(process.env, new Set(Object.keys(file)));
}
