import { Router } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import type { Translate } from '../../i18n/translate';
import { isMemberOf, type Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listTranslationsOf, shownIn } from '../translated-texts';
import { getCollaborative, getCollaborativeBySlug } from '../collaboratives';
import { findAnswer } from './answer.queries';
import { listMoves } from './clock.queries';
import { movesView } from './clock.views';
import { advicePaths } from './note.paths';
import { notePolicy } from './note.policy';
import { getNote, listPublicNotes, listSigners } from './note.queries';
import { noteLine, noteView } from './note.views';
import { notePassages, withTranslations } from './translated-note';
import { translationNotice } from './translated-note.views';

/** What anyone reads: a body's advice, and each note with its answer and timeline. */
export function publicAdviceRoutes(deps: Deps): Router {
  const router = Router();

  listRoute(router, deps);
  noteRoute(router, deps);
  return router;
}

function listRoute(router: Router, deps: Deps): void {
  router.get(advicePaths.list.pattern, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const body = await getCollaborativeBySlug(deps.reads, req.params.slug);
    const notes = await listPublicNotes(deps.reads, body.id);
    const name = inLocale(body.name, t.locale);
    renderPage(res, 'advice/list', {
      title: t('advice.list.title', { body: name }),
      lead: t('advice.list.lead'),
      description: t('advice.list.lead'),
      breadcrumbs: [
        { text: t('layout.home'), href: '/' },
        { text: name, href: `/${body.slug}` },
      ],
      district: body.slug,
      notes: notes.map((note) => noteLine(t, note, dateOf(now))),
      empty: t('advice.list.empty'),
      report: advicePaths.report({ slug: body.slug }),
      write: isMemberOf(actor, body.id) ? withQuery(advicePaths.begin(), { c: body.slug }) : null,
    });
  });
}

function noteRoute(router: Router, deps: Deps): void {
  router.get(advicePaths.show.pattern, async (req, res, next) => {
    if (req.params.id === 'new') {
      next();
      return;
    }
    const { t, actor, now } = requestContext(res);
    const { note, translation } = await readTranslated(deps, t, actor, req.params.id);
    const collaborative = await getCollaborative(deps.reads, note.collaborativeId);
    const answer = note.answeredAt === null ? undefined : await findAnswer(deps.reads, note.id);
    const events = await listEvents(deps.reads, { kind: 'note', id: note.id });
    const view = noteView(t, actor, {
      note,
      collaborative,
      answer: answer?.status === 'signed' ? answer : null,
      signers: await listSigners(deps.reads, note.id),
      timeline: timelineView(
        t,
        events.filter((event) => publicSteps.has(event.action)),
      ),
      today: dateOf(now),
      moves: movesView(t, collaborative, note, await listMoves(deps.reads, note.id)),
    });
    const name = inLocale(collaborative.name, t.locale);
    renderPage(res, 'advice/show', {
      ...view,
      translation,
      breadcrumbs: [
        { text: t('layout.home'), href: '/' },
        { text: name, href: `/${collaborative.slug}` },
        { text: t('advice.list.short'), href: advicePaths.list({ slug: collaborative.slug }) },
      ],
      district: collaborative.slug,
      description: view.background.text.slice(0, 150),
      follow: note.adoptedAt === null ? null : withQuery('/follow', { what: `note:${note.id}` }),
      unlisted: note.adoptedAt === null,
      width: 'wide',
    });
  });
}

/** The note in the reader's language where it was translated, with what must be said of that. */
async function readTranslated(deps: Deps, t: Translate, actor: Actor, id: string) {
  const note = await getNote(deps.reads, id);
  conceal(notePolicy.view(actor, note));
  const texts = await listTranslationsOf(deps.reads, { kind: 'note', id });
  return { note: withTranslations(note, texts), translation: translationNotice(t, shownIn(notePassages(note), texts, t.locale)) };
}

/** Steps that the public timeline names; an answer in the making is nobody else's yet. */
const publicSteps: ReadonlySet<string> = new Set([
  ...(['open', 'adopt', 'deliver', 'acknowledge', 'extend', 'ask', 'reply', 'sign', 'close'] as const).map((step) => `advice.${step}`),
  'commitments.moved',
]);
