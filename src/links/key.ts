import type { Pool } from 'pg';
import { loadSigningKey } from '../store/setting.ts';

/** Reads the key that signs links. */
export const loadLinkKey = (pool: Pool) => loadSigningKey(pool, 'link-key');
