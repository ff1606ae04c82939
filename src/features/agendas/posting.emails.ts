import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Letter, Recipient } from '../../mail/email';
import type { AgendaRequest } from '../agenda-requests';
import type { Collaborative } from '../collaboratives';
import { invitation, meetingFacts, publishedCalendar, meetingTitle, reasonText, type CalendarOrigin, type Meeting } from '../meetings';
import { agendaPaths } from './agenda.paths';
import { changeLine } from './change.views';
import type { Posting } from './posting';

interface PostingNews extends CalendarOrigin {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly posting: Posting;
  readonly translate: (locale: string) => Translate;
}

/** The agenda is up, or a new version of it with what changed; with the entry for the calendar. */
export function agendaPosted(news: PostingNews, to: Recipient): Email {
  const { meeting, collaborative, posting, translate, baseUrl } = news;
  const t = translate(to.locale);
  const isFirst = posting.number === 1;
  const kind = isFirst ? 'agenda.posted' : 'agenda.changed';
  const values = { date: formatDay(t.locale, meeting.startsAt), title: meetingTitle(meeting, t.locale) };
  const name = inLocale(collaborative.name, t.locale);
  return {
    kind,
    to,
    subject: isFirst ? t('agendas.mail.posted.subject', values) : t('agendas.mail.changed.subject', values),
    letter: {
      preheader: t('agendas.mail.preheader', { moment: formatMoment(t, meeting.startsAt) }),
      greeting: t('meetings.mail.greeting', { name: to.name }),
      paragraphs: paragraphsOf(t, news, name),
      facts: meetingFacts(meeting, t),
      action: { text: t('agendas.mail.open'), url: baseUrl + agendaPaths.show({ id: meeting.id }) },
      after: [t('agendas.mail.calendar')],
      reason: reasonText(t, meeting, name),
    },
    dedupeKey: `${kind}:${meeting.id}:${to.personId ?? to.address}:${posting.number}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
    expiresAt: meeting.endsAt,
    calendar: invitation(meeting, to, t, news),
  };
}

export const askedForKind = 'agenda.askedFor';

/** The same news to somebody who asked for a collaborative's agendas (54954.1), with a leave in one click. */
export function agendaAskedFor(news: PostingNews, request: AgendaRequest, leaveUrl: string): Email {
  const { meeting, posting, collaborative, translate } = news;
  const t = translate(request.locale);
  const mail = agendaPosted(news, { personId: null, name: '', address: request.email, locale: request.locale });
  return {
    ...mail,
    kind: askedForKind,
    letter: {
      ...mail.letter,
      greeting: t('agendaRequests.mail.greeting'),
      reason: t('agendaRequests.mail.reason', { name: inLocale(collaborative.name, t.locale) }),
    },
    dedupeKey: `${askedForKind}:${meeting.id}:${request.id}:${posting.number}`,
    stream: 'subscription',
    about: { kind: 'agenda_request', id: request.id, collaborativeId: collaborative.id },
    calendar: { method: 'PUBLISH', content: publishedCalendar([meeting], t, news) },
    leaveUrl,
  };
}

function paragraphsOf(t: Translate, { posting, meeting }: PostingNews, name: string): Letter['paragraphs'] {
  const moment = formatMoment(t, meeting.startsAt);
  if (posting.number === 1) return [t('agendas.mail.posted.lead', { name, moment }), ...(posting.isLate ? [t('agendas.mail.late')] : [])];
  const lines = posting.changes.map((change) => `• ${changeLine(t, change)}`).join('\n');
  return [t('agendas.mail.changed.lead', { name, moment }), ...(lines === '' ? [] : [lines])];
}
