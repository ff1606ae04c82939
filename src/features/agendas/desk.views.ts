import { formatMoment, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale, localeOf } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { Instant } from '../../lib/time';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { isInTime, meetingPaths, meetingPolicy, meetingTitle, noticeHoursFor } from '../meetings';
import { canMove, isFixed, isOpenForItems, timetable, type TimedItem } from './agenda-item';
import { lint, type Finding } from './agenda-lint';
import { deskPapers, paperForm, type DeskPaper, type PaperForm } from './attachment.views';
import { agendaPaths } from './agenda.paths';
import { leftOverForm, type LeftOver } from './carry-over.views';
import type { Unfinished } from './carry-over.queries';
import { changeLine } from './change.views';
import { clockOf, type Clock } from './desk-clock.views';
import { postingPolicy } from './posting.policy';
import { newestOf, postingInTime, type Posting } from './posting';
import { decisionTags, originText, otherTitle } from './item.views';
import { pendingChanges, seenOf, type Desk, type DeskTexts } from './posting-rules';

interface DeskItem {
  readonly id: string;
  readonly number: string;
  readonly time: string;
  readonly title: string;
  readonly lang: string;
  readonly other: { readonly title: string; readonly lang: string } | null;
  readonly purpose: string;
  readonly origin: string | null;
  readonly tags: readonly { readonly text: string; readonly tone: 'info' | 'warning' }[];
  readonly up: string | null;
  readonly down: string | null;
  readonly upLabel: string;
  readonly downLabel: string;
  readonly edit: string;
  readonly editLabel: string;
  readonly papers: readonly DeskPaper[];
  readonly removal: { readonly action: string; readonly version: string; readonly label: string } | null;
}

interface PostingForm {
  readonly action: string;
  readonly seen: string;
  readonly putUpAt: FieldView;
  readonly lateReason: FieldView | null;
  readonly button: string;
}

interface DeskView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: true;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly lede: string;
  readonly clock: Clock;
  readonly late: { readonly text: string; readonly ways: readonly { readonly text: string; readonly href: string }[] } | null;
  readonly missing: readonly string[];
  readonly doubts: readonly string[];
  readonly items: readonly DeskItem[];
  /** Where lines are moved; null where none can be. */
  readonly order: string | null;
  readonly add: string;
  readonly beginning: string | null;
  readonly ends: string;
  readonly papers: PaperForm | null;
  readonly leftOver: LeftOver | null;
  readonly pendingTitle: string | null;
  readonly pending: readonly string[];
  readonly standing: string | null;
  readonly posting: PostingForm | null;
  readonly publicPage: string | null;
  readonly draftPdf: string;
  readonly door: string;
}

declare module '../../web/render' {
  interface Views {
    'agendas/desk': DeskView;
  }
}

type DeskWithTexts = Desk & DeskTexts & { readonly collaborative: Collaborative };

export interface DeskParts {
  readonly t: Translate;
  readonly actor: Actor;
  readonly now: Instant;
  readonly desk: DeskWithTexts;
  readonly state: FormState;
  /** What earlier meetings left over for this one. */
  readonly unfinished: readonly Unfinished[];
}

const orderOf = ({ meeting, items }: DeskParts['desk']): string | null =>
  items.some((item) => canMove(items, item.id, 'up')) ? agendaPaths.order({ id: meeting.id }) : null;

/** Where officers and staff build the agenda and post it. */
export function deskView(parts: DeskParts): DeskView {
  const { t, desk, state } = parts;
  const { meeting, collaborative, items } = desk;
  const { id } = meeting;
  const findings = lint(meeting, items);
  const newest = newestOf(desk.postings);
  const pending = pendingChanges(desk);
  return {
    title: t('agendas.desk.title', { title: meetingTitle(meeting, t.locale) }),
    errorSummary: errorSummary(t, state.errors),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [{ text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id }) }],
    lede: formatMoment(t, meeting.startsAt),
    clock: clockOf(parts),
    late: lateOf(parts),
    missing: textsOf(t, findings, true),
    doubts: textsOf(t, findings, false),
    items: timetable(meeting, items).items.map((timed) => deskItem(t, desk, timed)),
    order: orderOf(desk),
    add: agendaPaths.newItem({ id }),
    ends: endsText(t, desk),
    ...sourcesOf(parts),
    pendingTitle: newest !== undefined && pending.length > 0 ? t('agendas.desk.pending', { number: newest.number }) : null,
    pending: pending.map((change) => changeLine(t, change)),
    standing: newest !== undefined && pending.length === 0 ? t('agendas.desk.noPending', { number: newest.number }) : null,
    posting: postingForm(parts, pending.length),
    publicPage: newest === undefined ? null : agendaPaths.show({ id }),
    draftPdf: agendaPaths.draftPdf({ id }),
    door: agendaPaths.door({ id }),
  };
}

/** What the agenda may grow from while it is open: papers, other agendas, and what was left over. */
function sourcesOf({ t, desk, state, unfinished }: DeskParts): Pick<DeskView, 'papers' | 'leftOver' | 'beginning'> {
  const { id } = desk.meeting;
  if (!isOpenForItems(desk.meeting)) return { papers: null, leftOver: null, beginning: null };
  return { papers: paperForm(t, desk, state), leftOver: leftOverForm(t, id, unfinished), beginning: agendaPaths.beginning({ id }) };
}

const textsOf = (t: Translate, findings: readonly Finding[], isMissing: boolean): string[] =>
  findings.filter((finding) => finding.isMissing === isMissing).map(({ key, values }) => t.loosely(key, values));

function isTooLate({ desk, now }: DeskParts): boolean {
  const { meeting, hours, postings } = desk;
  return now < meeting.startsAt && !isInTime(meeting, now, hours) && postingInTime(meeting, postings, hours) === undefined;
}

function lateOf(parts: DeskParts): DeskView['late'] {
  if (!isTooLate(parts)) return null;
  const { t, actor, desk } = parts;
  const { meeting, hours } = desk;
  const schedule = meetingPaths.schedule({ id: meeting.id });
  const maySchedule = meetingPolicy.schedule(actor, meeting.collaborativeId).allowed;
  const ways = [
    ...(meeting.kind === 'regular'
      ? [{ text: t('agendas.desk.toSpecial'), href: `${withQuery(schedule, { kind: 'special' })}#kind` }]
      : []),
    { text: t('agendas.desk.toMove'), href: `${schedule}#date` },
  ];
  const text = t('agendas.desk.lateText', { hours: noticeHoursFor(meeting.kind, hours) ?? 0 });
  return maySchedule
    ? { text, ways }
    : { text: `${text} ${ways.map((way) => way.text).join(' / ')}. ${t('agendas.desk.askStaff')}`, ways: [] };
}

function deskItem(t: Translate, desk: DeskWithTexts, { item, startsAt }: TimedItem): DeskItem {
  const params = { id: desk.meeting.id, item: item.id };
  const title = inLocale(item.title, t.locale);
  const lang = localeOf(item.title, t.locale);
  return {
    id: item.id,
    number: String(item.place),
    time: t('agendas.show.itemTime', { time: formatTime(t.locale, startsAt), minutes: item.minutes }),
    title,
    lang,
    other: otherTitle(item.title, lang),
    purpose: t(`agendas.purpose.${item.purpose}`),
    origin: originText(t, item.carriedFrom),
    tags: [
      ...decisionTags(t, item),
      ...(desk.olderSpanish.has(item.id) ? [{ text: t('agendas.item.olderSpanish'), tone: 'warning' as const }] : []),
    ],
    up: canMove(desk.items, item.id, 'up') ? `${item.id}:up` : null,
    down: canMove(desk.items, item.id, 'down') ? `${item.id}:down` : null,
    upLabel: t('agendas.desk.upOf', { title }),
    downLabel: t('agendas.desk.downOf', { title }),
    edit: agendaPaths.item(params),
    editLabel: t('agendas.desk.editOf', { title }),
    papers: deskPapers(t, desk, item.id),
    removal: isFixed(item)
      ? null
      : { action: agendaPaths.removal(params), version: String(item.version), label: t('agendas.desk.removeOf', { title }) },
  };
}

function endsText(t: Translate, { meeting, items }: Desk): string {
  const { endsAt, overrun } = timetable(meeting, items);
  const time = formatTime(t.locale, endsAt);
  return overrun > 0 ? t('agendas.desk.overrun', { time, count: overrun }) : t('agendas.desk.ends', { time });
}

function postingForm(parts: DeskParts, pending: number): PostingForm | null {
  const { t, desk, state } = parts;
  if (!mayPost(parts, pending)) return null;
  const newest = newestOf(desk.postings);
  const isLate = isTooLate(parts);
  const places = state.raw['putUpAt'] ?? (newest?.putUpAt ?? []).join('\n');
  return {
    action: agendaPaths.posting({ id: desk.meeting.id }),
    seen: seenOf(desk),
    putUpAt: fieldView(t, { ...state, raw: { ...state.raw, putUpAt: places } }, 'putUpAt', t('agendas.desk.putUpAt'), {
      type: 'textarea',
      rows: 3,
      hint: t('agendas.desk.putUpAtHint'),
      required: false,
    }),
    lateReason: isLate ? fieldView(t, state, 'lateReason', t('agendas.desk.lateReason'), { hint: t('agendas.desk.lateReasonHint') }) : null,
    button: isLate ? t('agendas.desk.postLate') : buttonText(t, newest),
  };
}

const buttonText = (t: Translate, newest: Posting | undefined): string =>
  newest === undefined ? t('agendas.desk.post') : t('agendas.desk.postAgain', { number: newest.number + 1 });

/** Whether there is something to post, the meeting is still to come, and this person may post now. */
function mayPost(parts: DeskParts, pending: number): boolean {
  const { actor, now, desk } = parts;
  const { meeting, postings } = desk;
  const isOpen = (meeting.status === 'scheduled' || meeting.status === 'posted') && now < meeting.startsAt;
  const isNew = postings.length === 0 || pending > 0;
  return isOpen && isNew && (!isTooLate(parts) || postingPolicy.postLate(actor, meeting).allowed);
}
