import { formatShortMoment } from '../../i18n/format';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { choiceView, fieldView, type ChoiceView, type FormState } from '../../web/form-view';
import type { Instant } from '../../lib/time';
import type { PageModel } from '../../web/render';
import { hasSecondFactor, type Account } from './account';
import { accountPaths } from './account.paths';
import { formPage } from './form-page.views';
import type { Person } from './person';
import { emailField } from './sign-in.views';

interface SummaryRow {
  readonly label: string;
  readonly value: string;
  readonly href: string | null;
  readonly change: string | null;
}

interface AccountView {
  readonly about: string;
  readonly rows: readonly SummaryRow[];
  readonly ways: string;
  readonly wayRows: readonly SummaryRow[];
}

interface SessionsView {
  readonly lead: string;
  readonly caption: string;
  readonly columns: { readonly begun: string; readonly seen: string; readonly end: string };
  readonly rows: readonly {
    readonly begun: string;
    readonly seen: string;
    readonly isThis: boolean;
    readonly action: string;
    readonly label: string;
  }[];
  readonly thisOne: string;
  readonly endAll: { readonly text: string; readonly action: string } | null;
}

/** A session as its list needs it. */
interface OpenSession {
  readonly id_hash: string;
  readonly created_at: Instant;
  readonly seen_at: Instant;
}

declare module '../../web/render' {
  interface Views {
    'accounts/account': AccountView;
    'accounts/sessions': SessionsView;
  }
}

/** Everything one can change about oneself, each with its own page. */
export function accountPage(t: Translate, person: Person, account: Account | undefined, sessions: number): AccountView & PageModel {
  const row = (label: string, value: string | null, href: string): SummaryRow => ({
    label,
    value: value ?? t('common.none'),
    href,
    change: t('common.change'),
  });
  const language = languages.find(({ code }) => code === person.locale)?.name ?? person.locale;
  const { profile, email, changePassword, factor, sessions: sessionList } = accountPaths;
  return {
    title: t('accounts.account.title'),
    unlisted: true,
    about: t('accounts.account.about'),
    rows: [
      row(t('accounts.fields.name'), person.name, profile()),
      row(t('accounts.fields.preferredName'), person.preferredName, profile()),
      row(t('accounts.fields.pronouns'), person.pronouns, profile()),
      row(t('accounts.fields.language'), language, profile()),
      row(t('accounts.fields.phone'), person.phone === '' ? null : person.phone, profile()),
      row(t('accounts.fields.email'), person.email, email()),
    ],
    ways: t('accounts.account.ways'),
    wayRows: [
      row(t('accounts.password.label'), passwordState(t, account), changePassword()),
      row(
        t('accounts.factorPage.title'),
        account !== undefined && hasSecondFactor(account) ? t('accounts.factorPage.on') : t('accounts.factorPage.off'),
        factor(),
      ),
      row(t('accounts.sessions.title'), t('accounts.sessions.count', { count: sessions }), sessionList()),
    ],
  };
}

export const profilePage = (t: Translate, state: FormState, locales: readonly string[]) =>
  formPage(t, state, {
    title: t('accounts.profile.title'),
    action: accountPaths.profile(),
    fields: [
      fieldView(t, state, 'name', t('accounts.fields.name'), { autocomplete: 'name' }),
      fieldView(t, state, 'preferredName', t('accounts.fields.preferredName'), {
        hint: t('accounts.profile.preferredHint'),
        required: false,
        autocomplete: 'nickname',
      }),
      fieldView(t, state, 'pronouns', t('accounts.fields.pronouns'), { required: false }),
      fieldView(t, state, 'phone', t('accounts.fields.phone'), { type: 'tel', required: false, autocomplete: 'tel', inputmode: 'tel' }),
    ],
    choices: [languageChoice(t, state, locales)],
    hidden: [{ name: 'version', value: typeof state.raw['version'] === 'string' ? state.raw['version'] : '' }],
    submit: t('common.save'),
    links: [{ text: t('common.back'), href: accountPaths.account() }],
  });

export const emailPage = (t: Translate, state: FormState) =>
  formPage(t, state, {
    title: t('accounts.email.title'),
    lead: [t('accounts.email.lead')],
    action: accountPaths.email(),
    fields: [emailField(t, state, null)],
    submit: t('accounts.email.submit'),
    links: [{ text: t('common.back'), href: accountPaths.account() }],
  });

export const emailConfirmPage = (t: Translate, email: string) =>
  formPage(
    t,
    { raw: {}, errors: {} },
    {
      title: t('accounts.email.confirmTitle'),
      lead: [t('accounts.email.confirmLead', { email })],
      action: accountPaths.emailConfirm(),
      submit: t('accounts.email.confirm'),
    },
  );

/** Asks once more before a change of address is stopped or taken back. */
export const emailStopPage = (t: Translate, token: string, does: 'stopped' | 'undone') =>
  formPage(
    t,
    { raw: {}, errors: {} },
    {
      title: t(`accounts.emailStop.${does}.title`),
      lead: [t(`accounts.emailStop.${does}.lead`), t('accounts.emailStop.sessions')],
      action: accountPaths.emailStop({ token }),
      submit: t(`accounts.emailStop.${does}.button`),
      links: [{ text: t('accounts.emailStop.help'), href: '/help' }],
    },
  );

/** Where one is signed in; the browser in use is marked. */
export const sessionsPage = (t: Translate, rows: readonly OpenSession[], thisHash: string): SessionsView & PageModel => ({
  title: t('accounts.sessions.title'),
  unlisted: true,
  lead: t('accounts.sessions.lead'),
  caption: t('accounts.sessions.caption'),
  columns: { begun: t('accounts.sessions.begun'), seen: t('accounts.sessions.seen'), end: t('accounts.sessions.end') },
  rows: rows.map((row) => ({
    begun: formatShortMoment(t, row.created_at),
    seen: formatShortMoment(t, row.seen_at),
    isThis: row.id_hash === thisHash,
    action: accountPaths.sessionEnd({ id: row.id_hash }),
    label: t('accounts.sessions.endOne', { begun: formatShortMoment(t, row.created_at) }),
  })),
  thisOne: t('accounts.sessions.thisOne'),
  endAll: rows.length > 1 ? { text: t('accounts.sessions.endOthers'), action: accountPaths.sessionsEnd() } : null,
});

/** Languages by their own names. */
export const languageChoice = (t: Translate, state: FormState, locales: readonly string[]): ChoiceView =>
  choiceView(
    t,
    state,
    'locale',
    t('accounts.fields.language'),
    languages.filter(({ code }) => locales.includes(code)).map(({ code, name }) => [code, name]),
  );

const passwordState = (t: Translate, account: Account | undefined): string | null => {
  const at = account?.passwordChangedAt ?? null;
  return at === null ? null : t('accounts.account.passwordSet', { when: formatShortMoment(t, at) });
};
