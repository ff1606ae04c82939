import { Router, type Request } from 'express';
import type { Deps } from '../../deps';
import { MovableClock } from '../../lib/clock';
import { NotFound } from '../../lib/errors';
import { field, parseForm } from '../../lib/form';
import { withQuery } from '../../lib/path';
import { findMail, listMails, type ReadableMail } from '../../mail/mailbox';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { signInAs } from '../accounts';
import { keepClock } from './demo-clock';
import { demoPaths } from './demo.paths';
import { listDemoPeople } from './demo.queries';
import { clockSteps, clockView, demoPeopleView, mailView, mailboxView, type ClockStep } from './demo.views';

const onePage = 50;

/** The demo's own pages; mounted only in demo mode, so that elsewhere these addresses do not exist. */
export function demoRoutes(deps: Deps): Router {
  const router = Router();
  peopleRoutes(router, deps);
  mailboxRoutes(router, deps);
  clockRoutes(router, deps);
  return router;
}

function peopleRoutes(router: Router, deps: Deps): void {
  router.get(demoPaths.people.pattern, async (_req, res) => {
    renderPage(res, 'demo/people', {
      ...demoPeopleView(requestContext(res).t, await listDemoPeople(deps.reads)),
      width: 'wide',
      unlisted: true,
    });
  });

  router.get(demoPaths.data.pattern, async (_req, res) => {
    const people = await listDemoPeople(deps.reads);
    res.json({ people: people.map(({ key, name, locale }) => ({ key, name, locale })) });
  });

  router.post(demoPaths.signIn.pattern, async (req, res) => {
    const form = parseForm({ person: field.text(40) }, req.body);
    const people = await listDemoPeople(deps.reads);
    const person = people.find((candidate) => form.ok && candidate.key === form.values.person);
    if (person === undefined) throw new NotFound();
    await signInAs(deps, req, person.id, { strong: true });
    res.redirect(303, '/me');
  });
}

function mailboxRoutes(router: Router, deps: Deps): void {
  router.get(demoPaths.mailbox.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const [language, to, before] = [textOf(req, 'language'), textOf(req, 'to').trim(), textOf(req, 'before')];
    const filter = {
      ...(language === '' ? {} : { locale: language }),
      ...(to === '' ? {} : { address: to }),
      ...(before === '' ? {} : { before }),
    };
    const mails = await listMails(deps, { ...filter, limit: onePage + 1 });
    const shown = mails.slice(0, onePage);
    const last = mails.length > onePage ? shown.at(-1) : undefined;
    const next = last === undefined ? null : withQuery(demoPaths.mailbox(), { language, to, before: last.id });
    const first = before === '' ? null : withQuery(demoPaths.mailbox(), { language, to });
    renderPage(res, 'demo/mailbox', { ...mailboxView(t, shown, { language, to, next, first }), width: 'wide', unlisted: true });
  });

  router.get(demoPaths.mail.pattern, async (req, res) => {
    const mail = await mailOf(deps, req.params.id);
    renderPage(res, 'demo/mail', { ...mailView(requestContext(res).t, mail), width: 'wide', unlisted: true });
  });

  router.get(demoPaths.mailHtml.pattern, async (req, res) => {
    const mail = await mailOf(deps, req.params.id);
    res.set(
      'Content-Security-Policy',
      `sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`,
    );
    res.set('X-Frame-Options', 'SAMEORIGIN').type('html').send(mail.html);
  });

  router.get(demoPaths.mailCalendar.pattern, async (req, res) => {
    const { calendar } = await mailOf(deps, req.params.id);
    if (calendar === null) throw new NotFound();
    res.type('text/calendar').send(calendar.content);
  });
}

function clockRoutes(router: Router, deps: Deps): void {
  router.get(demoPaths.clock.pattern, (_req, res) => {
    renderPage(res, 'demo/clock', { ...clockView(requestContext(res).t, deps.clock.now()), unlisted: true });
  });

  router.post(demoPaths.clockMove.pattern, (req, res) => {
    const form = parseForm({ step: field.choice(Object.keys(clockSteps) as ClockStep[]) }, req.body);
    if (form.ok && deps.clock instanceof MovableClock) {
      deps.clock.moveBy(clockSteps[form.values.step] * 3_600_000);
      keepClock(deps);
      setFlash(req, requestContext(res).t('demo.clock.moved'));
    }
    res.redirect(303, demoPaths.clock());
  });
}

const textOf = (req: Request, name: string): string => {
  const value = req.query[name];
  return typeof value === 'string' ? value : '';
};

async function mailOf(deps: Deps, id: string): Promise<ReadableMail> {
  const mail = await findMail(deps, id);
  if (mail === undefined) throw new NotFound();
  return mail;
}
