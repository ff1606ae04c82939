import { formatClock, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Posting } from '../agendas';
import { meetingPaths } from '../meetings';
import { general } from './comment.form';
import { commentHead, itemsToComment, type CommentHead, type CommentPlace } from './comment.views';
import { endOf, minutesFor, speakerCounts, speakerMachine, speakerWays, takesSpeakersAtDoor, type Speaker } from './speaker';
import { speakerPaths } from './speaker.paths';

interface SignUpForm {
  readonly action: string;
  readonly key: string;
  readonly item: ChoiceView;
  readonly way: ChoiceView;
  readonly interpreter: FieldView;
  readonly name: FieldView;
  readonly email: FieldView;
}

interface SignUpView extends CommentHead {
  readonly errorSummary: ErrorSummary | null;
  readonly lead: string;
  readonly form: SignUpForm | null;
}

interface OwnView extends CommentHead {
  readonly lead: string;
  readonly action: string | null;
}

interface Row {
  readonly title: string;
  readonly about: string;
  readonly state: string;
  readonly version: string;
  readonly call: string | null;
  readonly absence: string | null;
}

interface ListView extends CommentHead {
  readonly errorSummary: ErrorSummary | null;
  readonly back: string;
  readonly counts: string;
  readonly current: {
    readonly title: string;
    readonly times: string;
    readonly endsAt: string;
    readonly now: string;
    readonly action: string;
    readonly version: string;
  } | null;
  readonly rows: readonly Row[];
  readonly form: SignUpForm | null;
  readonly sheet: string;
  readonly door: string;
}

interface SheetView extends CommentHead {
  readonly rows: readonly { readonly title: string; readonly about: string; readonly time: string }[];
}

declare module '../../web/render' {
  interface Views {
    'comments/sign-up': SignUpView;
    'comments/own': OwnView;
    'comments/speakers': ListView;
    'comments/sheet': SheetView;
    'comments/door': CommentHead & { readonly lines: readonly string[] };
  }
}

interface Place extends CommentPlace {
  readonly posting: Posting | undefined;
}

/** Signing up to speak; once it is too late, that the door is still open. */
export function signUpView(place: Place, isOpen: boolean, state: FormState): SignUpView {
  const { t, meeting } = place;
  return {
    ...commentHead(place, t('comments.speakers.title')),
    errorSummary: errorSummary(t, state.errors),
    lead: isOpen ? t('comments.speakers.until', { moment: formatMoment(t, meeting.startsAt) }) : t('comments.speakers.closed'),
    form: isOpen ? formOf(place, state, speakerPaths.signUp({ id: meeting.id })) : null,
  };
}

function formOf({ t, posting }: Place, state: FormState, action: string): SignUpForm {
  const items = itemsToComment(posting).map(
    ({ id, number, title }) => [id, t('comments.write.item', { number, title: inLocale(title, t.locale) })] as const,
  );
  const ways = speakerWays.map((way) => [way, t(`comments.speakers.way.${way}`)] as const);
  const optional = { required: false };
  return {
    action,
    key: rawText(state.raw, 'key'),
    item: choiceView(t, state, 'item', t('comments.speakers.about'), [[general, t('comments.write.general')], ...items]),
    way: choiceView(t, state, 'way', t('comments.speakers.how'), ways),
    interpreter: fieldView(t, state, 'interpreter', t('comments.speakers.interpreter'), {
      ...optional,
      hint: t('comments.speakers.interpreterHint'),
    }),
    name: fieldView(t, state, 'name', t('comments.write.name'), { ...optional, hint: t('comments.speakers.nameHint') }),
    email: fieldView(t, state, 'email', t('comments.write.email'), {
      ...optional,
      type: 'email',
      inputmode: 'email',
      hint: t('comments.speakers.emailHint'),
    }),
  };
}

/** The speaker's own page: the number, and the way back. */
export const ownView = (place: CommentPlace, speaker: Speaker, action: string): OwnView => ({
  ...commentHead(place, place.t('comments.speakers.number', { number: speaker.number })),
  lead: place.t(speaker.status === 'cancelled' ? 'comments.speakers.cancelled' : 'comments.speakers.signed'),
  action: speakerMachine.can(speaker.status, 'cancel') ? action : null,
});

interface ListParts extends Place {
  readonly now: Instant;
  readonly speakers: readonly Speaker[];
  readonly state: FormState;
}

/** The speakers in order for who runs the meeting. */
export function speakersView(parts: ListParts): ListView {
  const { t, meeting, speakers, state } = parts;
  const { id } = meeting;
  const current = speakers.find(({ status }) => status === 'speaking');
  const { spoke, absent } = speakerCounts(speakers);
  return {
    ...commentHead(parts, t('comments.speakers.list')),
    errorSummary: errorSummary(t, state.errors),
    back: meetingPaths.session({ id }),
    counts: t('comments.speakers.counts', { spoke, absent }),
    current: current === undefined ? null : currentOf(parts, current),
    rows: speakers
      .filter(({ status }) => status !== 'cancelled' && status !== 'speaking')
      .map((speaker) => rowOf(parts, speaker, current === undefined)),
    form: takesSpeakersAtDoor(meeting) ? formOf(parts, state, speakerPaths.list({ id })) : null,
    sheet: speakerPaths.sheet({ id }),
    door: speakerPaths.door({ id }),
  };
}

function currentOf({ t, now, meeting, collaborative }: ListParts, speaker: Speaker): NonNullable<ListView['current']> {
  const begins = speaker.beganAt ?? now;
  const ends = endOf(speaker, collaborative.settings.publicCommentMinutes) ?? now;
  return {
    title: titleOf(t, speaker),
    times: t('comments.speakers.times', { begins: formatClock(t.locale, begins), ends: formatClock(t.locale, ends) }),
    endsAt: ends,
    now,
    action: speakerPaths.end({ id: meeting.id, speaker: speaker.id }),
    version: String(speaker.version),
  };
}

function rowOf(place: ListParts, speaker: Speaker, isFree: boolean): Row {
  const { t, meeting } = place;
  const { status, version } = speaker;
  const ids = { id: meeting.id, speaker: speaker.id };
  const isOpen = meeting.status === 'in_session';
  return {
    title: titleOf(t, speaker),
    about: aboutOf(place, speaker),
    state: t(`comments.speakers.status.${status}`),
    version: String(version),
    call: isOpen && isFree && speakerMachine.can(status, 'call') ? speakerPaths.call(ids) : null,
    absence: isOpen && speakerMachine.can(status, 'miss') ? speakerPaths.absence(ids) : null,
  };
}

const titleOf = (t: Translate, { number, name }: Speaker): string =>
  name === '' ? t('comments.speakers.number', { number }) : t('comments.speakers.named', { number, name });

function aboutOf({ t, posting }: Place, { itemId, way, interpreter }: Speaker): string {
  const item = posting?.content.items.find(({ id }) => id === itemId);
  const about =
    item === undefined
      ? t('comments.write.general')
      : t('comments.write.item', { number: item.number, title: inLocale(item.title, t.locale) });
  const parts = [about, t(`comments.speakers.way.${way}`)];
  return [...parts, ...(interpreter === '' ? [] : [t('comments.speakers.interprets', { language: interpreter })])].join(' · ');
}

/** The speakers in order, to print for who presides. */
export function sheetView(place: Place, speakers: readonly Speaker[]): SheetView {
  const { t, collaborative } = place;
  const minutes = collaborative.settings.publicCommentMinutes;
  return {
    ...commentHead(place, t('comments.speakers.sheet')),
    rows: speakers
      .filter(({ status }) => status !== 'cancelled')
      .map((speaker) => ({
        title: titleOf(t, speaker),
        about: aboutOf(place, speaker),
        time: t('comments.speakers.minutes', { count: minutesFor(speaker, minutes) }),
      })),
  };
}

const doorLines = 15;

/** A sheet for the door with empty lines; it says that nobody must sign. */
export const doorView = (place: CommentPlace) => ({
  ...commentHead(place, place.t('comments.speakers.door')),
  lines: Array.from({ length: doorLines }, (_, index) => String(index + 1)),
});
