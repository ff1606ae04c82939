import { kinds, type Kind } from '../support/district/people';
import { adviceRoutes } from './advice-routes';
import { applying } from './applying-routes';
import { commentRoutes } from './comment-routes';
import { roomRoutes } from './room-routes';
import { cycleRoutes } from './cycle-routes';
import { deskPages } from './desk-routes';
import { offerRoutes } from './offer-routes';
import { openDataRoutes } from './open-data-routes';
import { formPages } from './form-routes';
import { guestRoutes } from './guest-routes';
import { outreachRoutes } from './outreach-routes';
import { reviewRoutes } from './review-routes';
import { rosterRoutes } from './roster-routes';
import { demoGet, demoPost, get, post, type RoutePromise } from './route-promise';
import { seatRoutes } from './seat-routes';
import { slateRoutes } from './slate-routes';

const everyone = kinds;
const signedIn = kinds.filter((kind) => kind !== 'visitor');
const administrators: readonly Kind[] = ['administrator'];
const arrange: readonly Kind[] = ['staff', 'administrator'];
const run: readonly Kind[] = ['officer', 'staff', 'administrator'];
const members: readonly Kind[] = ['member', 'author', 'officer'];
const anyStaff: readonly Kind[] = ['staff', 'otherStaff', 'administrator'];
const anyDesk: readonly Kind[] = ['staff', 'approver', 'reviewer', 'otherStaff', 'otherApprover', 'otherReviewer', 'administrator'];
const none: readonly Kind[] = [];

const publicPages = [
  ...['/', '/:c', '/collaboratives', '/find', '/search', '/help', '/help/sent', '/privacy', '/accessibility', '/healthz', '/readyz'].map(
    (path) => get(path, everyone),
  ),
  ...[
    '/:c/meetings',
    '/:c/attendance',
    '/:c/notice-record',
    '/:c/notice-record.csv',
    '/calendar',
    '/calendar.ics',
    '/:c/meetings',
    '/:c/calendar.ics',
    '/:c/agenda/current',
    '/:slug/advice',
    '/rubric/:code',
    '/rubric/:code/readers',
  ].map((path) => get(path, everyone)),
  post('/help', everyone),
  post('/language', everyone),
  get('/meetings/:id', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id', run, { at: { id: 'draftMeeting' }, visitors: 404 }),
  get('/meetings/:id.json', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id.json', run, { at: { id: 'draftMeeting' }, visitors: 404 }),
  get('/meetings/:id.ics', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id.ics', run, { at: { id: 'draftMeeting' }, visitors: 404 }),
  get('/meetings/:id/agenda', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id/agenda/changes', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id/agenda.pdf', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id/packet.pdf', everyone, { at: { id: 'posted' } }),
  ...['/follow', '/follow/sent', '/feed.atom', '/:c/feed.atom'].map((path) => get(path, everyone)),
  post('/follow', everyone),
  ...['confirm', 'leave', 'choices'].flatMap((what) => [
    get(`/follow/${what}/:token`, none, { visitors: 404 }),
    post(`/follow/${what}/:token`, none, { visitors: 404 }),
  ]),
  ...['/:c/agenda/by-mail', '/:c/agenda/by-mail/sent'].map((path) => get(path, everyone)),
  post('/:c/agenda/by-mail', everyone),
  ...['confirm', 'renewal', 'leave'].flatMap((what) => [
    get(`/agenda-requests/${what}/:token`, none, { visitors: 404 }),
    post(`/agenda-requests/${what}/:token`, none, { visitors: 404 }),
  ]),
  get('/meetings/:id/notice', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id/access', everyone, { at: { id: 'posted' } }),
  post('/meetings/:id/access', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id/access/sent', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id/door', everyone, { at: { id: 'posted' } }),
  get('/meetings/:id/door', run, { at: { id: 'draftMeeting' }, visitors: 404 }),
  get('/meetings/:id/door/:lang.svg', everyone, { at: { id: 'posted', lang: 'es' } }),
  get('/meetings/:id/notice/:number.json', everyone, { at: { id: 'posted', number: '1' } }),
  get('/:c/attendance/:id', none, { at: { id: 'none' }, visitors: 404 }),
  get('/meetings/:id/minutes', everyone, { at: { id: 'held' } }),
  get('/meetings/:id/minutes/changes', everyone, { at: { id: 'held' } }),
  get('/meetings/:id/minutes.json', everyone, { at: { id: 'held' } }),
  get('/meetings/:id/minutes.pdf', everyone, { at: { id: 'held' } }),
  get('/advice/:id', everyone, { at: { id: 'answeredNote' } }),
  get('/advice/:id', ['author'], { at: { id: 'draftNote' }, visitors: 404 }),
  get('/advice/:id', members, { at: { id: 'openNote' }, visitors: 404 }),
];

const account = [
  ...['/sign-in/password', '/sign-in/reset'].flatMap((path) => [get(path, everyone), post(path, everyone)]),
  get('/sign-in', ['visitor'], { denied: 303 }),
  post('/sign-in', everyone),
  get('/sign-in/code', none, { denied: 'sign-in' }),
  post('/sign-in/code', none, { denied: 'sign-in' }),
  get('/sign-in/confirm', ['visitor'], { gives: 400, denied: 303 }),
  ...['/sign-in/link/:token', '/sign-in/invitation/:token', '/sign-in/reset/:token', '/sign-in/new-password'].map((path) =>
    get(path, everyone, { gives: 400 }),
  ),
  post('/sign-in/confirm', everyone, { gives: 400 }),
  post('/sign-in/new-password', everyone, { gives: 400 }),
  get('/account/email/:token', everyone, { gives: 400 }),
  get('/account/email-confirmation', everyone, { gives: 400 }),
  ...[get, post].map((asked) => asked('/account/email-stop/:token', everyone, { gives: 400 })),
  post('/account/email-confirmation', everyone, { gives: 400 }),
  post('/sign-out', everyone),
  get('/sign-in/second-factor', signedIn, { gives: 303 }),
  post('/sign-in/second-factor', signedIn),
  get('/sign-in/second-factor/set-up', signedIn),
  get('/sign-in/second-factor/picture', none),
  post('/sign-in/second-factor/set-up', signedIn),
  post('/sign-in/second-factor/recovery-codes', signedIn),
  ...['/account', '/account/profile', '/account/email', '/account/password', '/account/second-factor', '/account/sessions'].map((path) =>
    get(path, signedIn),
  ),
  ...['/account/profile', '/account/email', '/account/password', '/account/second-factor/removal', '/account/sessions/end'].map((path) =>
    post(path, signedIn),
  ),
  post('/account/sessions/:id/end', none, { at: { id: 'sessionOfMember' } }),
  get('/me', signedIn),
];

const administration = [
  ...['/admin', '/admin/history', '/admin/history/check', '/admin/imports'].map((path) => get(path, administrators, { denied: 403 })),
  post('/admin/import', administrators, { denied: 403 }),
  ...['/admin/people', '/admin/people/invitation'].map((path) => get(path, administrators)),
  post('/admin/people/invitation', administrators),
  get('/admin/people/:id', administrators, { at: { id: 'member' } }),
  ...['role', 'invitation/sending', 'invitation/taking-back', 'closing', 'reopening', 'factor-reset', 'factor-reset/confirmation'].map(
    (step) => post(`/admin/people/:id/${step}`, administrators, { at: { id: 'member' } }),
  ),
  post('/admin/people/:id/roles/:role/end', administrators, { at: { id: 'staff', role: 'roleOfStaff' } }),
  get('/admin/mail', administrators),
  ...['pause', 'resumption'].map((step) => post(`/admin/mail/${step}`, administrators)),
  get('/admin/mail/:id/resending', administrators, { at: { id: 'heldMail' } }),
  ...['resending', 'arrival'].map((step) => post(`/admin/mail/:id/${step}`, administrators, { at: { id: 'heldMail' } })),
  get('/staff', anyDesk, { denied: 403 }),
  get('/staff/help', anyStaff, { denied: 403 }),
  get('/staff/help/:id', arrange, { at: { id: 'help' } }),
  get('/staff/help/:id', ['otherStaff', 'administrator'], { at: { id: 'otherHelp' } }),
  post('/staff/help/:id/answer', arrange, { at: { id: 'help' }, fields: { answer: 'Yes.', version: '1' } }),
];

const selecting = [
  ...deskPages,
  get('/staff/cycles/:code/:slug/applications/new', arrange, { at: { code: '2027-fall' }, denied: 403 }),
  post('/staff/cycles/:code/:slug/applications/new', arrange, { at: { code: '2027-fall' }, denied: 403 }),
  get('/staff/applications/:ref', arrange, { at: { ref: 'ref' } }),
  get('/staff/applications/:ref', ['otherStaff', 'administrator'], { at: { ref: 'otherRef' } }),
  ...reviewRoutes,
  get('/staff/cycles/:code/:slug/targets', [...arrange, 'approver']),
  post('/staff/cycles/:code/:slug/targets', ['staff'], { forbidden: [...administrators, 'approver'], fields: { version: '0' } }),
  ...slateRoutes,
  get('/approvals', signedIn),
  get('/approvals/:id', ['approver'], { at: { id: 'slate' } }),
  post('/approvals/:id/approval', ['approver'], { at: { id: 'slate' }, fields: { version: '4' } }),
  post('/approvals/:id/return', ['approver'], { at: { id: 'slate' }, fields: { version: '4', words: 'Once more.' } }),
];

const seats = [
  ...commentRoutes,
  ...roomRoutes,
  ...rosterRoutes,
  ...seatRoutes,
  get('/me/onboarding', signedIn),
  get('/me/onboarding/:id', ['newcomer'], { at: { id: 'task' } }),
  post('/me/onboarding/:id/completion', ['newcomer'], { at: { id: 'task' }, fields: { version: '1' } }),
  get('/me/onboarding/:id/file', ['newcomer'], { at: { id: 'fileTask' } }),
  get('/staff/:slug/onboarding', ['staff']),
  get('/staff/onboarding/:id', ['staff'], { at: { id: 'plan' } }),
  get('/staff/:slug/onboarding/templates', ['staff']),
  get('/staff/:slug/onboarding/templates/:target', ['staff'], { at: { target: 'all' } }),
  get('/staff/:slug/onboarding/templates/:target/preview', ['staff'], { at: { target: 'families' } }),
  post('/staff/:slug/onboarding/templates/:target/order', ['staff'], { at: { target: 'all' } }),
  post('/staff/:slug/onboarding/templates/:target/removal', ['staff'], { at: { target: 'all' } }),
  get('/staff/:slug/onboarding/templates/:target/tasks/:key', ['staff'], { at: { target: 'all', key: 'new' } }),
  post('/staff/:slug/onboarding/templates/:target/tasks/:key', ['staff'], { at: { target: 'all', key: 'new' } }),
  post('/staff/onboarding/:id/nudge', ['staff'], { at: { id: 'plan' } }),
  get('/staff/onboarding/tasks/:id', ['staff'], { at: { id: 'staffTask' } }),
  post('/staff/onboarding/tasks/:id/attendance', ['staff'], { at: { id: 'attendTask' } }),
  post('/staff/onboarding/tasks/:id/check', ['staff'], { at: { id: 'staffTask' } }),
  post('/staff/onboarding/tasks/:id/waiver', ['staff'], { at: { id: 'staffTask' } }),
  post('/staff/onboarding/tasks/:id/stand-in', ['staff'], { at: { id: 'task' } }),
  get('/staff/onboarding/tasks/:id/file', ['staff'], { at: { id: 'fileTask' } }),
  post('/staff/onboarding/tasks/:id/reopening', ['staff'], { at: { id: 'staffTask' } }),
  get('/staff/onboarding/:id/packet', ['staff'], { at: { id: 'plan' } }),
  get('/staff/onboarding/:id/packet.pdf', ['staff'], { at: { id: 'plan' } }),
];

const meetings = [
  get('/staff/:slug/meetings', run),
  get('/staff/:slug/meetings/new', run),
  post('/staff/:slug/meetings', run),
  get('/meetings/:id/schedule', run, { at: { id: 'scheduled' } }),
  post('/meetings/:id/scheduling', run, { at: { id: 'scheduled' } }),
  get('/meetings/:id/cancellation', run, { at: { id: 'scheduled' } }),
  post('/meetings/:id/cancellation', run, { at: { id: 'scheduled' } }),
  get('/staff/:slug/meetings/series/new', run),
  get('/staff/:slug/meetings/series/:id', run, { at: { id: 'series' } }),
  ...['dry-run', ''].map((step) => post(`/staff/:slug/meetings/series${step === '' ? '' : '/'}${step}`, run)),
  ...['dry-run', 'change'].map((step) => post(`/staff/:slug/meetings/series/:id/${step}`, run, { at: { id: 'series' } })),
  get('/meetings/:id/postponement', run, { at: { id: 'scheduled' } }),
  post('/meetings/:id/postponement', run, { at: { id: 'scheduled' } }),
  get('/meetings/:id/papers/:file/:name', none, { at: { id: 'scheduled', file: 'none', name: 'none.pdf' }, visitors: 404 }),
  post('/meetings/:id/papers', run, { at: { id: 'scheduled' } }),
  post('/meetings/:id/papers/:file/removal', none, { at: { id: 'scheduled', file: 'none' } }),
  get('/meetings/:id/logistics', ['staff'], { at: { id: 'posted' } }),
  get('/meetings/:id/logistics/:request', ['staff'], { at: { id: 'posted', request: 'accessRequest' } }),
  post('/meetings/:id/logistics/:request/answer', ['staff'], { at: { id: 'posted', request: 'accessRequest' } }),
  ...guestRoutes,
  get('/meetings/:id/recordings', run, { at: { id: 'posted' } }),
  post('/meetings/:id/recordings', run, { at: { id: 'posted' } }),
  get('/meetings/:id/recordings/:recording', none, { at: { id: 'posted', recording: 'none' } }),
  post('/meetings/:id/recordings/:recording', run, { at: { id: 'posted', recording: 'none' } }),
  post('/meetings/:id/recordings/:recording/removal', run, { at: { id: 'posted', recording: 'none' } }),
  get('/coming/:token', none, { visitors: 404 }),
  post('/coming/:token', none, { visitors: 404, fields: { answer: 'coming', reason: '' } }),
  post('/meetings/:id/rsvp', members, { at: { id: 'posted' }, denied: 403, fields: { answer: 'coming', reason: '' } }),
  get('/meetings/:id/agenda/desk', run, { at: { id: 'scheduled' } }),
  get('/meetings/:id/agenda/draft.pdf', run, { at: { id: 'scheduled' } }),
  get('/meetings/:id/agenda/items/new', run, { at: { id: 'scheduled' } }),
  get('/meetings/:id/agenda/items/:item', run, { at: { id: 'scheduled', item: 'item' } }),
  post('/meetings/:id/agenda/items/:item', run, { at: { id: 'scheduled', item: 'item' } }),
  post('/meetings/:id/agenda/items/:item/removal', run, { at: { id: 'scheduled', item: 'item' }, fields: { version: '1' } }),
  post('/meetings/:id/agenda/items', run, { at: { id: 'scheduled' } }),
  get('/meetings/:id/agenda/beginning', run, { at: { id: 'scheduled' } }),
  post('/meetings/:id/agenda/beginning', run, { at: { id: 'scheduled' }, fields: { from: 'last', present: '1' } }),
  post('/meetings/:id/agenda/carry-over', run, { at: { id: 'scheduled' }, fields: { lines: 'none' } }),
  post('/meetings/:id/agenda/order', run, { at: { id: 'scheduled' }, fields: { move: '{item}:up' } }),
  post('/meetings/:id/agenda/posting', run, { at: { id: 'scheduled' } }),
  get('/meetings/:id/session', run, { at: { id: 'live' }, denied: 403 }),
  get('/meetings/:id/session/roll-call', run, { at: { id: 'live' }, denied: 403 }),
  get('/meetings/:id/session/items/:item', run, { at: { id: 'live', item: 'liveItem' }, denied: 403 }),
  ...['beginning', 'adjournment', 'roll-call', 'movement'].map((step) =>
    post(`/meetings/:id/session/${step}`, run, { at: { id: 'live' }, denied: 403 }),
  ),
  post('/meetings/:id/session/movements/:movement/removal', run, { at: { id: 'live', movement: 'movement' }, denied: 403 }),
  get('/meetings/:id/session/consent', run, { at: { id: 'live' }, denied: 403 }),
  post('/meetings/:id/session/consent/motion', run, { at: { id: 'live' }, denied: 403 }),
  ...['turn', 'note', 'outcome', 'action-item', 'motion', 'taking-out', 'putting-back'].map((step) =>
    post(`/meetings/:id/session/items/:item/${step}`, run, { at: { id: 'live', item: 'liveItem' }, denied: 403 }),
  ),
  get('/meetings/:id/session/exceptions', run, { at: { id: 'live' }, denied: 403 }),
  post('/meetings/:id/session/exceptions', run, { at: { id: 'live' }, denied: 403 }),
  ...['vote', 'withdrawal'].map((step) =>
    post(`/meetings/:id/session/exceptions/:exception/${step}`, run, { at: { id: 'live', exception: 'exception' }, denied: 403 }),
  ),
  ...['completion', 'dropping'].map((step) =>
    post(`/meetings/:id/session/action-items/:task/${step}`, run, { at: { id: 'live', task: 'actionItem' }, denied: 403 }),
  ),
  ...['second', 'no-second', 'vote', 'wording', 'withdrawal'].map((step) =>
    post(`/meetings/:id/session/motions/:motion/${step}`, run, { at: { id: 'live', motion: 'motion' }, denied: 403 }),
  ),
  post('/meetings/:id/minutes/correction', [...members, 'staff'], { at: { id: 'held' }, denied: 403, fields: { correction: 'One word.' } }),
  get('/meetings/:id/minutes/desk', run, { at: { id: 'held' }, denied: 403 }),
  ...['compilation', 'text', 'circulation', 'agenda-item'].map((step) =>
    post(`/meetings/:id/minutes/${step}`, run, { at: { id: 'held' }, denied: 403, visitors: 403, fields: { version: '2' } }),
  ),
  get('/meetings/:id/minutes/amendment', run, { at: { id: 'held' }, denied: 403, gives: 409 }),
  post('/meetings/:id/minutes/amendment', run, { at: { id: 'held' }, denied: 403 }),
  post('/meetings/:id/minutes/amendment/withdrawal', run, { at: { id: 'held' }, denied: 403 }),
  post('/meetings/:id/minutes/corrections/:correction/answer', run, {
    at: { id: 'held', correction: 'correction' },
    denied: 403,
    visitors: 403,
    fields: { event: 'take', answer: 'Thank you.' },
  }),
];

const demo = [
  ...['/demo', '/demo/people.json', '/demo/mailbox', '/demo/clock'].map((path) => demoGet(path, everyone)),
  ...['/demo/mailbox/:id', '/demo/mailbox/:id/html', '/demo/mailbox/:id/calendar.ics'].map((path) => demoGet(path, everyone)),
  demoPost('/demo/sign-in', everyone),
  demoPost('/demo/clock/move', everyone),
];

/** Every address there is, written by hand from pages.md: the tests hold the product against it, in both directions. */
export const routes: readonly RoutePromise[] = [
  ...publicPages,
  ...openDataRoutes,
  ...outreachRoutes,
  ...account,
  ...administration,
  ...cycleRoutes,
  ...formPages,
  ...applying,
  ...selecting,
  ...offerRoutes,
  ...seats,
  ...meetings,
  ...adviceRoutes,
  ...demo,
];
