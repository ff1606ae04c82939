import type { Translate } from '../../i18n/translate';
import { withQuery } from '../../lib/path';
import { choiceView, fieldView, type FieldView, type FormState } from '../../web/form-view';
import { accountPaths } from './account.paths';
import { formPage } from './form-page.views';
import { longestPassword, shortestPassword } from './password';
import { calledName, type Person } from './person';
import { minutesOfLink } from './token';
import { rawText } from '../../lib/form';

/** The one page to sign in: an address, and a way to the password. */
export const signInPage = (t: Translate, state: FormState) =>
  formPage(t, state, {
    title: t('accounts.signIn.title'),
    lead: [t('accounts.signIn.lead')],
    action: accountPaths.signIn(),
    fields: [emailField(t, state, t('accounts.signIn.hint'))],
    hidden: [{ name: 'next', value: rawText(state.raw, 'next') }],
    submit: t('accounts.signIn.submit'),
    links: [{ text: t('accounts.signIn.byPassword'), href: withQuery(accountPaths.password(), { next: rawText(state.raw, 'next') }) }],
  });

/** The same words whether or not we know the address. */
export const codePage = (t: Translate, state: FormState, email: string) =>
  formPage(t, state, {
    title: t('accounts.code.title'),
    lead: [t('accounts.code.lead', { email }), t('accounts.code.minutes', { count: minutesOfLink })],
    action: accountPaths.code(),
    fields: [codeField(t, state, t('accounts.code.label'))],
    submit: t('accounts.code.submit'),
    links: [{ text: t('accounts.code.again'), href: accountPaths.signIn() }],
  });

/** Continue, for one; for a household the chooser. Only pressing the button spends the link. */
export function confirmPage(t: Translate, state: FormState, people: readonly Person[]) {
  const [only] = people;
  const isAlone = people.length === 1 && only !== undefined;
  return formPage(t, state, {
    title: isAlone ? t('accounts.confirm.title') : t('accounts.confirm.chooser'),
    lead: [isAlone ? t('accounts.confirm.lead', { name: calledName(only) }) : t('accounts.confirm.chooserLead')],
    action: accountPaths.confirm(),
    choices: isAlone ? [] : [personChoice(t, state, people)],
    submit: t('common.continue'),
  });
}

export const passwordPage = (t: Translate, state: FormState) =>
  formPage(t, state, {
    title: t('accounts.password.title'),
    action: accountPaths.password(),
    fields: [emailField(t, state, null), passwordField(t, state, { name: 'password', label: t('accounts.password.label'), isNew: false })],
    hidden: [{ name: 'next', value: rawText(state.raw, 'next') }],
    submit: t('accounts.password.submit'),
    links: [
      { text: t('accounts.password.forgotten'), href: accountPaths.reset() },
      { text: t('accounts.password.byLink'), href: withQuery(accountPaths.signIn(), { next: rawText(state.raw, 'next') }) },
    ],
  });

export const resetPage = (t: Translate, state: FormState) =>
  formPage(t, state, {
    title: t('accounts.reset.title'),
    lead: [t('accounts.reset.lead')],
    action: accountPaths.reset(),
    fields: [emailField(t, state, null)],
    hidden: [{ name: 'next', value: '' }],
    submit: t('accounts.reset.submit'),
  });

export const newPasswordPage = (t: Translate, state: FormState, people: readonly Person[]) =>
  formPage(t, state, {
    title: t('accounts.newPassword.title'),
    action: accountPaths.newPassword(),
    choices: people.length > 1 ? [personChoice(t, state, people)] : [],
    fields: [newPasswordField(t, state, false)],
    submit: t('accounts.newPassword.submit'),
  });

export const changePasswordPage = (t: Translate, state: FormState, account: { hasPassword: boolean; hasSecondFactor: boolean }) =>
  formPage(t, state, {
    title: account.hasPassword ? t('accounts.changePassword.title') : t('accounts.changePassword.first'),
    lead: [t('accounts.changePassword.lead')],
    action: accountPaths.changePassword(),
    fields: [
      ...(account.hasPassword
        ? [passwordField(t, state, { name: 'current', label: t('accounts.changePassword.current'), isNew: false })]
        : []),
      newPasswordField(t, state, account.hasSecondFactor),
    ],
    submit: t('common.save'),
    links: [{ text: t('common.back'), href: accountPaths.account() }],
  });

/** Six digits, or another short code. */
export const codeField = (t: Translate, state: FormState, label: string, hint: string | null = null): FieldView =>
  fieldView(t, state, 'code', label, {
    value: '',
    hint,
    autocomplete: 'one-time-code',
    inputmode: hint === null ? 'numeric' : 'text',
    narrow: true,
  });

export const emailField = (t: Translate, state: FormState, hint: string | null): FieldView =>
  fieldView(t, state, 'email', t('accounts.fields.email'), { type: 'email', hint, autocomplete: 'email', inputmode: 'email' });

function newPasswordField(t: Translate, state: FormState, hasSecondFactor: boolean): FieldView {
  const hint = t('accounts.newPassword.hint', { min: shortestPassword({ hasSecondFactor }), max: longestPassword });
  return { ...passwordField(t, state, { name: 'password', label: t('accounts.newPassword.label'), isNew: true }), hint };
}

/** A password is never sent back to the page. */
const passwordField = (t: Translate, state: FormState, given: { name: string; label: string; isNew: boolean }): FieldView =>
  fieldView(t, state, given.name, given.label, {
    type: 'password',
    value: '',
    autocomplete: given.isNew ? 'new-password' : 'current-password',
  });

const personChoice = (t: Translate, state: FormState, people: readonly Person[]) =>
  choiceView(
    t,
    state,
    'person',
    t('accounts.confirm.who'),
    people.map((person) => [person.id, calledName(person)]),
  );
