import { formatMoment } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { Page } from '../../lib/pagination';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { phoneLink, type Collaborative } from '../collaboratives';
import type { HelpRequest } from './help-request';
import { helpPaths } from './help-request.paths';
import type { ListedRequest, Show } from './help-request.queries';

declare module '../../web/render' {
  interface Views {
    'help/show': HelpView;
    'help/sent': HelpSentView;
    'help/list': HelpListView;
    'help/request': HelpRequestView;
  }
}

export interface HelpView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly action: string;
  readonly fields: readonly FieldView[];
  readonly collaborative: ChoiceView;
  readonly text: FieldView;
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  readonly contacts: readonly {
    readonly slug: string;
    readonly area: string;
    readonly email: string;
    readonly mailto: string;
    readonly phone: { readonly text: string; readonly href: string };
  }[];
}

const asked = ['apply', 'email', 'language', 'meeting', 'where'] as const;

/** The help page: usual questions, whom to call, and the form. */
export function helpView(t: Translate, collaboratives: readonly Collaborative[], state: FormState) {
  const areas = collaboratives.map(({ slug, area }) => [slug, inLocale(area, t.locale)] as const);
  return {
    title: t('help.title'),
    description: t('help.description'),
    breadcrumbs: [{ text: t('layout.home'), href: '/' }],
    errorSummary: errorSummary(t, state.errors),
    action: helpPaths.page(),
    fields: [
      fieldView(t, state, 'name', t('help.form.name'), { autocomplete: 'name' }),
      fieldView(t, state, 'email', t('help.form.email'), {
        type: 'email',
        autocomplete: 'email',
        inputmode: 'email',
        hint: t('help.form.emailHint'),
      }),
    ],
    collaborative: choiceView(t, state, 'collaborative', t('help.form.collaborative'), [['', t('help.form.notSure')], ...areas], {
      required: false,
      hint: t('help.form.collaborativeHint'),
    }),
    text: fieldView(t, state, 'text', t('help.form.text'), { type: 'textarea', hint: t('help.form.textHint') }),
    questions: asked.map((key) => ({ question: t(`help.questions.${key}.question`), answer: t(`help.questions.${key}.answer`) })),
    contacts: collaboratives.map(({ slug, area, contactEmail, contactPhone }) => ({
      slug,
      area: inLocale(area, t.locale),
      email: contactEmail,
      mailto: `mailto:${contactEmail}`,
      phone: phoneLink(contactPhone),
    })),
  };
}

export interface HelpSentView {
  readonly title: string;
}

export const helpSentView = (t: Translate) => ({
  title: t('help.sent.title'),
  breadcrumbs: [
    { text: t('layout.home'), href: '/' },
    { text: t('help.title'), href: helpPaths.page() },
  ],
  unlisted: true,
});

export interface HelpListView {
  readonly title: string;
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly slug: string;
    readonly area: string;
    readonly text: string;
    readonly line: string;
  }[];
  readonly empty: string | null;
  readonly next: string | null;
  readonly first: string | null;
}

const shows: readonly Show[] = ['waiting', 'answered'];

export function helpListView(t: Translate, page: Page<ListedRequest>, { show, isFirst }: { show: Show; isFirst: boolean }) {
  const here = withQuery(helpPaths.list(), { show: show === 'waiting' ? undefined : show });
  return {
    title: t('help.list.title'),
    breadcrumbs: [
      { text: t('layout.home'), href: '/' },
      { text: t('layout.navigation.staff'), href: '/staff' },
    ],
    unlisted: true,
    tabs: shows.map((one) => ({
      text: t(`help.list.${one}`),
      href: withQuery(helpPaths.list(), { show: one === 'waiting' ? undefined : one }),
      isCurrent: one === show,
    })),
    rows: page.rows.map((request) => rowView(t, request)),
    empty: page.rows.length > 0 ? null : t(show === 'waiting' ? 'help.list.noneWaiting' : 'help.list.noneAnswered'),
    next: page.next === null ? null : withQuery(helpPaths.list(), { show: show === 'waiting' ? undefined : show, after: page.next }),
    first: isFirst ? null : here,
  };
}

function rowView(t: Translate, request: ListedRequest) {
  const { id, name, text, area, slug, askedAt, answeredAt, answeredByName } = request;
  const excerpt = Array.from(text.replace(/\s+/g, ' ')).slice(0, 160).join('');
  return {
    name,
    href: helpPaths.show({ id }),
    slug: slug ?? '',
    area: area === null ? t('help.list.program') : inLocale(area, t.locale),
    text: excerpt,
    line:
      answeredAt === null
        ? t('help.list.asked', { moment: formatMoment(t, askedAt) })
        : t('help.list.answeredBy', { moment: formatMoment(t, answeredAt), name: answeredByName ?? t('history.erased') }),
  };
}

export interface HelpRequestView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly rows: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly text: string;
  readonly lang: string;
  readonly form: { readonly action: string; readonly version: string; readonly field: FieldView; readonly note: string } | null;
  readonly answer: string | null;
}

/** A question with its answer, or the form to answer it. */
export function helpRequestView(t: Translate, request: HelpRequest, state: FormState) {
  const language = languageName(t, request.locale);
  const row = (label: string, value: string) => ({ label, value, href: null, change: null });
  return {
    title: t('help.request.title', { name: request.name }),
    breadcrumbs: [
      { text: t('layout.home'), href: '/' },
      { text: t('layout.navigation.staff'), href: '/staff' },
      { text: t('help.list.title'), href: helpPaths.list() },
    ],
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    rows: [
      row(t('help.form.name'), request.name),
      row(t('help.form.email'), request.email),
      row(t('help.mails.asked.when'), formatMoment(t, request.askedAt)),
      row(t('help.mails.asked.language'), language),
    ],
    text: request.text,
    lang: request.locale,
    form:
      request.answeredAt !== null
        ? null
        : {
            action: helpPaths.answer({ id: request.id }),
            version: String(request.version),
            field: fieldView(t, state, 'answer', t('help.request.answer'), { type: 'textarea', rows: 10 }),
            note: t('help.request.note', { language }),
          },
    answer: request.answer,
  };
}
