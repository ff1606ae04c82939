import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { Collaborative } from '../collaboratives';
import { locationOf, meetingPaths, meetingTitle, type Meeting } from '../meetings';
import { agendaPaths, doorPicture } from './agenda.paths';

/** One sheet for the door, in one language. */
interface DoorSheet {
  readonly lang: string;
  readonly kicker: string;
  readonly title: string;
  readonly state: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null }[];
  readonly picture: string;
  readonly pictureText: string;
  readonly scan: string;
  readonly address: string;
  readonly open: string;
}

interface DoorView {
  readonly title: string;
  readonly district: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly lead: string;
  readonly sheets: readonly DoorSheet[];
}

declare module '../../web/render' {
  interface Views {
    'agendas/door': DoorView;
  }
}

interface DoorParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly baseUrl: string;
}

/** The sheet to print for the door, in the languages of these translators. */
export const doorView = (t: Translate, parts: DoorParts, sides: readonly Translate[]): DoorView => ({
  title: t('agendas.door.title', { title: meetingTitle(parts.meeting, t.locale) }),
  district: parts.collaborative.slug,
  breadcrumbs: [
    { text: inLocale(parts.collaborative.name, t.locale), href: `/${parts.collaborative.slug}` },
    { text: meetingTitle(parts.meeting, t.locale), href: meetingPaths.show({ id: parts.meeting.id }) },
  ],
  lead: t('agendas.door.lead'),
  sheets: sides.map((side) => sheetOf(side, parts)),
});

/** Where the code leads: the agenda, in the language of its sheet. */
export const doorAddress = (baseUrl: string, id: string, lang: string): string => baseUrl + withQuery(agendaPaths.show({ id }), { lang });

function sheetOf(t: Translate, { meeting, collaborative, baseUrl }: DoorParts): DoorSheet {
  const address = doorAddress(baseUrl, meeting.id, t.locale).replace(/^https?:\/\//, '');
  const { accessContact: contact } = meeting;
  const rows: [string, string][] = [
    [t('meetings.show.when'), formatMoment(t, meeting.startsAt)],
    [t('meetings.show.whereLabel'), locationOf(meeting)],
    [t('meetings.show.interpretation'), meeting.interpretation],
    [t('meetings.show.access'), contact === '' ? '' : t('meetings.show.accessAsk', { contact })],
    [t('meetings.show.papers'), meeting.papersAddress === '' ? '' : t('meetings.show.papersAt', { address: meeting.papersAddress })],
  ];
  return {
    lang: t.locale,
    kicker: inLocale(collaborative.name, t.locale),
    title: meetingTitle(meeting, t.locale),
    state: stateOf(t, meeting),
    facts: rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value, href: null })),
    picture: doorPicture.of(meeting.id, t.locale),
    pictureText: t('agendas.door.picture', { address }),
    scan: t('agendas.door.scan'),
    address,
    open: t('agendas.door.open'),
  };
}

function stateOf(t: Translate, { status, cancelReason }: Meeting): string {
  if (status === 'cancelled') return t('meetings.state.cancelledBecause', { reason: cancelReason ?? '' });
  return status === 'postponed' ? t('meetings.state.postponed') : '';
}
