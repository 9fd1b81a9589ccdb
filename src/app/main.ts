import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Compiled modules are kept next to the packages that they come from, so who may write there is who
// could change the program anyway. A start takes half as long; where nothing can be written it
// only takes longer. Enabled before any other module is loaded: all of them are behind `run.ts`.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'dien-hinh'));
await import('./run.ts');
