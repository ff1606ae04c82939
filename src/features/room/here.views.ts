import { formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { errorSummary, type ErrorSummary, type FormState } from '../../web/form-view';
import { checkInOpensAt, takesCheckIns } from '../in-session';
import { isLive, meetingPaths, meetingTitle, type Meeting } from '../meetings';
import type { Presences } from './here.queries';
import { roomPaths } from './room.paths';
import { screenTop, type Place, type ScreenTop } from './screen.views';

interface HereView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly kicker: string;
  readonly errorSummary: ErrorSummary | null;
  /** What stands: noted since when, not yet open, over, not on the roll. */
  readonly said: { readonly tone: 'success' | 'neutral'; readonly text: string } | null;
  readonly action: string | null;
  /** Its own address. */
  readonly live: string;
  readonly meeting: string;
}

interface DeskView extends ScreenTop {
  readonly item: null;
  readonly lead: string;
  readonly problem: string | null;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly since: string | null; readonly label: string }[];
  readonly action: string;
}

declare module '../../web/render' {
  interface Views {
    'room/here': HereView;
    'room/desk': DeskView;
  }
}

interface HereParts extends Presences {
  readonly t: Translate;
  readonly now: Instant;
  readonly personId: string;
  readonly state: FormState;
}

/** One tap: "I am here", for the member who holds the phone. */
export function hereView(parts: HereParts): HereView {
  const { t, now, state, session } = parts;
  const { meeting, collaborative } = session;
  const said = saidOf(parts);
  return {
    title: t('room.here.title'),
    district: collaborative.slug,
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${meetingTitle(meeting, t.locale)}`,
    errorSummary: errorSummary(t, state.errors),
    said,
    action: said === null && takesCheckIns(meeting, now) ? roomPaths.here({ id: meeting.id }) : null,
    live: roomPaths.here({ id: meeting.id }),
    meeting: meetingPaths.show({ id: meeting.id }),
  };
}

function saidOf({ t, now, personId, session, since }: HereParts): HereView['said'] {
  const { meeting, voters } = session;
  const own = voters.find((member) => member.personId === personId);
  const at = own === undefined ? undefined : since.get(own.membershipId);
  if (at !== undefined) return { tone: 'success', text: t('room.here.noted', { time: formatTime(t.locale, at) }) };
  if (!takesCheckIns(meeting, now)) return { tone: 'neutral', text: closedText(t, meeting) };
  return own === undefined ? { tone: 'neutral', text: t('room.here.notCalled') } : null;
}

const closedText = (t: Translate, meeting: Meeting): string =>
  isLive(meeting) ? t('room.here.opens', { time: formatTime(t.locale, checkInOpensAt(meeting)) }) : t('room.here.over');

/** The desk at the door: the members of that day, each with a button until they are there. */
export function deskView(
  place: Place,
  presences: Presences,
  { now, action, problem }: { readonly now: Instant; readonly action: string; readonly problem: string | null },
): DeskView {
  const { t } = place;
  const { session, since } = presences;
  const isTaking = takesCheckIns(session.meeting, now);
  return {
    ...screenTop(place, session, t('room.desk.title')),
    item: null,
    lead: isTaking ? t('room.desk.lead') : closedText(t, session.meeting),
    problem,
    rows: (isTaking ? session.voters : []).map(({ membershipId, name }) => {
      const at = since.get(membershipId);
      return {
        id: membershipId,
        name,
        since: at === undefined ? null : t('room.desk.since', { time: formatTime(t.locale, at) }),
        label: t('room.desk.hereOne', { name }),
      };
    }),
    action,
  };
}
