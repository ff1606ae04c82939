import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import {
  findPage,
  insertAt,
  isFirstPage,
  isPageReliedOn,
  languageBehind,
  movePage,
  removePage,
  replacePage,
  type FormPage,
  type FormVersion,
  type Pages,
} from '../forms';
import { editForm } from './edit.actions';
import { fingerprint } from './fingerprint';
import type { PageDraft } from './page.form';

/** Adds an empty page; it shows to applicants once it asks something. */
export async function addPage(deps: Deps, actor: Actor, code: string, draft: PageDraft): Promise<string> {
  const key = `p_${deps.newId().slice(-12)}`;
  await editForm(deps, actor, { code, version: null }, ({ pages }) => {
    const { title, lead, section } = draft;
    return { pages: insertAt(pages, Math.max(1, draft.place), { key, title, lead, section, questions: [] }), verb: 'add', subject: title };
  });
  return key;
}

export type PageChanged = { readonly kind: 'saved' } | { readonly kind: 'stale'; readonly page: FormPage };

/** What of a page its own editor shows. */
export const ownWords = ({ title, lead, section }: FormPage) => [title, lead, section ?? null];

/** Changes a page's words and place; what another person changed meanwhile is not lost. */
export async function changePage(deps: Deps, actor: Actor, code: string, key: string, draft: PageDraft): Promise<PageChanged> {
  let stale: FormPage | undefined;
  try {
    await editForm(deps, actor, { code, version: null }, ({ pages }) => {
      const before = pageOf(pages, key);
      if (fingerprint(ownWords(before)) !== draft.seen) {
        stale = before;
        throw new Conflict();
      }
      const { title, lead, section } = draft;
      const worded = { ...before, title, lead, section };
      const replaced = replacePage(pages, { ...worded, behind: languageBehind(before, worded, draft.isStillRight) });
      const place = isFirstPage(before) ? 0 : Math.max(1, draft.place);
      return { pages: movePage(replaced, key, place), verb: 'edit', subject: title };
    });
    return { kind: 'saved' };
  } catch (error) {
    if (stale === undefined) throw error;
    return { kind: 'stale', page: stale };
  }
}

export const removeFormPage = (deps: Deps, actor: Actor, wanted: { code: string; version: number }, key: string): Promise<FormVersion> =>
  editForm(deps, actor, wanted, ({ pages }) => {
    const page = pageOf(pages, key);
    if (isPageReliedOn(page)) throw new Conflict('forms.errors.reliedOn');
    return { pages: removePage(pages, key), verb: 'remove', subject: page.title };
  });

/** One place up or down; never before the page where an application begins. Answers where it stands now. */
export async function shiftPage(
  deps: Deps,
  actor: Actor,
  wanted: { readonly code: string; readonly version: number },
  { key, by }: { readonly key: string; readonly by: -1 | 1 },
): Promise<{ readonly title: LocalText; readonly number: number; readonly of: number }> {
  const form = await editForm(deps, actor, wanted, ({ pages }) => {
    const page = pageOf(pages, key);
    const place = pages.indexOf(page) + by;
    if (isFirstPage(page) || place < 1) throw new Conflict('forms.errors.firstPage');
    return { pages: movePage(pages, key, place), verb: 'move', subject: page.title };
  });
  const page = pageOf(form.pages, key);
  return { title: page.title, number: form.pages.indexOf(page) + 1, of: form.pages.length };
}

function pageOf(pages: Pages, key: string): FormPage {
  const page = findPage(pages, key);
  if (page === undefined) throw new NotFound();
  return page;
}
