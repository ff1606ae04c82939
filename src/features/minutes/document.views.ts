import { formatDate, formatList, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { beforeLines, choiceText, exceptionRules, exceptionTag, motionTones, movedText, tally, voteChoices } from '../in-session';
import type { Minutes } from './minutes';
import type { BodyStanding } from './approval';
import { approvedText, draftText } from './approval.views';
import type { AttendanceLine, MinutesRecord, RecordException, RecordItem, RecordMotion, RecordVote } from './record';

/** Minutes as anyone reads them, in one language. */
export interface DocumentView {
  /** Says DRAFT, or when and by which motion they were approved. Never left out. */
  readonly state: { readonly tone: 'warning' | 'success'; readonly text: string };
  readonly session: string;
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly attendance: readonly { readonly name: string; readonly status: string }[];
  readonly movements: readonly string[];
  readonly quorum: readonly string[];
  /** Matters off the posted agenda, each with the vote on taking it up. */
  readonly exceptions: readonly { readonly title: string; readonly lang: string; readonly motion: MotionView }[];
  readonly items: readonly ItemView[];
}

interface ItemView {
  readonly heading: string;
  readonly lang: string;
  readonly text: readonly string[];
  readonly outcome: string | null;
  readonly motions: readonly MotionView[];
  readonly actionItems: readonly string[];
}

interface MotionView {
  readonly heading: string;
  readonly status: { readonly text: string; readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger' };
  readonly text: string;
  readonly moved: string;
  readonly before: readonly string[];
  readonly counts: readonly { readonly number: string; readonly label: string }[];
  readonly caption: string;
  readonly votes: readonly { readonly name: string; readonly choice: string }[];
}

/** Turns frozen minutes into what a page shows. */
export function documentView(t: Translate, minutes: Minutes, approvals: readonly BodyStanding[]): DocumentView {
  const { record, text } = minutes;
  return {
    state: stateOf(t, minutes, approvals),
    session: sessionOf(t, record),
    opening: paragraphs(text.opening),
    closing: paragraphs(text.closing),
    attendance: record.attendance.map((line) => ({ name: line.name, status: statusOf(t, line) })),
    movements: record.movements.map(({ kind, name, at }) => t(`minutes.show.${kind}`, { name, time: formatTime(t.locale, at) })),
    quorum: quorumOf(t, record),
    exceptions: (record.exceptions ?? []).map((exception, index) => exceptionOf(t, exception, index + 1)),
    items: record.items.map((item) => itemOf(t, item, { text: text.items[item.id] ?? '', speakers: speakersOf(t, record, item) })),
  };
}

/** A text as paragraphs: blank lines part them. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function stateOf(t: Translate, { status, approvedAt }: Minutes, approvals: readonly BodyStanding[]): DocumentView['state'] {
  if (status !== 'approved' || approvedAt === null) return { tone: 'warning', text: draftText(t, approvals) };
  return { tone: 'success', text: approvedText(t, approvedAt, approvals) };
}

const sessionOf = (t: Translate, { meeting }: MinutesRecord): string =>
  t('minutes.show.session', {
    place: meeting.place,
    begun: formatTime(t.locale, meeting.begunAt ?? meeting.startsAt),
    adjourned: formatTime(t.locale, meeting.adjournedAt ?? meeting.startsAt),
  });

const statusOf = (t: Translate, { status, remoteReason }: AttendanceLine): string =>
  status === 'remote' && remoteReason !== '' ? t('minutes.show.remoteBecause', { reason: remoteReason }) : t(`minutes.show.${status}`);

function quorumOf(t: Translate, { quorum, bodies }: MinutesRecord): string[] {
  if (bodies === undefined) return quorumLines(t, quorum);
  return bodies.map((body) =>
    t('scheduling.joint.quorumOf', { area: inLocale(body.area, t.locale), quorum: quorumLines(t, body).join(' ') }),
  );
}

function quorumLines(t: Translate, { seats, needed, spans }: MinutesRecord['quorum']): string[] {
  const lines = spans.map(({ from, to }) => {
    const start = formatTime(t.locale, from);
    return to === null
      ? t('minutes.show.quorumFrom', { from: start })
      : t('minutes.show.quorumSpan', { from: start, to: formatTime(t.locale, to) });
  });
  return [t('minutes.show.quorum', { needed, seats }), ...(lines.length === 0 ? [t('minutes.show.noQuorum')] : lines)];
}

/** How many spoke, under public comment; nobody's name. */
function speakersOf(t: Translate, { speakers, items }: MinutesRecord, item: RecordItem): string | null {
  if (speakers === undefined || speakers.spoke + speakers.absent === 0) return null;
  if (items.find(({ kind }) => kind === 'public_comment')?.id !== item.id) return null;
  return t('minutes.show.speakers', { spoke: speakers.spoke, absent: speakers.absent });
}

function itemOf(t: Translate, item: RecordItem, { text, speakers }: { readonly text: string; readonly speakers: string | null }): ItemView {
  return {
    heading: t('minutes.show.itemNumber', { number: item.number, title: inLocale(item.title, t.locale) }),
    lang: localeOf(item.title, t.locale),
    text: [...(speakers === null ? [] : [speakers]), ...consentOf(t, item), ...paragraphs(text)],
    outcome: outcomeOf(t, item),
    motions: item.motions.map((motion) => motionOf(t, motion, item.number)),
    actionItems: item.actionItems.map((task) => taskOf(t, task)),
  };
}

/** That one motion took it with others, or that a member asked to take it by itself. */
function consentOf(t: Translate, { takenOutBy, motions }: RecordItem): string[] {
  const together = motions.find((motion) => motion.together !== undefined && isVoted(motion));
  return [
    ...(takenOutBy === undefined ? [] : [t('consentGroup.takenOutBy', { name: takenOutBy })]),
    ...(together?.together === undefined
      ? []
      : [t('consentGroup.together', { numbers: formatList(t.locale, together.together.map(String)) })]),
  ];
}

const isVoted = ({ status }: RecordMotion): boolean => status === 'carried' || status === 'failed';

function outcomeOf(t: Translate, { outcome, outcomeWords }: RecordItem): string | null {
  if (outcome === null) return null;
  const name = t(`minutes.show.outcome.${outcome}`);
  return outcomeWords === '' ? name : t('minutes.show.outcomeWords', { outcome: name, words: outcomeWords });
}

/** A motion under its item; one that took several items stands under each, so its table is told apart by the item. */
function motionOf(t: Translate, motion: RecordMotion, item: number): MotionView {
  const { number, status, text, before = [], mover, seconder, votes } = motion;
  return {
    heading: t('inSession.motion.heading', { number }),
    status: { text: t(`inSession.motion.status.${status}`), tone: motionTones[status] },
    text,
    moved: movedText(t, mover, seconder),
    before: beforeLines(t, before),
    ...castOf(t, votes),
    caption: motion.together === undefined ? t('inSession.motion.caption', { number }) : t('inSession.motion.captionOf', { number, item }),
  };
}

function castOf(t: Translate, votes: readonly RecordVote[]): Pick<MotionView, 'counts' | 'votes'> {
  const counts = tally(votes);
  const shown = votes.length === 0 ? [] : voteChoices.filter((choice) => choice === 'yes' || choice === 'no' || counts[choice] > 0);
  return {
    counts: shown.map((choice) => ({ number: String(counts[choice]), label: t(`inSession.motion.choice.${choice}`) })),
    votes: votes.map((vote) => ({ name: vote.name, choice: choiceText(t, vote) })),
  };
}

function exceptionOf(
  t: Translate,
  { title, why, status, regimes, votes }: RecordException,
  number: number,
): DocumentView['exceptions'][number] {
  return {
    title: inLocale(title, t.locale),
    lang: localeOf(title, t.locale),
    motion: {
      heading: t('offAgenda.vote', { number }),
      status: exceptionTag(t, status),
      text: why,
      before: [],
      moved: exceptionRules(t, regimes).join(' '),
      ...castOf(t, votes),
      caption: t('offAgenda.caption', { number }),
    },
  };
}

function taskOf(t: Translate, { text, owner, dueOn }: RecordItem['actionItems'][number]): string {
  const by = owner ?? t('minutes.show.nobody');
  if (dueOn === null) return t('minutes.show.task', { text, owner: by });
  return t('minutes.show.taskDue', { text, owner: by, date: formatDate(t.locale, dueOn) });
}
