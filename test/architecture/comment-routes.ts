import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const check: readonly Kind[] = ['staff', 'administrator'];
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
];
