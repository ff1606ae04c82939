import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import {
  copyQuestion,
  findPage,
  findQuestion,
  isFirstPage,
  isReliedOn,
  isWordedByQuestion,
  languageBehind,
  moveQuestion,
  putQuestion,
  removeQuestion,
  replaceQuestion,
  type FormVersion,
  type Pages,
  type Question,
  type Standing,
} from '../forms';
import { editForm, editWithinLimit, type Edited } from './edit.actions';
import { fingerprint } from './fingerprint';
import type { QuestionDraft } from './question.form';

/** What became of a change: somebody else may have changed the question first, or the form would get too long. */
export type Changed = { readonly kind: 'saved' } | { readonly kind: 'tooLong' } | { readonly kind: 'stale'; readonly question: Question };

/** Adds a question to a page, under a key no other ever has. Undefined where the form would get too long. */
export async function addQuestion(deps: Deps, actor: Actor, code: string, draft: QuestionDraft): Promise<string | undefined> {
  const key = newKey(deps);
  const saved = await editWithinLimit(deps, actor, { code, version: null }, ({ pages }) => {
    mayHold(pages, draft.page);
    const question: Question = { ...draft.question, key };
    return { pages: withPageWords(pages, putQuestion(pages, question, draft)), verb: 'add', subject: question.label };
  });
  return saved === undefined ? undefined : key;
}

/** Changes a question, its page and its place; words that another person changed meanwhile are not lost. */
export async function changeQuestion(deps: Deps, actor: Actor, code: string, key: string, draft: QuestionDraft): Promise<Changed> {
  let stale: Question | undefined;
  try {
    const saved = await editWithinLimit(deps, actor, { code, version: null }, ({ pages }) => {
      const standing = standingOf(pages, key);
      if (fingerprint(standing.question) !== draft.seen) {
        stale = standing.question;
        throw new Conflict();
      }
      return changed(pages, standing, draft);
    });
    return { kind: saved === undefined ? 'tooLong' : 'saved' };
  } catch (error) {
    if (stale === undefined) throw error;
    return { kind: 'stale', question: stale };
  }
}

function changed(pages: Pages, standing: Standing, draft: QuestionDraft): Edited {
  const { question: before, page } = standing;
  const wanted: Question = { ...draft.question, key: before.key, autocomplete: before.autocomplete };
  const after: Question = {
    ...wanted,
    behind: languageBehind({ ...before }, { ...wanted, behind: before.behind ?? null }, draft.isStillRight),
  };
  const replaced = withPageWords(pages, replaceQuestion(pages, after));
  const hasMoved = page.key !== draft.page || standing.place !== draft.place;
  if (page.key !== draft.page) mayHold(pages, draft.page);
  return { pages: hasMoved ? moveQuestion(replaced, before.key, draft) : replaced, verb: 'edit', subject: after.label };
}

/** A page whose heading was its one question follows that question's words. */
function withPageWords(before: Pages, after: Pages): Pages {
  return after.map((page) => {
    const old = findPage(before, page.key);
    const [only] = page.questions;
    const follows = old !== undefined && isWordedByQuestion(old) && page.questions.length === 1 && only !== undefined;
    return follows ? { ...page, title: only.label, behind: null } : page;
  });
}

export const copyFormQuestion = (deps: Deps, actor: Actor, wanted: { code: string; version: number }, key: string): Promise<FormVersion> =>
  editForm(deps, actor, wanted, ({ pages }) => {
    const { question } = standingOf(pages, key);
    if (isReliedOn(question) || question.kind === 'ranking') throw new Conflict('forms.errors.reliedOn');
    return { pages: copyQuestion(pages, key, newKey(deps)), verb: 'copy', subject: question.label };
  });

export const removeFormQuestion = (
  deps: Deps,
  actor: Actor,
  wanted: { code: string; version: number },
  key: string,
): Promise<FormVersion> =>
  editForm(deps, actor, wanted, ({ pages }) => {
    const { question, page } = standingOf(pages, key);
    if (isReliedOn(question)) throw new Conflict('forms.errors.reliedOn');
    const without = removeQuestion(pages, key);
    const isLast = page.questions.length === 1;
    return { pages: isLast ? without.filter((other) => other.key !== page.key) : without, verb: 'remove', subject: question.label };
  });

/** One place up or down on its page. Answers where it stands now. */
export async function shiftQuestion(
  deps: Deps,
  actor: Actor,
  wanted: { readonly code: string; readonly version: number },
  { key, by }: { readonly key: string; readonly by: -1 | 1 },
): Promise<{ readonly title: LocalText; readonly number: number; readonly of: number }> {
  const form = await editForm(deps, actor, wanted, ({ pages }) => {
    const { question, page, place } = standingOf(pages, key);
    return { pages: moveQuestion(pages, key, { page: page.key, place: place + by }), verb: 'move', subject: question.label };
  });
  const { question, page, place } = standingOf(form.pages, key);
  return { title: question.label, number: place + 1, of: page.questions.length };
}

/** The page with the address asks nothing else: an application begins there before anything is kept. */
function mayHold(pages: Pages, key: string): void {
  const page = findPage(pages, key);
  if (page === undefined) throw new NotFound();
  if (isFirstPage(page)) throw new Conflict('forms.errors.firstPage');
}

function standingOf(pages: Pages, key: string): Standing {
  const standing = findQuestion(pages, key);
  if (standing === undefined) throw new NotFound();
  return standing;
}

/** Never used before and never again, so that an old answer belongs to no new question. */
const newKey = ({ newId }: Pick<Deps, 'newId'>): string => `q_${newId().slice(-12)}`;
