import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const none: readonly Kind[] = [];

/** Registering for a community session, by anyone, and the list of its staff at the door. */
export const guestRoutes = [
  get('/meetings/:id/registration', kinds, { at: { id: 'community' } }),
  // Any other meeting takes no registrations.
  get('/meetings/:id/registration', none, { at: { id: 'posted' }, visitors: 404 }),
  post('/meetings/:id/registration', kinds, { at: { id: 'community' }, fields: { key: 'new', name: 'Ada', party: '3', email: '' } }),
  post('/meetings/:id/registration', none, { at: { id: 'posted' }, visitors: 404 }),
  get('/meetings/:id/registration/sent', kinds, { at: { id: 'community' } }),
  get('/meetings/:id/registration/sent', none, { at: { id: 'posted' }, visitors: 404 }),
  get('/registrations/:token', kinds, { at: { token: 'guestToken' } }),
  get('/registrations/:token', none, { visitors: 404 }),
  post('/registrations/:token', kinds, { at: { token: 'guestToken' } }),
  post('/registrations/:token', none, { visitors: 404 }),
  get('/meetings/:id/guests', ['staff'], { at: { id: 'community' } }),
  get('/meetings/:id/guests', none, { at: { id: 'posted' } }),
  post('/meetings/:id/guests/places', ['staff'], { at: { id: 'community' }, fields: { places: '6', version: '0' } }),
  ...['arrival', 'removal'].map((step) =>
    post(`/meetings/:id/guests/:guest/${step}`, ['staff'], { at: { id: 'community', guest: 'guest' }, fields: { arrival: 'here' } }),
  ),
];
