import { formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { blankForm, choiceView, fieldView, type ChoiceView, type FieldView } from '../../web/form-view';
import type { AgendaItem } from '../agendas';
import type { ActionItem } from './action-item';
import type { CurrentItem } from './current-item';
import type { ItemNote } from './item.queries';
import { consentLine, type ConsentLine } from './consent-line.views';
import type { ConsentGroup } from './consent';
import type { ExceptionWithVotes } from './exception';
import { isAbout, isOnFloor, tally, type Floor, type MotionWithVotes } from './motion';
import { motionView, type MotionView } from './motion.views';
import type { Session } from './record.queries';
import { formOf, isStale, type SentForm } from './sent-form.views';
import { outcomesFor } from './session';
import { sessionPaths } from './session.paths';
import { taskForm, taskView, type TaskForm, type TaskView } from './task.views';
import type { Wording } from './wording';
import { quorumView, type QuorumView } from './quorum.views';
import { itemTags, memberOptions, sessionHead, type SessionHead, type Tag } from './session.views';

/** Whether this is what is talked about now, and else the button that makes it so. */
interface TurnView {
  readonly since: string | null;
  readonly take: { readonly action: string; readonly version: string } | null;
}

interface NoteView {
  readonly action: string;
  readonly version: string;
  readonly field: FieldView;
  readonly stands: string | null;
}

interface OutcomeView {
  readonly action: string;
  readonly version: string;
  readonly choice: ChoiceView;
  readonly words: FieldView;
  readonly stands: string | null;
}

interface ItemView extends SessionHead {
  readonly number: string;
  readonly lang: string;
  readonly meta: readonly string[];
  readonly tags: readonly Tag[];
  readonly quorum: QuorumView;
  readonly isOpen: boolean;
  readonly blocked: string | null;
  readonly consent: ConsentLine | null;
  readonly voteStale: string | null;
  readonly turn: TurnView;
  readonly note: NoteView | null;
  readonly noteText: string;
  readonly motions: readonly MotionView[];
  readonly motion: {
    readonly action: string;
    readonly text: FieldView;
    readonly mover: ChoiceView;
    readonly seconder: ChoiceView;
    readonly isExpanded: boolean;
  } | null;
  readonly outcome: OutcomeView | null;
  readonly tasks: readonly TaskView[];
  readonly task: TaskForm | null;
  readonly around: readonly { readonly text: string; readonly href: string; readonly rel: string }[];
}

declare module '../../web/render' {
  interface Views {
    'in-session/item': ItemView;
  }
}

export interface ItemParts {
  readonly t: Translate;
  readonly session: Session;
  readonly item: AgendaItem;
  readonly items: readonly AgendaItem[];
  readonly floor: Floor;
  readonly group: ConsentGroup;
  readonly motions: readonly MotionWithVotes[];
  readonly exceptions: readonly ExceptionWithVotes[];
  /** What the motions of the meeting said before. */
  readonly wordings: readonly Wording[];
  readonly tasks: readonly ActionItem[];
  readonly note: ItemNote | undefined;
  readonly current: CurrentItem | undefined;
  readonly sent: SentForm | null;
  /** The mark of the form for something to be done. */
  readonly newKey: string;
}

/** One item of the agenda as it is worked through: notes, motions, outcome, what is to be done. */
export function itemView(parts: ItemParts): ItemView {
  const { t, session, item, note } = parts;
  const isOpen = session.meeting.status === 'in_session';
  return {
    ...sessionHead(t, session, parts.sent?.form ?? blankForm()),
    title: inLocale(item.title, t.locale),
    number: t('inSession.item.number', { number: item.place }),
    lang: localeOf(item.title, t.locale),
    meta: metaOf(parts),
    tags: itemTags(t, item, parts.exceptions),
    quorum: quorumView(t, session),
    isOpen,
    voteStale: (['second', 'vote', 'wording'] as const).some((which) => isStale(parts, which)) ? t('inSession.item.voteStale') : null,
    noteText: textOf(note),
    motions: parts.motions.filter((motion) => isAbout(motion, item.id)).map((motion) => motionView(parts, motion)),
    tasks: parts.tasks.filter(({ itemId }) => itemId === item.id).map((task) => taskView(parts, task)),
    around: aroundOf(parts),
    consent: consentLine(parts),
    turn: turnOf(parts, isOpen),
    ...(isOpen ? formsOf(parts) : noForms),
  };
}

function turnOf({ t, session, item, current }: ItemParts, isOpen: boolean): TurnView {
  if (!isOpen) return { since: null, take: null };
  if (current?.itemId === item.id) return { since: t('inSession.item.now', { time: formatTime(t.locale, current.since) }), take: null };
  const ids = { id: session.meeting.id, item: item.id };
  return { since: null, take: { action: sessionPaths.turn(ids), version: String(current?.version ?? 0) } };
}

type Forms = Pick<ItemView, 'note' | 'motion' | 'outcome' | 'task' | 'blocked'>;

const noForms: Forms = { note: null, motion: null, outcome: null, task: null, blocked: null };

const formsOf = (parts: ItemParts): Forms => ({
  note: noteView(parts),
  motion: mayMove(parts) ? motionForm(parts) : null,
  outcome: outcomeView(parts),
  task: taskForm(parts, formOf(parts, 'task')),
  blocked: parts.item.isAction ? blockedText(parts.t, parts.floor) : null,
});

const textOf = (note: ItemNote | undefined): string => note?.text ?? '';

const mayMove = ({ floor, motions, group, item }: ItemParts): boolean =>
  floor.mayTakeAction && floor.hasQuorum && !group.together.some(({ id }) => id === item.id) && !motions.some(isOnFloor);

const metaOf = ({ t, item, exceptions }: ItemParts): string[] => [
  ...exceptions
    .filter(({ itemId }) => itemId === item.id)
    .map(({ votes }) => t('offAgenda.takenUp', { yes: tally(votes).yes, no: tally(votes).no })),
  ...(item.isAction ? [t('inSession.item.action')] : []),
  t('inSession.item.minutes', { count: item.minutes }),
  ...(item.presenter === '' ? [] : [t('inSession.item.presenter', { name: item.presenter })]),
];

function blockedText(t: Translate, { mayTakeAction, hasQuorum }: Floor): string | null {
  if (!mayTakeAction) return t('inSession.errors.notOnAgenda');
  return hasQuorum ? null : t('inSession.errors.noQuorum');
}

function noteView(parts: ItemParts): NoteView {
  const { t, session, item, note } = parts;
  const isSent = parts.sent?.which === 'note';
  const state = isSent ? formOf(parts, 'note') : { raw: { note: textOf(note) }, errors: {} };
  return {
    action: sessionPaths.note({ id: session.meeting.id, item: item.id }),
    version: String(note?.version ?? 0),
    field: fieldView(t, state, 'note', t('inSession.item.notes'), {
      type: 'textarea',
      rows: 5,
      required: false,
      hint: t('inSession.item.notesHint'),
    }),
    stands: isStale(parts, 'note') ? standing(t, textOf(note)) : null,
  };
}

const standing = (t: Translate, text: string): string => (text === '' ? t('inSession.item.staleEmpty') : text);

function outcomeView(parts: ItemParts): OutcomeView {
  const { t, session, item, motions } = parts;
  const raw = { outcome: item.outcome ?? '', words: item.outcomeWords };
  const state = parts.sent?.which === 'outcome' ? parts.sent.form : { raw, errors: {} };
  const possible = outcomesFor(motions.filter((motion) => isAbout(motion, item.id)));
  const offered = possible.map((outcome) => [outcome, t(`inSession.outcome.${outcome}`)] as const);
  const hint = item.isAction && !possible.includes('decided') ? t('inSession.outcome.byVote') : null;
  const stands = item.outcome === null ? t('inSession.outcome.open') : t(`inSession.outcome.${item.outcome}`);
  return {
    action: sessionPaths.outcome({ id: session.meeting.id, item: item.id }),
    version: String(item.version),
    choice: choiceView(t, state, 'outcome', t('inSession.outcome.title'), offered, { hint }),
    words: fieldView(t, state, 'words', t('inSession.outcome.words'), { required: false, hint: t('inSession.outcome.wordsHint') }),
    stands: isStale(parts, 'outcome') ? [stands, item.outcomeWords].filter((word) => word !== '').join(': ') : null,
  };
}

function motionForm(parts: ItemParts): ItemView['motion'] {
  const { t, session, item } = parts;
  const form = formOf(parts, 'motion');
  const here = session.voters.filter(({ membershipId }) => session.present.has(membershipId));
  const options = memberOptions(here, t('inSession.motion.choose'));
  return {
    action: sessionPaths.motion({ id: session.meeting.id, item: item.id }),
    text: fieldView(t, form, 'motion', t('inSession.motion.text'), { type: 'textarea', rows: 3 }),
    mover: choiceView(t, form, 'mover', t('inSession.motion.mover'), options),
    seconder: choiceView(t, form, 'seconder', t('inSession.motion.seconder'), memberOptions(here, t('inSession.motion.nobodyYet')), {
      required: false,
    }),
    isExpanded: parts.sent?.which === 'motion',
  };
}

function aroundOf({ t, session, item, items }: ItemParts): ItemView['around'] {
  const index = items.findIndex(({ id }) => id === item.id);
  const link = (other: AgendaItem | undefined, text: string, rel: string) =>
    other === undefined ? [] : [{ text, rel, href: sessionPaths.item({ id: session.meeting.id, item: other.id }) }];
  return [...link(items[index - 1], t('inSession.item.previous'), 'prev'), ...link(items[index + 1], t('inSession.item.next'), 'next')];
}
