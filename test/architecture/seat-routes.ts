import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const arrange: readonly Kind[] = ['staff', 'administrator'];
const signedIn = kinds.filter((kind) => kind !== 'visitor');
const one = { at: { id: 'membership' } } as const;
const change = { at: { id: 'membership' }, forbidden: ['approver'] } as const;
const term = { starts_on: '2031-01-01', ends_on: '2032-12-31' };

/** Seats, memberships and offices. */
export const seatRoutes = [
  get('/staff/:slug/seats', [...arrange, 'approver']),
  get('/staff/:slug/offices', [...arrange, 'approver']),
  post('/staff/:slug/office', arrange, {
    forbidden: ['approver'],
    fields: { office: 'chair', member: '{membership}', starts_on: '2026-12-01' },
  }),
  get('/staff/memberships/:id', [...arrange, 'approver'], { at: { id: 'membership' } }),
  post('/staff/memberships/:id/ending', arrange, {
    at: { id: 'membership' },
    forbidden: ['approver'],
    fields: { reason: 'resigned', last_day: '2026-12-01', version: '1' },
  }),
  post('/staff/memberships/:id/ending/taken-back', arrange, { ...change, fields: { version: '9' } }),
  get('/staff/memberships/:id/leave', [...arrange, 'approver'], one),
  post('/staff/memberships/:id/leave', arrange, { ...change, fields: { starts_on: '2026-12-01' } }),
  post('/staff/memberships/:id/leaves/:leave/end', arrange, { ...change, at: { id: 'membership', leave: 'none' } }),
  get('/staff/memberships/:id/next-term', arrange, change),
  post('/staff/memberships/:id/next-term', arrange, { ...change, fields: term }),
  get('/staff/memberships/:id/move', arrange, change),
  post('/staff/memberships/:id/move', arrange, change),
  get('/staff/:slug/seat-plan', [...arrange, 'approver']),
  get('/staff/:slug/seat-plan/new', arrange, { forbidden: ['approver'] }),
  post('/staff/:slug/seat-plan/new', arrange, { forbidden: ['approver'] }),
  get('/staff/seats/:id', arrange, { at: { id: 'seat' }, forbidden: ['approver'] }),
  post('/staff/seats/:id', arrange, { at: { id: 'seat' }, forbidden: ['approver'] }),
  get('/staff/:slug/settings', [...arrange, 'approver']),
  post('/staff/:slug/settings', ['administrator'], { forbidden: ['staff', 'approver'] }),
  get('/vacancies', kinds),
  get('/:c/vacancies', kinds),
  get('/staff/:slug/forecast', [...arrange, 'approver']),
  get('/staff/:slug/forecast.csv', [...arrange, 'approver']),
  get('/admin/imports/files', ['administrator']),
  post('/admin/imports/files', ['administrator']),
  get('/admin/imports/roster-template.csv', ['administrator']),
  get('/admin/imports/files/:id', [], { at: { id: 'none' } }),
  post('/admin/imports/files/:id/taking', [], { at: { id: 'none' } }),
  get('/admin/imports/files/:id/errors.csv', [], { at: { id: 'none' } }),
  get('/me/data', signedIn),
  get('/me/export.json', signedIn),
  post('/me/erasure', signedIn),
  get('/admin/rights', ['administrator']),
  post('/admin/rights/asking', ['administrator']),
  get('/admin/rights/:id', [], { at: { id: 'none' } }),
  post('/admin/rights/:id/erasure', [], { at: { id: 'none' } }),
  post('/admin/rights/:id/refusal', [], { at: { id: 'none' }, fields: { words: 'No.', version: '1' } }),
  get('/admin/retention', ['administrator']),
  post('/admin/retention/runs', ['administrator']),
  post('/admin/retention/holds', ['administrator'], { fields: { reason: 'A claim' } }),
  post('/admin/retention/holds/:id/end', ['administrator'], { at: { id: 'none' } }),
  get('/me/resignation', signedIn),
  get('/me/seats/:id/resignation', ['newcomer'], one),
  post('/me/seats/:id/resignation', ['newcomer'], one),
];
