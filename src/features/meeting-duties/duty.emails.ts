import { formatDate, formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { agendaPaths } from '../agendas';
import type { Collaborative } from '../collaboratives';
import type { Meeting } from '../meetings';
import { lastHours, type PostStep } from './duty';
import type { OwnTask } from './duty.queries';

export const postKind = 'agenda.toPost';
export const taskKind = 'actionItem.due';

interface Words {
  readonly t: Translate;
  readonly baseUrl: string;
}

interface ToPost {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly postBy: Instant;
  readonly step: PostStep;
}

/** To officers and staff: post the agenda, and until when it is in time. */
export function toPostMail({ t, baseUrl }: Words, { meeting, collaborative, postBy, step }: ToPost, to: Recipient): Email {
  const said = {
    date: formatDay(t.locale, meeting.startsAt),
    moment: formatMoment(t, postBy),
    name: inLocale(collaborative.name, t.locale),
    count: lastHours,
  };
  const kind = step === 'hours' ? 'last' : 'ahead';
  return {
    kind: postKind,
    to,
    subject: t(`meetingDuties.post.${kind}.subject`, said),
    letter: {
      preheader: t('meetingDuties.post.preheader', said),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t(`meetingDuties.post.${kind}.lead`, said)],
      facts: [],
      action: { text: t('meetingDuties.post.action'), url: baseUrl + agendaPaths.desk({ id: meeting.id }) },
      after: [],
      reason: t('mail.reasons.runsMeeting'),
    },
    dedupeKey: `${postKind}:${meeting.id}:${postBy}:${step}:${to.personId ?? to.address}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: collaborative.id },
    whenUnknown: 'drop',
    expiresAt: postBy,
  };
}

/** To the owner: what they said they would do, before the day, after it, and each week until it is done or dropped. */
export function taskMail(
  { t, baseUrl }: Words,
  task: OwnTask,
  { day, today }: { readonly day: CalendarDate; readonly today: CalendarDate },
  to: Recipient,
): Email {
  const said = {
    date: formatDate(t.locale, task.dueOn),
    meeting: formatDay(t.locale, task.meetingStartsAt),
    title: inLocale(task.meetingTitle, t.locale),
  };
  const when = today > task.dueOn ? 'late' : 'ahead';
  return {
    kind: taskKind,
    to,
    subject: t(`meetingDuties.task.${when}.subject`, said),
    letter: {
      preheader: t('meetingDuties.task.preheader', said),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t(`meetingDuties.task.${when}.lead`, said), task.text],
      facts: [],
      action: { text: t('meetingDuties.task.action'), url: `${baseUrl}/me` },
      after: [t('meetingDuties.task.after')],
      reason: t('meetingDuties.task.reason'),
    },
    dedupeKey: `${taskKind}:${task.id}:${task.dueOn}:${day}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: task.meetingId, collaborativeId: task.collaborativeId },
    whenUnknown: 'drop',
  };
}
