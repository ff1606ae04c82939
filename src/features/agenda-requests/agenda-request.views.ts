import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { lastDayFor } from './agenda-request';
import { requestPaths } from './agenda-request.paths';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

interface AskView {
  readonly title: string;
  readonly district: string;
  readonly breadcrumbs: readonly Crumb[];
  readonly errorSummary: ErrorSummary | null;
  readonly lead: string;
  readonly until: string;
  readonly action: string;
  readonly email: FieldView;
}

/** One message, with one button where there is something to do. */
interface WordView {
  readonly title: string;
  readonly lead: string;
  readonly form: { readonly action: string; readonly button: string } | null;
  readonly link: Crumb | null;
  readonly unlisted: true;
}

declare module '../../web/render' {
  interface Views {
    'agenda-requests/ask': AskView;
    'agenda-requests/word': WordView;
  }
}

export function askView(t: Translate, collaborative: Collaborative, today: CalendarDate, state: FormState): AskView {
  const { slug: c } = collaborative;
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t('agendaRequests.ask.title'),
    district: c,
    breadcrumbs: [{ text: name, href: `/${c}` }],
    errorSummary: errorSummary(t, state.errors),
    lead: t('agendaRequests.ask.lead', { name }),
    until: t('agendaRequests.ask.until', { date: formatDate(t.locale, lastDayFor(today)) }),
    action: requestPaths.ask({ c }),
    email: fieldView(t, state, 'email', t('agendaRequests.ask.email'), {
      type: 'email',
      autocomplete: 'email',
      hint: t('agendaRequests.ask.emailHint'),
    }),
  };
}

const word = (given: Omit<WordView, 'unlisted' | 'form' | 'link'> & Partial<WordView>): WordView => ({
  form: null,
  link: null,
  ...given,
  unlisted: true,
});

export const sentView = (t: Translate): WordView => word({ title: t('agendaRequests.sent.title'), lead: t('agendaRequests.sent.lead') });

export const confirmView = (t: Translate, collaborative: Collaborative, token: string): WordView =>
  word({
    title: t('agendaRequests.confirm.title'),
    lead: t('agendaRequests.confirm.lead', { name: inLocale(collaborative.name, t.locale) }),
    form: { action: requestPaths.confirm({ token }), button: t('agendaRequests.confirm.button') },
  });

export const confirmedView = (t: Translate, collaborative: Collaborative, today: CalendarDate): WordView =>
  word({
    title: t('agendaRequests.confirm.doneTitle'),
    lead: t('agendaRequests.confirm.done', {
      name: inLocale(collaborative.name, t.locale),
      date: formatDate(t.locale, lastDayFor(today)),
    }),
    link: { text: t('agendaRequests.meetings'), href: `/${collaborative.slug}/meetings` },
  });

export const renewalView = (t: Translate, token: string, today: CalendarDate): WordView =>
  word({
    title: t('agendaRequests.renewal.title'),
    lead: t('agendaRequests.renewal.lead', { date: formatDate(t.locale, lastDayFor(today)) }),
    form: { action: requestPaths.renewal({ token }), button: t('agendaRequests.renewal.button') },
  });

/** After the button: its new last day, or that there is nothing left to renew. */
export const renewedView = (t: Translate, lapsesOn: CalendarDate | undefined): WordView =>
  lapsesOn === undefined
    ? word({
        title: t('agendaRequests.renewal.goneTitle'),
        lead: t('agendaRequests.renewal.gone'),
        link: { text: t('agendaRequests.collaboratives'), href: '/collaboratives' },
      })
    : word({
        title: t('agendaRequests.renewal.doneTitle'),
        lead: t('agendaRequests.renewal.done', { date: formatDate(t.locale, lapsesOn) }),
      });

export const leaveView = (t: Translate, token: string, isDone: boolean): WordView =>
  isDone
    ? word({ title: t('agendaRequests.leave.doneTitle'), lead: t('agendaRequests.leave.done') })
    : word({
        title: t('agendaRequests.leave.title'),
        lead: t('agendaRequests.leave.lead'),
        form: { action: requestPaths.leave({ token }), button: t('agendaRequests.leave.button') },
      });
