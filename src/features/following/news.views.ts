import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { advicePaths } from '../advice';
import { meetingPaths } from '../meetings';
import type { News } from './following';

/** A piece of news in words: what happened, and where it is read. */
export interface NewsLine {
  readonly text: string;
  /** Below the origin of this site. */
  readonly href: string;
}

const steps = {
  'meetings.scheduled': 'planned',
  'meetings.moved': 'moved',
  'meetings.cancelled': 'cancelled',
  'scheduling.postponed': 'postponed',
  'agendas.posted': 'agenda',
  'agendas.postedLate': 'agenda',
  'minutes.approved': 'minutes',
  'advice.adopt': 'adopt',
  'advice.deliver': 'deliver',
  'advice.acknowledge': 'acknowledge',
  'advice.extend': 'extend',
  'advice.ask': 'ask',
  'advice.reply': 'reply',
  'advice.sign': 'sign',
  'commitments.moved': 'promise',
} as const;

/** Pieces of news told together: one by itself, or how many meetings were planned. */
export function newsOf(t: Translate, group: readonly News[]): NewsLine {
  const [first] = group;
  if (first !== undefined && group.length === 1) return newsLine(t, first);
  return { text: t('following.news.plannedMany', { count: group.length }), href: meetingPaths.yearCalendar() };
}

export function newsLine(t: Translate, { action, title, startsAt, aboutId, reference }: News): NewsLine {
  const step = steps[action];
  const words = inLocale(title, t.locale);
  const pages = { agenda: meetingPaths.agenda, minutes: meetingPaths.minutes } as const;
  if (startsAt === null)
    return { text: t(`following.news.${step}`, { title: words, reference, date: '' }), href: advicePaths.show({ id: aboutId }) };
  const page = step === 'agenda' || step === 'minutes' ? pages[step] : meetingPaths.show;
  return {
    text: t(`following.news.${step}`, { title: words, reference, date: formatDay(t.locale, startsAt) }),
    href: page({ id: aboutId }),
  };
}
