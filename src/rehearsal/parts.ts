import type { RehearsalParts } from '../channels/web/channel.ts';
import { createPlainView } from './plain-view/view.ts';
import { addRehearsalRoutes } from './routes.ts';

/** The rehearsal's code for the web chat: the view without buttons, and its routes. */
export const rehearsalParts: RehearsalParts = { view: createPlainView, routes: addRehearsalRoutes };
