import type { Kind } from '../support/district/people';
import { get, post } from './route-promise';

const administrators: readonly Kind[] = ['administrator'];
const seeCycles: readonly Kind[] = ['staff', 'approver', 'otherStaff', 'otherApprover', 'administrator'];

/** Cycles: administrators own them, staff own the seats of their collaborative; reports for both. */
export const cycleRoutes = [
  get('/staff/cycles', seeCycles, { denied: 403 }),
  get('/staff/cycles/new', administrators, { denied: 403 }),
  post('/staff/cycles', administrators, { denied: 403 }),
  get('/staff/cycles/:code', seeCycles),
  get('/staff/cycles/:code/edit', administrators, { forbidden: seeCycles }),
  post('/staff/cycles/:code/dates', administrators, { forbidden: seeCycles }),
  get('/staff/cycles/:code/settings', seeCycles),
  post('/staff/cycles/:code/settings', administrators, { forbidden: seeCycles }),
  post('/staff/cycles/:code/step', administrators, { forbidden: seeCycles }),
  get('/staff/cycles/:code/:slug/seats', ['staff', 'approver', 'administrator']),
  post('/staff/cycles/:code/:slug/seats', ['staff', 'administrator'], { forbidden: ['approver'], fields: { reason: 'Fewer.' } }),
  get('/cycles/:code/statistics', [], { visitors: 404 }),
  get('/staff/cycles/:code/reports', seeCycles),
  get('/staff/cycles/:code/reports.csv', seeCycles),
  get('/staff/cycles/:code/opening', seeCycles),
  get('/staff/cycles/:code/letters', seeCycles),
  post('/staff/cycles/:code/opening/tick', administrators, { forbidden: seeCycles, fields: { item: 'rubric' } }),
  post('/staff/cycles/:code/scheduling', administrators, { forbidden: seeCycles, fields: { reason: 'Now.' } }),
  get('/staff/cycles/:code/cancellation', administrators, { forbidden: seeCycles }),
  post('/staff/cycles/:code/cancellation', administrators, { forbidden: seeCycles }),
];
