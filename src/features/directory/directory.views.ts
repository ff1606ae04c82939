import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { formPage } from '../accounts';
import type { Collaborative } from '../collaboratives';
import type { Entry, Listed, MemberMessage } from './directory';
import { directoryPaths } from './directory.paths';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

export interface DirectoryView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly errorSummary: ErrorSummary | null;
  readonly members: readonly {
    readonly name: string;
    readonly seat: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly write: Crumb | null;
    /** Keeps their messages away; null for oneself and whoever is blocked. */
    readonly block: { readonly action: string; readonly text: string } | null;
  }[];
  /** Whose messages do not reach the reader. */
  readonly blocked: readonly { readonly name: string; readonly action: string; readonly button: string }[];
  readonly form: { readonly action: string; readonly shows: ChoiceView; readonly listed: ChoiceView };
}

export interface ReceivedView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly at: string;
  readonly paragraphs: readonly string[];
  readonly reply: Crumb | null;
  readonly report: { readonly action: string; readonly words: FieldView } | null;
  readonly block: { readonly action: string; readonly text: string } | null;
}

export interface ReportedView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly messages: readonly {
    readonly line: string;
    readonly text: string;
    readonly words: string;
    /** When it was dealt with; null while it waits. */
    readonly done: string | null;
    readonly action: string;
  }[];
}

declare module '../../web/render' {
  interface Views {
    'directory/show': DirectoryView;
    'directory/received': ReceivedView;
    'directory/reported': ReportedView;
  }
}

const meCrumb = (t: Translate): Crumb => ({ text: t('layout.navigation.me'), href: '/me' });

/** Which directory, for members of several collaboratives. */
export const chooseView = (t: Translate, own: readonly Collaborative[]) => ({
  title: t('directory.link'),
  unlisted: true,
  breadcrumbs: [meCrumb(t)],
  lead: [t('directory.choose')],
  links: own.map(({ slug, name }) => ({ href: directoryPaths.show({ slug }), text: inLocale(name, t.locale) })),
});

export interface BlockedPerson {
  readonly id: string;
  readonly name: string;
}

interface Shown {
  readonly collaborative: Collaborative;
  readonly ownId: string;
  readonly own: Entry | null;
  readonly form: FormState;
  readonly blocked: readonly BlockedPerson[];
}

/** The directory of one collaborative and what one shows there oneself. */
export function directoryView(t: Translate, listed: readonly Listed[], { collaborative, ownId, own, form, blocked }: Shown): DirectoryView {
  const { slug } = collaborative;
  const unwanted = new Set([ownId, ...blocked.map(({ id }) => id)]);
  const state: FormState = Object.keys(form.errors).length > 0 ? form : { raw: rawOf(own), errors: {} };
  return {
    title: t('directory.title', { name: inLocale(collaborative.area, t.locale) }),
    district: slug,
    unlisted: true,
    breadcrumbs: [meCrumb(t)],
    errorSummary: errorSummary(t, form.errors),
    members: listed.map((member) => memberLine(t, member, { slug, ownId, unwanted })),
    blocked: blocked.map(({ id, name }) => ({
      name,
      action: directoryPaths.unblock({ slug, id }),
      button: t('directory.unblock', { name }),
    })),
    form: {
      action: directoryPaths.entry({ slug }),
      listed: choiceView(t, state, 'listed', t('directory.listed'), [
        ['yes', t('directory.listedYes')],
        ['no', t('directory.listedNo')],
      ]),
      shows: choiceView(
        t,
        state,
        'shows',
        t('directory.shows'),
        [
          ['email', t('directory.showsEmail')],
          ['phone', t('directory.showsPhone')],
        ],
        { kind: 'checkbox', required: false },
      ),
    },
  };
}

interface Around {
  readonly slug: string;
  readonly ownId: string;
  readonly unwanted: ReadonlySet<string>;
}

const memberLine = (t: Translate, { personId, name, seatCode, email, phone }: Listed, { slug, ownId, unwanted }: Around) => ({
  name,
  seat: seatCode,
  email,
  phone,
  write: personId === ownId ? null : { href: directoryPaths.message({ slug, id: personId }), text: t('directory.writeTo', { name }) },
  block: unwanted.has(personId) ? null : blockForm(t, slug, { id: personId, name }),
});

const blockForm = (t: Translate, slug: string, { id, name }: BlockedPerson) => ({
  action: directoryPaths.block({ slug, id }),
  text: t('directory.block', { name }),
});

const rawOf = (own: Entry | null) => ({
  listed: own === null ? 'no' : 'yes',
  shows: [...(own?.showsEmail === true ? ['email'] : []), ...(own?.showsPhone === true ? ['phone'] : [])],
});

/** The form that writes to one fellow member, with the rule about deliberating outside of a meeting. */
export function writeView(t: Translate, to: Listed, collaborative: Collaborative, form: FormState): ReturnType<typeof formPage> {
  const { slug } = collaborative;
  return formPage(t, form, {
    title: t('directory.writeTo', { name: to.name }),
    district: slug,
    breadcrumbs: [
      meCrumb(t),
      { text: t('directory.title', { name: inLocale(collaborative.area, t.locale) }), href: directoryPaths.show({ slug }) },
    ],
    lead: [t('directory.rule'), t('directory.through')],
    action: directoryPaths.message({ slug, id: to.personId }),
    fields: [fieldView(t, form, 'text', t('directory.text'), { type: 'textarea', rows: 8, words: 300 })],
    choices: [
      choiceView(t, form, 'understood', t('directory.understoodLegend'), [['yes', t('directory.understood')]], { kind: 'checkbox' }),
    ],
    submit: t('directory.send'),
  });
}

interface Received {
  readonly message: MemberMessage;
  readonly from: string;
  readonly slug: string;
  readonly mayReply: boolean;
  readonly mayBlock: boolean;
  readonly form: FormState;
}

/** A message one got, with the answer and the report. */
export function receivedView(t: Translate, { message, from, slug, mayReply, mayBlock, form }: Received): ReceivedView {
  return {
    title: t('directory.received', { name: from }),
    unlisted: true,
    breadcrumbs: [meCrumb(t)],
    at: formatShortMoment(t, message.sentAt),
    paragraphs: message.text.split(/\n{2,}/),
    reply: mayReply ? { href: directoryPaths.message({ slug, id: message.fromId }), text: t('directory.reply') } : null,
    report:
      message.reportedAt === null
        ? {
            action: directoryPaths.report({ id: message.id }),
            words: fieldView(t, form, 'words', t('directory.reportWords'), { type: 'textarea', rows: 3, required: false }),
          }
        : null,
    block: mayBlock ? blockForm(t, slug, { id: message.fromId, name: from }) : null,
  };
}

/** Reported messages for staff; they see no others. */
export const reportedView = (
  t: Translate,
  collaborative: Collaborative,
  messages: readonly (MemberMessage & { readonly from: string; readonly to: string })[],
): ReportedView => ({
  title: t('directory.reportedTitle', { name: inLocale(collaborative.area, t.locale) }),
  district: collaborative.slug,
  unlisted: true,
  breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
  messages: messages.map(({ id, from, to, sentAt, text, reportWords, dealtWithAt }) => ({
    line: t('directory.reportedLine', { from, to, at: formatShortMoment(t, sentAt) }),
    text,
    words: reportWords,
    done: dealtWithAt === null ? null : t('directory.dealtOn', { date: formatShortMoment(t, dealtWithAt) }),
    action: directoryPaths.dealtWith({ slug: collaborative.slug, id }),
  })),
});
