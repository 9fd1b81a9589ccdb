import type { Pool } from 'pg';
import { signingKey } from '../store/setting.ts';

/** Reads the key that signs links. */
export const linkKey = (pool: Pool) => signingKey(pool, 'link-key');
