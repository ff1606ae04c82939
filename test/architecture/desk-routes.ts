import type { Kind } from '../support/district/people';
import { get, post } from './route-promise';

const arrange: readonly Kind[] = ['staff', 'administrator'];
const list = '/staff/cycles/:code/:slug/applications';

/** What staff do with a list, beside reading it. */
export const deskPages = [
  get('/staff/cycles/:code/applications', ['administrator'], { denied: 403 }),
  get('/staff/cycles/:code/:slug/applications', arrange, { denied: 403 }),
  get('/staff/cycles/:code/:slug/applications', ['otherStaff', 'administrator'], { at: { slug: 'south' }, denied: 403 }),
  get('/staff/applications/:ref', arrange, { at: { ref: 'ref' } }),
  get('/staff/applications/:ref', ['otherStaff', 'administrator'], { at: { ref: 'otherRef' } }),
  get(`${list}/views`, arrange, { denied: 403 }),
  post(`${list}/views`, arrange, { denied: 403, fields: { name: 'Mine', query: 'q=ana' } }),
  post(`${list}/views/:id`, ['staff'], { at: { id: 'savedView' }, fields: { name: 'Mine' } }),
  post(`${list}/views/:id/removal`, ['staff'], { at: { id: 'savedView' } }),
  get(`${list}/bulk`, arrange, { denied: 403, at: { query: 'action=export&every=1' } }),
  post(`${list}/bulk/check`, arrange, { denied: 403, fields: { action: 'unlabel', every: '1', label: 'none' } }),
  post(`${list}/bulk/run`, arrange, { denied: 403, fields: { action: 'suspect', every: '1', run: 'run', seal: 'none' } }),
  post('/staff/applications/:ref/:slug/notes', ['staff'], { at: { ref: 'ref' }, fields: { text: 'A note' } }),
  post('/staff/applications/:ref/notes/:id/removal', ['staff'], { at: { ref: 'ref', id: 'staffNote' } }),
  get(`${list}/duplicates`, arrange, { denied: 403 }),
  get('/staff/applications/:ref/merge/:other', arrange, { at: { ref: 'ref', other: 'secondRef' } }),
  post('/staff/applications/:ref/merge/:other', arrange, { at: { ref: 'ref', other: 'secondRef' }, fields: { answers: 'kept' } }),
  post('/staff/applications/:ref/different/:other', arrange, { at: { ref: 'ref', other: 'secondRef' } }),
  get('/staff/applications/:ref/packet', arrange, { at: { ref: 'ref' } }),
  get('/staff/applications/:ref/packet.pdf', arrange, { at: { ref: 'ref' } }),
  get('/staff/cycles/:code/:slug/slate/packet', ['staff', 'approver', 'administrator']),
  get('/staff/cycles/:code/:slug/slate/packet.pdf', ['staff', 'approver', 'administrator']),
];
