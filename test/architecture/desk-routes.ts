import type { Kind } from '../support/district/people';
import { get, post } from './route-promise';

const arrange: readonly Kind[] = ['staff', 'administrator'];
const list = '/staff/cycles/:code/:slug/applications';

/** What staff do with a list, beside reading it. */
export const deskPages = [
  get(`${list}/views`, arrange, { denied: 403 }),
  post(`${list}/views`, arrange, { denied: 403, fields: { name: 'Mine', query: 'q=ana' } }),
  post(`${list}/views/:id`, ['staff'], { at: { id: 'savedView' }, fields: { name: 'Mine' } }),
  post(`${list}/views/:id/removal`, ['staff'], { at: { id: 'savedView' } }),
];
