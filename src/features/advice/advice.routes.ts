import { Router } from 'express';
import type { Deps } from '../../deps';
import { clockRoutes } from './clock.routes';
import { memberAdviceRoutes } from './member.routes';
import { publicAdviceRoutes } from './public.routes';
import { staffAdviceRoutes } from './staff.routes';

/** Advice from the first draft to the public answer. Members' pages come first: `/:slug/advice` would take `/me/advice`. */
export const adviceRoutes = (deps: Deps): Router =>
  Router().use(clockRoutes(deps), memberAdviceRoutes(deps), publicAdviceRoutes(deps), staffAdviceRoutes(deps));
