import { Router } from 'express';
import type { Deps } from '../../deps';
import { memberAdviceRoutes } from './member.routes';
import { publicAdviceRoutes } from './public.routes';
import { staffAdviceRoutes } from './staff.routes';

/** Advice from the first draft to the public answer. */
export const adviceRoutes = (deps: Deps): Router =>
  Router().use(publicAdviceRoutes(deps), memberAdviceRoutes(deps), staffAdviceRoutes(deps));
