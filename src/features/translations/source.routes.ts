import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { setFlash } from '../../web/flash';
import type { FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { readSource, saveWords } from './source.actions';
import type { Source } from './source';
import { parseWords } from './source.form';
import { wordsView } from './source.views';
import { translationPaths } from './translation.paths';

type Where = Request<{ slug: string; kind: string; id: string }>;

/** Where the translation of minutes or a note is written. */
export function sourceRoutes(deps: Deps): Router {
  const router = Router();

  router.get(translationPaths.words.pattern, async (req, res) => {
    show(res, { ...(await find(deps, req, res)), sent: null, isStale: false }, 200);
  });

  router.post(translationPaths.words.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const { collaborative, source } = await find(deps, req, res);
    const parsed = parseWords(req.body, source);
    if (!parsed.ok) {
      show(res, { collaborative, source, sent: parsed, isStale: false }, 422);
      return;
    }
    const { kind, id } = source;
    const saved = await saveWords(deps, actor, { collaborativeId: collaborative.id, kind, id }, parsed.values);
    if (saved !== 'saved') {
      const now = (await find(deps, req, res)).source;
      show(res, { collaborative, source: now, sent: { raw: parsed.raw, errors: {} }, isStale: true }, 409);
      return;
    }
    setFlash(req, t('translations.words.saved'));
    res.redirect(303, translationPaths.queue({ slug: req.params.slug }));
  });

  return router;
}

async function find(deps: Deps, req: Where, res: Response): Promise<{ collaborative: Collaborative; source: Source }> {
  const { slug, kind, id } = req.params;
  if (kind !== 'minutes' && kind !== 'note') throw new NotFound();
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  const which = { collaborativeId: collaborative.id, kind, id } as const;
  return { collaborative, source: await readSource({ db: deps.reads }, requestContext(res).actor, which) };
}

interface Shown {
  readonly collaborative: Collaborative;
  readonly source: Source;
  readonly sent: FormState | null;
  readonly isStale: boolean;
}

function show(res: Response, shown: Shown, status: number): void {
  renderPage(res, 'translations/words', wordsView(requestContext(res).t, shown), status);
}
