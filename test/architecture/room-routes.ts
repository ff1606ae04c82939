import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const run: readonly Kind[] = ['officer', 'staff', 'administrator'];
const live = { id: 'live' };

/** The screens in the room of a meeting, and the devices that open one of them by their own address. */
export const roomRoutes = [
  ...['projector', 'chair', 'devices'].map((page) => get(`/meetings/:id/session/${page}`, run, { at: live, denied: 403 })),
  post('/meetings/:id/session/devices', run, { at: live, denied: 403, fields: { kind: 'projector' } }),
  post('/meetings/:id/session/devices/:device/revocation', run, { at: { ...live, device: 'device' }, denied: 403 }),
  get('/room/:token', kinds, { at: { token: 'deviceToken' } }),
  get('/room/:token', [], { visitors: 404 }),
  get('/room/:token/code', kinds, { at: { token: 'deviceToken' } }),
  post('/room/:token/arrival', [], { visitors: 404 }),
  get('/meetings/:id/here', ['member', 'author', 'officer'], { at: live, denied: 403 }),
  post('/meetings/:id/here', ['member', 'author', 'officer'], { at: live, denied: 403 }),
  get('/meetings/:id/here/code', kinds, { at: live }),
];
