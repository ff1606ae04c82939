import { Router } from 'express';
import type { Deps } from '../../deps';
import { sitemapRoutes } from './sitemap.routes';

/** The public record for programs: what there is to find, and the record as data. */
export function openDataRoutes(deps: Deps): Router {
  return Router().use(sitemapRoutes(deps));
}
