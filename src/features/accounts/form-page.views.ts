import type { Translate } from '../../i18n/translate';
import { errorSummary, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';

/** A page with one form: what most pages of signing in and of the account are. */
export interface FormPageView {
  readonly lead: readonly string[];
  readonly action: string;
  readonly fields: readonly FieldView[];
  readonly choices: readonly ChoiceView[];
  readonly selects: readonly ChoiceView[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly submit: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** A page that only says something and shows where to go on. */
export interface WordPageView {
  readonly lead: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

declare module '../../web/render' {
  interface Views {
    'accounts/form': FormPageView;
    'accounts/word': WordPageView;
  }
}

type Given = Partial<FormPageView & PageModel> & Pick<FormPageView, 'action' | 'submit'> & { readonly title: string };

/** Fills in what a form page leaves out; the errors of the last try stand first. */
export const formPage = (t: Translate, state: FormState, given: Given): FormPageView & PageModel => ({
  lead: [],
  fields: [],
  choices: [],
  selects: [],
  hidden: [],
  links: [],
  unlisted: true,
  errorSummary: errorSummary(t, state.errors),
  ...given,
});

/** A page for a link that is wrong, used or over: one answer for all of these (reliability.md S9). */
export const deadLinkPage = (t: Translate, again: { readonly text: string; readonly href: string }): WordPageView & PageModel => ({
  title: t('accounts.deadLink.title'),
  lead: [t('accounts.deadLink.lead')],
  links: [again],
  unlisted: true,
});
