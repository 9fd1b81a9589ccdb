import type { RehearsalParts } from '../channels/web/channel.ts';
import { plainView } from './plain-view/view.ts';
import { rehearsalRoutes } from './routes.ts';

/** What a rehearsal adds to the web chat in code: the view without buttons, and its routes. */
export const rehearsalParts: RehearsalParts = { view: plainView, routes: rehearsalRoutes };
