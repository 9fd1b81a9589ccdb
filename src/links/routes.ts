import type { FastifyInstance } from 'fastify';
import type { Accept } from '../jobs/inbound.ts';
import { fileRoute } from './file-route.ts';
import { assetRoutes } from './html-page.ts';
import type { Links } from './links.ts';
import type { UploadDeps } from './receive-upload.ts';
import { uploadRoutes } from './upload-route.ts';

/** Everything that signed links lead to. */
export function linkRoutes(http: FastifyInstance, links: Links, deps: UploadDeps, accept: Accept): void {
  assetRoutes(http);
  fileRoute(http, links, deps.files);
  uploadRoutes(http, links, deps, accept);
}
