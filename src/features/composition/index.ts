export { dimensions, noGroup, type Dimension, type GroupNames, type Member, type Whereabouts } from './composition';
export { compositionPaths } from './composition.paths';
export { findTargets, listWhereabouts, saveTargets } from './composition.queries';
export { compositionView, targetsMet, type CompositionTable } from './composition.views';
export { shownGroups } from './small-groups';
export { anyOne, countsFor, standingsOf, stateOf, type Target, type TargetStanding } from './target';
export { compositionRoutes } from './target.routes';
