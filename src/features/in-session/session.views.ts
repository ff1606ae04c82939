import { formatDay, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { wallParts, type Instant } from '../../lib/time';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { AgendaItem } from '../agendas';
import { speakerPaths } from '../comments';
import type { Member } from '../membership';
import { isLive, kindTakesAction, meetingPaths, type Meeting } from '../meetings';
import { statusWord } from './attendance.views';
import type { CheckIn } from './check-in';
import { checkedInLines } from './check-in.views';
import type { Exception } from './exception';
import { consentDoor } from './consent-line.views';
import { isOnFloor, type MotionWithVotes } from './motion';
import { quorumView, type QuorumView } from './quorum.views';
import type { Session } from './record.queries';
import { withoutOutcome } from './session';
import { sessionPaths } from './session.paths';

export interface Tag {
  readonly text: string;
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
}

interface Link {
  readonly text: string;
  readonly href: string;
}

/** What every page of a running meeting begins with. */
export interface SessionHead {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly errorSummary: ErrorSummary | null;
  readonly kicker: string;
  readonly back: Link;
}

interface SessionView extends SessionHead {
  readonly name: string;
  readonly nameLang: string;
  readonly state: string;
  readonly quorum: QuorumView;
  readonly warning: { readonly title: string; readonly text: string } | null;
  readonly begin: { readonly action: string | null; readonly hint: string } | null;
  readonly isOpen: boolean;
  readonly checkedIn: readonly string[];
  readonly rollCall: { readonly text: string; readonly href: string; readonly isFirst: boolean } | null;
  readonly roll: readonly { readonly name: string; readonly status: string; readonly now: Tag }[];
  readonly movement: { readonly action: string; readonly member: ChoiceView; readonly kind: ChoiceView; readonly at: FieldView } | null;
  readonly movements: readonly { readonly text: string; readonly removal: string | null }[];
  readonly floor: (Link & { readonly notice: string }) | null;
  readonly consent: Link | null;
  readonly items: readonly ItemLine[];
  readonly adjournment: { readonly action: string | null; readonly text: string } | null;
  readonly minutes: string | null;
  readonly speakers: string | null;
  readonly screens: string | null;
  /** Where matters off the posted agenda are put forward and voted on. */
  readonly exceptions: string | null;
}

interface ItemLine extends Link {
  readonly number: string;
  readonly lang: string;
  readonly tags: readonly Tag[];
}

declare module '../../web/render' {
  interface Views {
    'in-session/show': SessionView;
  }
}

export interface SessionParts {
  readonly t: Translate;
  readonly now: Instant;
  readonly session: Session;
  readonly items: readonly AgendaItem[];
  readonly motions: readonly MotionWithVotes[];
  /** No agenda was posted in time: nothing may be decided. */
  readonly isLate: boolean;
  readonly checkIns: ReadonlyMap<string, CheckIn>;
  readonly exceptions: readonly Exception[];
  readonly form: FormState;
}

/** The page from which a meeting is run. */
export function sessionView(parts: SessionParts): SessionView {
  const { t, session, items, form } = parts;
  const { meeting } = session;
  const isOpen = meeting.status === 'in_session';
  const { id } = meeting;
  return {
    ...sessionHead(t, session, form),
    back: { text: t('inSession.show.back'), href: meetingPaths.show({ id }) },
    name: inLocale(meeting.title, t.locale),
    nameLang: localeOf(meeting.title, t.locale),
    state: stateOf(t, meeting),
    quorum: quorumView(t, session),
    warning: warningOf(parts),
    begin: beginOf(parts),
    isOpen,
    checkedIn: isLive(meeting) ? checkedInLines(t, session, parts.checkIns) : [],
    roll: rollOf(t, session),
    movements: movementsOf(parts),
    floor: floorNotice(parts),
    consent: consentDoor(t, meeting, items),
    items: meeting.inSessionAt === null ? [] : items.map((item) => itemLine(parts, item)),
    speakers: isOpen ? speakerPaths.list({ id }) : null,
    exceptions: isOpen ? sessionPaths.exceptions({ id }) : null,
    screens: isLive(meeting) ? sessionPaths.devices({ id }) : null,
    minutes: meeting.status === 'adjourned' ? meetingPaths.minutesDesk({ id }) : null,
    ...(isOpen ? formsOf(parts) : { rollCall: null, movement: null, adjournment: null }),
  };
}

const formsOf = (parts: SessionParts): Pick<SessionView, 'rollCall' | 'movement' | 'adjournment'> => ({
  rollCall: rollCallOf(parts.t, parts.session),
  movement: parts.session.presence.rollCall === null ? null : movementOf(parts),
  adjournment: adjournmentOf(parts),
});

function warningOf({ t, isLate, session: { meeting } }: SessionParts): SessionView['warning'] {
  const isMute = isLate && kindTakesAction(meeting.kind) && meeting.status !== 'scheduled';
  return isMute ? { title: t('inSession.show.lateTitle'), text: t('inSession.show.late') } : null;
}

export function sessionHead(t: Translate, { meeting, collaborative }: Session, form: FormState): SessionHead {
  return {
    title: t('inSession.show.title'),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, form.errors),
    kicker: t('inSession.show.kicker', {
      area: inLocale(collaborative.area, t.locale),
      date: formatDay(t.locale, meeting.startsAt),
    }),
    back: { text: t('inSession.show.backHere'), href: sessionPaths.show({ id: meeting.id }) },
  };
}

/** The voters who are there now, as choices. */
export const memberOptions = (members: readonly Member[], first: string): [string, string][] => [
  ['', first],
  ...members.map(({ membershipId, name }): [string, string] => [membershipId, name]),
];

function stateOf(t: Translate, { inSessionAt, adjournedAt }: Meeting): string {
  if (adjournedAt !== null) return t('inSession.show.overAt', { time: formatTime(t.locale, adjournedAt) });
  if (inSessionAt !== null) return t('inSession.show.begunAt', { time: formatTime(t.locale, inSessionAt) });
  return t('inSession.show.notBegun');
}

function beginOf({ t, now, session: { meeting } }: SessionParts): SessionView['begin'] {
  const { id, status, kind, startsAt } = meeting;
  if (status !== 'posted' && status !== 'scheduled') return null;
  if (status === 'scheduled' && kindTakesAction(kind)) return { action: null, hint: t('inSession.show.notPosted') };
  const hint = t('inSession.show.beginHint', { time: formatTime(t.locale, startsAt) });
  return { action: now < startsAt ? null : sessionPaths.beginning({ id }), hint };
}

function rollCallOf(t: Translate, { meeting, presence }: Session): SessionView['rollCall'] {
  const isFirst = presence.rollCall === null;
  const text = isFirst ? t('inSession.rollCall.take') : t('inSession.rollCall.correct');
  return { text, href: sessionPaths.rollCall({ id: meeting.id }), isFirst };
}

function rollOf(t: Translate, { voters, attendance, present }: Session): SessionView['roll'] {
  if (attendance.length === 0) return [];
  const statuses = new Map(attendance.map(({ membershipId, status }) => [membershipId, status]));
  return voters.map(({ membershipId, name }) => ({
    name,
    status: statusWord(t, statuses.get(membershipId) ?? 'absent'),
    now: present.has(membershipId)
      ? { text: t('inSession.rollCall.hereNow'), tone: 'success' }
      : { text: t('inSession.rollCall.notNow'), tone: 'neutral' },
  }));
}

function movementOf({ t, now, session, form }: SessionParts): SessionView['movement'] {
  const state = { errors: form.errors, raw: { at: wallParts(now).time, ...form.raw } };
  const kinds = [
    ['left', t('inSession.movement.left')],
    ['arrived', t('inSession.movement.arrived')],
  ] as const;
  return {
    action: sessionPaths.movement({ id: session.meeting.id }),
    member: choiceView(t, state, 'member', t('inSession.movement.member'), memberOptions(session.voters, t('inSession.rollCall.choose'))),
    kind: choiceView(t, state, 'kind', t('inSession.movement.kind'), kinds),
    at: fieldView(t, state, 'at', t('inSession.movement.at'), { type: 'time', narrow: true, hint: t('inSession.movement.atHint') }),
  };
}

function movementsOf({ t, session }: SessionParts): SessionView['movements'] {
  const { meeting, movements, voters } = session;
  const names = new Map(voters.map(({ membershipId, name }) => [membershipId, name]));
  return movements.map(({ id, membershipId, kind, at }) => ({
    text: t(`inSession.movement.line.${kind}`, { time: formatTime(t.locale, at), name: names.get(membershipId) ?? '' }),
    removal: meeting.status === 'in_session' ? sessionPaths.movementRemoval({ id: meeting.id, movement: id }) : null,
  }));
}

function floorNotice({ t, session, motions }: SessionParts): SessionView['floor'] {
  const open = motions.find(isOnFloor);
  if (open === undefined) return null;
  const href = sessionPaths.item({ id: session.meeting.id, item: open.itemId });
  return { notice: t('inSession.show.motionOpen', { number: open.number }), text: t('inSession.show.toItem'), href };
}

function itemLine({ t, session: { meeting }, exceptions }: SessionParts, item: AgendaItem): ItemLine {
  return {
    number: String(item.place),
    text: inLocale(item.title, t.locale),
    lang: localeOf(item.title, t.locale),
    href: sessionPaths.item({ id: meeting.id, item: item.id }),
    tags: itemTags(t, item, exceptions),
  };
}

/** How an item stands: its kind, and its outcome or that it needs one. */
export function itemTags(t: Translate, item: AgendaItem, exceptions: readonly Exception[]): Tag[] {
  const isByException = exceptions.some(({ itemId }) => itemId === item.id);
  const { isAction, isInformationOnly, outcome } = item;
  const open: Tag[] = isAction ? [{ text: t('inSession.outcome.needed'), tone: 'warning' }] : [];
  return [
    ...(isByException ? [{ text: t('offAgenda.tag'), tone: 'info' } as const] : []),
    ...(isInformationOnly ? [{ text: t('inSession.item.informationOnly'), tone: 'neutral' } as const] : []),
    ...(outcome === null ? open : [{ text: t(`inSession.outcome.${outcome}`), tone: 'success' } as const]),
  ];
}

function adjournmentOf({ t, session, items }: SessionParts): SessionView['adjournment'] {
  const missing = withoutOutcome(items);
  if (missing.length === 0) return { action: sessionPaths.adjournment({ id: session.meeting.id }), text: t('inSession.show.adjournReady') };
  return { action: null, text: t('inSession.show.adjournMissing', { numbers: missing.map(({ place }) => place).join(', ') }) };
}
