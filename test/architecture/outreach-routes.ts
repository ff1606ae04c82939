import { kinds, type Kind } from '../support/district/people';
import { get, post, type RoutePromise } from './route-promise';

const everyone = kinds;
const arrange: readonly Kind[] = ['staff', 'administrator'];
const none: readonly Kind[] = [];

const outreach = [
  ...['/:c/flyer', '/:c/flyer/both', '/:c/share', '/:c/join', '/:c/invitation', '/:c/invitation/sent'].map((path) => get(path, everyone)),
  get('/:c/flyer/:lang/qr.svg', everyone, { at: { lang: 'es' } }),
  get('/a/:c/:lang', everyone, { at: { lang: 'es' }, gives: 302 }),
  post('/:c/join', everyone, { fields: { lang: 'en', from: 'flyer' } }),
  post('/:c/invitation', everyone, { fields: { from: 'Ana', email: 'friend@example.org', language: 'en' } }),
  ...[get, post].map((method) => method('/invitations/stop/:token', none, { visitors: 404 })),
];

const paperLetters = [
  get('/staff/:slug/letters', arrange),
  post('/staff/:slug/letters/printing', arrange, { fields: { letter: 'none' } }),
  get('/staff/:slug/letters/runs/:run', arrange, { at: { run: 'letterRun' } }),
  post('/staff/:slug/letters/runs/:run/posting', arrange, { at: { run: 'letterRun' } }),
  get('/staff/:slug/letters/:id', arrange, { at: { id: 'letter' } }),
  post('/staff/:slug/letters/:id/step', arrange, { at: { id: 'letter' }, fields: { step: 'reopen' } }),
];

const callHere = { code: '2026-summer', offer: 'openOffer' };
const calls = [
  get(
    '/staff/calls',
    kinds.filter((kind) => kind !== 'visitor'),
  ),
  get('/staff/cycles/:code/:slug/calls', arrange, { at: { code: '2026-summer' } }),
  get('/staff/cycles/:code/:slug/calls/:offer', arrange, { at: callHere }),
  post('/staff/cycles/:code/:slug/calls/:offer/log', arrange, { at: callHere, fields: { outcome: 'no_answer' } }),
  post('/staff/cycles/:code/:slug/calls/:offer/answer', arrange, { at: callHere, fields: { answer: 'yes', said_name: 'Nobody' } }),
  get('/staff/cycles/:code/:slug/callers', arrange, { at: { code: '2026-summer' } }),
  post('/staff/cycles/:code/:slug/callers', arrange, { at: { code: '2026-summer' } }),
  post('/staff/cycles/:code/:slug/callers/:person/removal', arrange, { at: { code: '2026-summer', person: 'person' } }),
];

const entries = [
  post('/staff/cycles/:code/:slug/applications/new/draft', arrange, { at: { code: '2027-fall' }, denied: 403 }),
  post('/staff/cycles/:code/:slug/applications/new/draft/removal', arrange, { at: { code: '2027-fall' }, denied: 403 }),
];

/** Flyers, invitations, letters on paper, sheets that staff type in, calls about offers. */
export const outreachRoutes: readonly RoutePromise[] = [...outreach, ...paperLetters, ...entries, ...calls];
