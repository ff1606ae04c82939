import { kinds } from '../support/district/people';
import type { Kind } from '../support/district/people';
import { get, post } from './route-promise';

const everyone = kinds;
const arrangeAny: readonly Kind[] = ['staff', 'otherStaff', 'administrator'];
const none: readonly Kind[] = [];
const withoutDraft = kinds.filter((kind) => kind !== 'applicant');

/** What applicants do, and who else may. */
export const applying = [
  ...['/apply', '/apply/resume'].map((path) => get(path, everyone)),
  get('/apply/eligibility', everyone),
  post('/apply/eligibility', everyone),
  post('/apply/eligibility/form', everyone),
  get('/apply/again/:token', none, { visitors: 404 }),
  post('/apply/again/:token', none, { visitors: 404 }),
  get('/interest/leave/:token', none, { visitors: 404 }),
  post('/interest/leave/:token', none, { visitors: 404 }),
  post('/applications/:ref/interest', ['applicant'], { at: { ref: 'ref' }, visitors: 404, fields: { wants: 'yes' } }),
  get('/applications/:ref/discarding', ['applicant'], { at: { ref: 'DRFT-0001' }, visitors: 404 }),
  post('/applications/:ref/discarding', ['applicant'], { at: { ref: 'DRFT-0001' }, visitors: 404 }),
  get('/applications/:ref/blank', ['applicant'], { at: { ref: 'DRFT-0001' }, visitors: 404, gives: 303 }),
  post('/applications/:ref/blank', ['applicant'], { at: { ref: 'DRFT-0001' }, visitors: 404 }),
  get('/applications/:ref/submissions/:number', ['applicant'], { at: { ref: 'ref', number: '1' }, visitors: 404 }),
  get('/guardian/:token', none, { visitors: 404 }),
  post('/guardian/:token', none, { visitors: 404 }),
  get('/staff/applications/:ref/guardian', ['staff', 'administrator'], { at: { ref: 'ref' }, gives: 409 }),
  post('/staff/applications/:ref/guardian', ['staff', 'administrator'], { at: { ref: 'ref' }, fields: { name: 'A Guardian' } }),
  get('/staff/applications/:ref/correction', ['staff', 'administrator'], { at: { ref: 'ref' }, gives: 409 }),
  post('/staff/applications/:ref/correction', ['staff', 'administrator'], { at: { ref: 'ref' }, gives: 409 }),
  get('/staff/applications/:ref/scans', ['staff', 'administrator'], { at: { ref: 'ref' } }),
  post('/staff/applications/:ref/scans', ['staff', 'administrator'], { at: { ref: 'ref' } }),
  post('/staff/applications/:ref/scans/:id/removal', none, { at: { ref: 'ref', id: 'none' } }),
  get('/apply/late', everyone),
  post('/apply/late', everyone),
  get('/staff/cycles/:code/late-codes', arrangeAny, { denied: 403 }),
  post('/staff/cycles/:code/late-codes', arrangeAny, { denied: 403 }),
  post('/staff/cycles/:code/late-codes/:id/revocation', none, { at: { id: 'none' } }),
  post('/staff/cycles/:code/extensions', arrangeAny, { denied: 403 }),
  get('/apply/check', ['applicant'], { visitors: 303, denied: 303 }),
  get('/apply/:page', withoutDraft, { at: { page: 'email' }, denied: 303 }),
  post('/apply/:page', withoutDraft, { at: { page: 'email' }, denied: 303 }),
  get('/apply/:page', ['applicant'], { at: { page: 'age' }, visitors: 303, denied: 303 }),
  post('/apply/:page', ['applicant'], { at: { page: 'age' }, visitors: 303, denied: 303 }),
  post('/apply/:page/draft', ['applicant'], { at: { page: 'age' }, visitors: 404, gives: 200 }),
  post('/apply/resume', everyone),
  get('/apply/resume/:token', none, { visitors: 404 }),
  post('/apply/resume/:token', none, { visitors: 404 }),
  post('/apply/submission', ['applicant'], { visitors: 404, fields: { reference: '{ref}', version: '1' } }),
  get('/applications/:ref/open/:token', none, { at: { ref: 'ref' }, visitors: 404 }),
  post('/applications/:ref/open/:token', none, { at: { ref: 'ref' }, visitors: 404 }),
  get('/applications/:ref', ['applicant'], { at: { ref: 'ref' }, visitors: 404 }),
  get('/applications/:ref/files/:id/:name', none, { at: { ref: 'ref', id: 'none', name: 'none.pdf' }, visitors: 404 }),
  get('/applications/:ref/confirmation', ['applicant'], { at: { ref: 'ref' }, visitors: 404 }),
  post('/applications/:ref/changes', ['applicant'], { at: { ref: 'ref' }, visitors: 404 }),
  get('/applications/:ref/withdrawal', ['applicant'], { at: { ref: 'ref' }, visitors: 404 }),
  post('/applications/:ref/reinstatement', ['applicant'], { at: { ref: 'ref' }, visitors: 404, gives: 409 }),
  post('/applications/:ref/withdrawal', ['applicant'], { at: { ref: 'ref' }, visitors: 404 }),
];
