import type { FormPage, Question } from './question';

/** What an edit of a form did; each can be undone. */
export type FormEditVerb = 'add' | 'edit' | 'move' | 'copy' | 'remove';

export type Pages = readonly FormPage[];

/** Where a question stands: on which page, and at which place of it, from 0. */
export interface Standing {
  readonly page: FormPage;
  readonly place: number;
  readonly question: Question;
}

export function findQuestion(pages: Pages, key: string): Standing | undefined {
  for (const page of pages) {
    const place = page.questions.findIndex((question) => question.key === key);
    const question = page.questions[place];
    if (question !== undefined) return { page, place, question };
  }
  return undefined;
}

export const findPage = (pages: Pages, key: string): FormPage | undefined => pages.find((page) => page.key === key);

/** Puts something at a place of a list; a place beyond its ends is the end. */
export const insertAt = <Item>(list: readonly Item[], place: number, item: Item): Item[] => {
  const at = Math.min(Math.max(place, 0), list.length);
  return [...list.slice(0, at), item, ...list.slice(at)];
};

/** The page goes to this place, the others close up. */
export function movePage(pages: Pages, key: string, place: number): FormPage[] {
  const page = findPage(pages, key);
  if (page === undefined) return [...pages];
  return insertAt(
    pages.filter((other) => other !== page),
    place,
    page,
  );
}

/** The question goes to this place of this page. */
export function moveQuestion(pages: Pages, key: string, to: { readonly page: string; readonly place: number }): FormPage[] {
  const standing = findQuestion(pages, key);
  if (standing === undefined || findPage(pages, to.page) === undefined) return [...pages];
  return putQuestion(removeQuestion(pages, key), standing.question, to);
}

export const putQuestion = (pages: Pages, question: Question, to: { readonly page: string; readonly place: number }): FormPage[] =>
  pages.map((page) => (page.key === to.page ? { ...page, questions: insertAt(page.questions, to.place, question) } : page));

export const replaceQuestion = (pages: Pages, question: Question): FormPage[] =>
  pages.map((page) => ({ ...page, questions: page.questions.map((other) => (other.key === question.key ? question : other)) }));

export const removeQuestion = (pages: Pages, key: string): FormPage[] =>
  pages.map((page) => ({ ...page, questions: page.questions.filter((question) => question.key !== key) }));

export const replacePage = (pages: Pages, page: FormPage): FormPage[] => pages.map((other) => (other.key === page.key ? page : other));

export const removePage = (pages: Pages, key: string): FormPage[] => pages.filter((page) => page.key !== key);

/** A copy of the question stands right behind it, under a key of its own. */
export function copyQuestion(pages: Pages, key: string, newKey: string): FormPage[] {
  const standing = findQuestion(pages, key);
  if (standing === undefined) return [...pages];
  const copy = { ...standing.question, key: newKey, autocomplete: null };
  return putQuestion(pages, copy, { page: standing.page.key, place: standing.place + 1 });
}
