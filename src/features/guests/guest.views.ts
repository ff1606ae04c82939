import { formatMoment, formatNumber, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import type { Instant } from '../../lib/time';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { factsOf, meetingPaths, meetingTitle, type Meeting } from '../meetings';
import { fits, headCount, mayRegister, type Guest } from './guest';
import { guestPaths } from './guest.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface Words {
  readonly title: string;
  readonly unlisted: true;
}

interface RegisterView extends Words {
  readonly breadcrumbs: readonly Link[];
  readonly errorSummary: ErrorSummary | null;
  readonly kicker: string;
  readonly notice: string | null;
  readonly form: { readonly action: string; readonly key: string; readonly fields: readonly FieldView[] } | null;
  readonly back: Link;
}

interface SentView extends Words {
  readonly back: Link;
}

interface OwnView extends Words {
  readonly kicker: string;
  readonly state: { readonly tone: 'success' | 'warning' | 'neutral'; readonly text: string };
  readonly facts: ReturnType<typeof factsOf>;
  readonly giveBack: string | null;
  readonly back: Link;
}

interface GuestLine {
  readonly name: string;
  readonly line: string;
  readonly needs: string;
  readonly tag: { readonly text: string; readonly tone: 'success' | 'warning' | 'neutral' } | null;
  readonly arrival: { readonly action: string; readonly text: string; readonly value: 'here' | 'back' } | null;
  readonly removal: string | null;
}

interface ListView extends Words {
  readonly breadcrumbs: readonly Link[];
  readonly errorSummary: ErrorSummary | null;
  readonly kicker: string;
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly places: { readonly action: string; readonly version: string; readonly field: FieldView };
  readonly groups: readonly { readonly id: string; readonly title: string; readonly guests: readonly GuestLine[] }[];
}

declare module '../../web/render' {
  interface Views {
    'guests/register': RegisterView;
    'guests/sent': SentView;
    'guests/own': OwnView;
    'guests/list': ListView;
  }
}

const meetingLink = (t: Translate, { id }: Meeting): Link => ({ text: t('access.back'), href: meetingPaths.show({ id }) });

interface Registering {
  readonly meeting: Meeting;
  readonly places: number | null;
  readonly guests: readonly Guest[];
  readonly form: FormState;
  readonly now: Instant;
}

/** The form for anyone; it says beforehand when only the waiting list is left, and to nobody who has registered. */
export function registerView(t: Translate, { meeting, places, guests, form, now }: Registering): RegisterView {
  const isOpen = mayRegister(meeting, now);
  const isFull = !fits(guests, 1, places);
  const full = isFull ? t('guests.register.full') : null;
  return {
    title: t('guests.register.title'),
    unlisted: true,
    breadcrumbs: [{ text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id: meeting.id }) }],
    errorSummary: errorSummary(t, form.errors),
    kicker: formatMoment(t, meeting.startsAt),
    notice: isOpen ? full : t('guests.errors.over'),
    form: isOpen
      ? { action: guestPaths.register({ id: meeting.id }), key: rawText(form.raw, 'key'), fields: registerFields(t, form) }
      : null,
    back: meetingLink(t, meeting),
  };
}

const registerFields = (t: Translate, form: FormState): FieldView[] => [
  fieldView(t, form, 'name', t('guests.register.name'), { autocomplete: 'name', hint: t('guests.register.nameHint') }),
  fieldView(t, form, 'party', t('guests.register.party'), {
    inputmode: 'numeric',
    narrow: true,
    hint: t('guests.register.partyHint'),
  }),
  fieldView(t, form, 'email', t('guests.register.email'), {
    required: false,
    type: 'email',
    inputmode: 'email',
    autocomplete: 'email',
    hint: t('guests.register.emailHint'),
  }),
  fieldView(t, form, 'language', t('access.form.language'), { required: false, hint: t('access.form.languageHint') }),
  fieldView(t, form, 'needs', t('guests.register.needs'), {
    required: false,
    type: 'textarea',
    rows: 3,
    words: 100,
    hint: t('guests.register.needsHint'),
  }),
];

export const sentView = (t: Translate, meeting: Meeting): SentView => ({
  title: t('guests.sent.title'),
  unlisted: true,
  back: meetingLink(t, meeting),
});

interface Own {
  readonly token: string;
  readonly meeting: Meeting;
  readonly guest: Guest;
  readonly now: Instant;
}

/** The page behind the link of the mail: what stands, and the button that gives the place back. To look changes nothing. */
export function ownView(t: Translate, { token, meeting, guest, now }: Own): OwnView {
  const tones = { placed: 'success', waiting: 'warning', cancelled: 'neutral' } as const;
  return {
    title: t('guests.own.title'),
    unlisted: true,
    kicker: meetingTitle(meeting, t.locale),
    state: {
      tone: tones[guest.status],
      text: t(`guests.own.${guest.status}`, { count: guest.party, moment: formatMoment(t, meeting.startsAt) }),
    },
    facts: factsOf(t, meeting),
    giveBack: guest.status !== 'cancelled' && mayRegister(meeting, now) ? guestPaths.own({ token }) : null,
    back: meetingLink(t, meeting),
  };
}

interface Listed {
  readonly meeting: Meeting;
  readonly guests: readonly Guest[];
  readonly places: number | null;
  readonly form: FormState;
}

/** For the staff at the door: head count first, then each party with the button that checks it off. */
export function guestListView(t: Translate, { meeting, guests, places, form }: Listed): ListView {
  const people = (some: readonly Guest[]): string =>
    formatNumber(
      t.locale,
      some.reduce((sum, { party }) => sum + party, 0),
    );
  const placed = guests.filter(({ status }) => status === 'placed');
  const waiting = guests.filter(({ status }) => status === 'waiting');
  const here = placed.filter(({ arrivedAt }) => arrivedAt !== null);
  return {
    title: t('guests.list.title'),
    unlisted: true,
    breadcrumbs: [{ text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id: meeting.id }) }],
    errorSummary: errorSummary(t, form.errors),
    kicker: formatMoment(t, meeting.startsAt),
    stats: [
      { number: people(placed), label: t('guests.list.expected') },
      { number: people(here), label: t('guests.list.here') },
      { number: people(waiting), label: t('guests.list.waiting') },
      ...(places === null
        ? []
        : [{ number: formatNumber(t.locale, Math.max(0, places - headCount(guests))), label: t('guests.list.left') }]),
    ],
    places: {
      action: guestPaths.places({ id: meeting.id }),
      version: rawText(form.raw, 'version'),
      field: fieldView(t, form, 'places', t('guests.list.places'), {
        required: false,
        inputmode: 'numeric',
        narrow: true,
        hint: t('guests.list.placesHint'),
      }),
    },
    groups: (['placed', 'waiting', 'cancelled'] as const)
      .map((status) => groupOf(t, status, guests))
      .filter((group) => group.guests.length > 0),
  };
}

const groupOf = (t: Translate, status: Guest['status'], guests: readonly Guest[]): ListView['groups'][number] => ({
  id: status,
  title: t(`guests.list.groups.${status}`),
  guests: guests.filter((guest) => guest.status === status).map((guest) => guestLine(t, guest)),
});

function guestLine(t: Translate, guest: Guest): GuestLine {
  const { id, meetingId, name, party, language, needs, status, arrivedAt, email } = guest;
  const parts = [
    t('guests.list.party', { count: party }),
    ...(language === '' ? [] : [t('access.logistics.interpreter', { language })]),
    email ?? t('guests.list.noMail'),
  ];
  const at = { id: meetingId, guest: id };
  return {
    name,
    line: parts.join(' · '),
    needs,
    tag: arrivedAt === null ? null : { text: t('guests.list.arrivedAt', { time: formatTime(t.locale, arrivedAt) }), tone: 'success' },
    arrival: status === 'placed' ? arrivalOf(t, guest) : null,
    removal: status === 'cancelled' || arrivedAt !== null ? null : guestPaths.removal(at),
  };
}

const arrivalOf = (t: Translate, { id, meetingId, arrivedAt }: Guest): NonNullable<GuestLine['arrival']> => ({
  action: guestPaths.arrival({ id: meetingId, guest: id }),
  ...(arrivedAt === null
    ? { text: t('guests.list.checkOff'), value: 'here' as const }
    : { text: t('guests.list.takeBack'), value: 'back' as const }),
});
