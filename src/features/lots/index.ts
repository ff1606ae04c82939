export { lotMachine, type Lot } from './lot';
export type { Tie } from './lot.actions';
export { lotPaths } from './lot.paths';
export { listDraws, listLots } from './lot.queries';
export { lotRoutes, type TiesAt } from './lots.routes';
