import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import type { Meeting } from './meeting';
import { locationOf } from './meeting-calendar.views';

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly href: string | null;
}

/** Who meets together. */
export const jointFact = (t: Translate, { name }: Collaborative): Fact => ({
  label: t('scheduling.joint.label'),
  value: t('scheduling.joint.of', { names: inLocale(name, t.locale) }),
  href: null,
});

/** Where, how to take part, access and papers; what is not known is left out. */
export function factsOf(t: Translate, meeting: Omit<Meeting, 'status'>): Fact[] {
  const { accessContact: contact, accessAskBy } = meeting;
  const access =
    accessAskBy === null
      ? t('meetings.show.accessAsk', { contact })
      : t('meetings.show.accessAskBy', { contact, date: formatDate(t.locale, accessAskBy) });
  const rows: [label: string, value: string, href?: string][] = [
    [t('meetings.show.whereLabel'), locationOf(meeting)],
    [t('meetings.show.online'), meeting.remoteUrl === '' ? '' : t('meetings.show.join'), meeting.remoteUrl],
    [t('meetings.show.phone'), meeting.remotePhone],
    [t('meetings.show.interpretation'), meeting.interpretation],
    [t('meetings.show.emergency'), meeting.kindReason],
    [t('meetings.show.access'), contact === '' ? '' : access],
    [t('meetings.show.papers'), meeting.papersAddress === '' ? '' : t('meetings.show.papersAt', { address: meeting.papersAddress })],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value, href]) => ({ label, value, href: href ?? null }));
}
