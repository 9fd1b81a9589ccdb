import type { FastifyInstance } from 'fastify';
import type { Locale } from '../i18n.ts';
import type { Accept } from '../jobs/inbound.ts';
import { addFileRoute } from './file-route.ts';
import { addAssetRoutes, createPageSender } from './html-page.ts';
import type { Links } from './links.ts';
import type { UploadDeps } from './receive-upload.ts';
import { addUploadRoutes } from './upload-route.ts';

/** The dependencies of the links' pages: those of uploads, and the office's name. */
export interface LinkDeps extends UploadDeps {
  office(locale: Locale): string;
}

/** Adds the routes of all signed links. */
export function addLinkRoutes(http: FastifyInstance, links: Links, deps: LinkDeps, accept: Accept): void {
  const send = createPageSender(deps.office);
  addAssetRoutes(http, send);
  addFileRoute(http, links, deps.files, send);
  addUploadRoutes(http, links, { ...deps, send }, accept);
}
