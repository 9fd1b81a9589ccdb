import type { FastifyInstance } from 'fastify';
import type { Accept } from '../jobs/inbound.ts';
import { addFileRoute } from './file-route.ts';
import { addAssetRoutes } from './html-page.ts';
import type { Links } from './links.ts';
import type { UploadDeps } from './receive-upload.ts';
import { addUploadRoutes } from './upload-route.ts';

/** Adds the routes of all signed links. */
export function addLinkRoutes(http: FastifyInstance, links: Links, deps: UploadDeps, accept: Accept): void {
  addAssetRoutes(http);
  addFileRoute(http, links, deps.files);
  addUploadRoutes(http, links, deps, accept);
}
