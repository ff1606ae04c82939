import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { getBodyMail, listBodyMessages } from './body-message.queries';
import { toBodyGroup } from './body-people';
import { bodyPeoplePolicy } from './body-people.policy';
import { getBodyPerson, listBodyPeople } from './body-people.queries';
import { bodyMailView, bodyPeopleView, bodyPersonView } from './body-people.views';
import { peoplePaths } from './people.paths';

/** The people of one collaborative, for its staff: who sits, sat or works there, and what was sent to them about it. */
export function bodyPeopleRoutes(deps: Deps): Router {
  const router = Router();
  router.use([peoplePaths.ofBody.pattern], requireSignIn);

  router.get(peoplePaths.ofBody.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const collaborative = await bodyOf(deps, res, req.params.slug);
    const { search, group, after } = req.query;
    const query = { search: textOf(search).trim().slice(0, 100), group: toBodyGroup(group), after: textOf(after) || undefined };
    const today = dateOf(now);
    const page = await listBodyPeople(deps.reads, { ...query, collaborativeId: collaborative.id, today });
    renderPage(res, 'people/body-list', bodyPeopleView(t, { collaborative, page, query, today }));
  });

  router.get(peoplePaths.inBody.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const collaborative = await bodyOf(deps, res, req.params.slug);
    const today = dateOf(now);
    const person = await getBodyPerson(deps.reads, req.params.id, { collaborativeId: collaborative.id, today });
    const messages = await listBodyMessages(deps.reads, person.id, collaborative.id);
    renderPage(res, 'people/body-person', bodyPersonView(t, { collaborative, person, messages, today }));
  });

  router.get(peoplePaths.mailInBody.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const collaborative = await bodyOf(deps, res, req.params.slug);
    const collaborativeId = collaborative.id;
    const person = await getBodyPerson(deps.reads, req.params.id, { collaborativeId, today: dateOf(now) });
    const mail = await getBodyMail(deps.reads, { personId: person.id, collaborativeId, id: req.params.mail }, deps.config.secret);
    renderPage(res, 'people/body-mail', bodyMailView(t, { collaborative, person, mail }));
  });
  return router;
}

async function bodyOf(deps: Deps, res: Response, slug: string): Promise<Collaborative> {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(bodyPeoplePolicy.view(requestContext(res).actor, collaborative.id));
  return collaborative;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
