import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const check: readonly Kind[] = ['staff', 'administrator'];
const run: readonly Kind[] = ['officer', 'staff', 'administrator'];
const none: readonly Kind[] = [];
const live = { id: 'live' };
const turn = { ...live, speaker: 'speaker' };
const posted = { id: 'posted' };
const one = { ...posted, comment: 'comment' };

/** Comments of the public on a meeting, and the desk where staff look for personal data. */
export const commentRoutes = [
  get('/meetings/:id/comment', kinds, { at: posted }),
  get('/meetings/:id/comment', ['officer', 'staff', 'administrator'], { at: { id: 'draftMeeting' }, visitors: 404 }),
  post('/meetings/:id/comment', kinds, { at: posted }),
  get('/meetings/:id/comment/sent', kinds, { at: posted }),
  get('/meetings/:id/comments', check, { at: posted }),
  get('/meetings/:id/comments/:comment', check, { at: one }),
  post('/meetings/:id/comments/:comment/publication', check, { at: one, fields: { version: '1' } }),
  post('/meetings/:id/comments/:comment/hold', check, { at: one, fields: { version: '1', reason: 'contact' } }),
  get('/meetings/:id/speakers', kinds, { at: posted }),
  post('/meetings/:id/speakers', kinds, { at: posted }),
  get('/speakers/:token', none, { visitors: 404 }),
  post('/speakers/:token', none, { visitors: 404 }),
  ...['', '/sheet', '/door'].map((page) => get(`/meetings/:id/session/speakers${page}`, run, { at: live, denied: 403 })),
  post('/meetings/:id/session/speakers', run, { at: live, denied: 403 }),
  ...['call', 'end', 'absence'].map((step) =>
    post(`/meetings/:id/session/speakers/:speaker/${step}`, run, { at: turn, denied: 403, fields: { version: '1' } }),
  ),
];
