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

export function newsLine(t: Translate, { action, title, startsAt, aboutId, reference }: News): NewsLine {
  const step = steps[action];
  const words = inLocale(title, t.locale);
  if (step !== 'agenda' && step !== 'minutes')
    return { text: t(`following.news.${step}`, { title: words, reference }), href: advicePaths.show({ id: aboutId }) };
  const date = startsAt === null ? '' : formatDay(t.locale, startsAt);
  const href = step === 'agenda' ? meetingPaths.agenda({ id: aboutId }) : meetingPaths.minutes({ id: aboutId });
  return { text: t(`following.news.${step}`, { title: words, date }), href };
}
