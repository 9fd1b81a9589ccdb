import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As `app/main.ts` does, which a thread does not inherit: it starts in half of the processor time.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'dien-hinh'));
await import('./take-orders.ts');
