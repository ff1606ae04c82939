import { formatClock, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { plusElapsed, type Instant } from '../../lib/time';
import type { AgendaItem } from '../agendas';
import { speakerEnd, speakerMinutes, type Speaker } from '../comments';
import { quorumView, sessionPaths, takesCheckIns, type QuorumView, type Session } from '../in-session';
import { meetingTitle, type Meeting } from '../meetings';
import { roomPaths } from './room.paths';
import { lastResult, motionOnFloor, type OnFloorView, type ResultView } from './screen-votes.views';
import type { Screen } from './screen.queries';

/** A time that runs: until when, as the server's clock had it when the page was made. */
interface TimerView {
  readonly endsAt: Instant;
  readonly now: Instant;
  readonly text: string;
}

interface LineView {
  readonly text: string;
  readonly lang: string;
}

/** What every screen in the room begins with. */
export interface ScreenTop {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly width: 'screen';
  readonly refreshSeconds: number;
  /** Its own address, read anew every few seconds. */
  readonly live: string;
  readonly every: string;
  readonly area: string;
  readonly name: LineView;
  readonly state: string;
  readonly quorum: QuorumView | null;
  /** For who is signed in: the way back. Devices have none. */
  readonly back: string | null;
}

interface ScreenHead extends ScreenTop {
  readonly item: (LineView & { readonly number: string; readonly timer: TimerView }) | null;
  readonly next: LineView | null;
  readonly speaker: { readonly title: string; readonly timer: TimerView } | null;
  readonly motion: OnFloorView | null;
  readonly result: ResultView | null;
  /** Where members check in with their own phone. */
  readonly checkIn: { readonly picture: string; readonly text: string } | null;
}

interface ChairView extends ScreenHead {
  readonly waiting: readonly { readonly title: string; readonly time: string }[];
}

declare module '../../web/render' {
  interface Views {
    'room/projector': ScreenHead;
    'room/chair': ChairView;
  }
}

/** Where a screen stands: its address, and whether somebody signed in looks at it. */
export interface Place {
  readonly t: Translate;
  readonly address: string;
  readonly isDevice: boolean;
}

const refreshSeconds = 5;

/** The screen for all in the room. People who speak are numbers here: a name is given for being called, not for being shown. */
export function projectorView(place: Place, screen: Screen): ScreenHead {
  const speaker = (one: Speaker) => place.t('comments.speakers.number', { number: one.number });
  return screenHead(place, screen, { title: place.t('room.projector.title'), speaker });
}

/** The screen for who presides: what is to be said next, and who speaks how long. */
export function chairView(place: Place, screen: Screen): ChairView {
  const { t } = place;
  const minutes = screen.session.collaborative.settings.publicCommentMinutes;
  const named = ({ number, name }: Speaker) =>
    name === '' ? t('comments.speakers.number', { number }) : t('comments.speakers.named', { number, name });
  return {
    ...screenHead(place, screen, { title: t('room.chair.title'), speaker: named }),
    waiting: screen.speakers
      .filter(({ status }) => status === 'waiting')
      .map((one) => ({ title: named(one), time: t('comments.speakers.minutes', { count: speakerMinutes(one, minutes) }) })),
  };
}

function screenHead(
  place: Place,
  screen: Screen,
  kind: { readonly title: string; readonly speaker: (speaker: Speaker) => string },
): ScreenHead {
  const { t } = place;
  const { meeting } = screen.session;
  return {
    ...screenTop(place, screen.session, kind.title),
    ...(meeting.status === 'in_session' ? floorOf(t, screen, kind.speaker) : noFloor),
    checkIn: takesCheckIns(meeting, screen.now) ? { picture: roomPaths.herePicture({ id: meeting.id }), text: t('room.here.scan') } : null,
  };
}

const noFloor: Floor = { item: null, next: null, speaker: null, motion: null, result: null };

/** The body, the meeting, how it stands, and how the page keeps itself new. */
export function screenTop({ t, address, isDevice }: Place, session: Session, title: string): ScreenTop {
  const { meeting, collaborative } = session;
  return {
    title,
    district: collaborative.slug,
    unlisted: true,
    width: 'screen',
    refreshSeconds,
    live: address,
    every: String(refreshSeconds),
    area: inLocale(collaborative.area, t.locale),
    name: { text: meetingTitle(meeting, t.locale), lang: localeOf(meeting.title, t.locale) },
    state: stateOf(t, meeting),
    quorum: meeting.status === 'in_session' ? quorumView(t, session) : null,
    back: isDevice ? null : sessionPaths.show({ id: meeting.id }),
  };
}

function stateOf(t: Translate, { inSessionAt, adjournedAt, startsAt }: Meeting): string {
  if (adjournedAt !== null) return t('inSession.show.overAt', { time: formatTime(t.locale, adjournedAt) });
  if (inSessionAt !== null) return t('inSession.show.begunAt', { time: formatTime(t.locale, inSessionAt) });
  return t('room.begins', { time: formatTime(t.locale, startsAt) });
}

type Floor = Pick<ScreenHead, 'item' | 'next' | 'speaker' | 'motion' | 'result'>;

function floorOf(t: Translate, screen: Screen, titleOf: (speaker: Speaker) => string): Floor {
  const index = screen.items.findIndex(({ id }) => id === screen.current?.itemId);
  const next = screen.items[index + 1];
  return {
    item: itemOf(t, screen, screen.items[index]),
    next: next === undefined ? null : lineOf(t, next),
    speaker: speakerOf(t, screen, titleOf),
    motion: motionOnFloor(t, screen),
    result: lastResult(t, screen),
  };
}

const lineOf = (t: Translate, { place, title }: AgendaItem): LineView => ({
  text: t('room.line', { number: place, title: inLocale(title, t.locale) }),
  lang: localeOf(title, t.locale),
});

function itemOf(t: Translate, { current, now }: Screen, item: AgendaItem | undefined): ScreenHead['item'] {
  if (item === undefined || current === undefined) return null;
  const endsAt = plusElapsed(current.since, { minutes: item.minutes });
  return {
    text: inLocale(item.title, t.locale),
    lang: localeOf(item.title, t.locale),
    number: t('inSession.item.number', { number: item.place }),
    timer: { endsAt, now, text: t('room.until', { time: formatTime(t.locale, endsAt) }) },
  };
}

function speakerOf(t: Translate, { speakers, session, now }: Screen, titleOf: (speaker: Speaker) => string): ScreenHead['speaker'] {
  const speaking = speakers.find(({ status }) => status === 'speaking');
  if (speaking === undefined) return null;
  const endsAt = speakerEnd(speaking, session.collaborative.settings.publicCommentMinutes) ?? now;
  return { title: titleOf(speaking), timer: { endsAt, now, text: t('room.until', { time: formatClock(t.locale, endsAt) }) } };
}
