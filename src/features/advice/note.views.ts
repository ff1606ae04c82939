import { formatDate, formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { TimelineEntry } from '../../history/timeline.views';
import type { Collaborative } from '../collaboratives';
import { priorityAddress } from '../priorities';
import type { Answer, Disposition, DispositionKind } from './answer';
import { isAsked, lateness, noteMachine, type Note, type NoteStatus } from './note';
import { advicePaths } from './note.paths';
import { notePolicy } from './note.policy';
import type { ListedNote } from './note.queries';
import type { MoveView } from './clock.views';
import type { TranslationNotice } from './translated-note.views';
import { wordsOf, type Words } from './words.views';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

interface Tag {
  readonly text: string;
  readonly tone: Tone;
}

export interface NoteLine {
  readonly href: string;
  readonly reference: string;
  readonly title: Words;
  readonly tag: Tag;
  readonly when: string;
  readonly late: string | null;
}

interface ExchangeView {
  readonly number: string;
  readonly text: Words;
  readonly answer: {
    readonly tag: Tag;
    readonly reasons: Words;
    readonly commitment: { readonly what: Words; readonly who: string; readonly by: string; readonly href: string } | null;
  } | null;
}

export interface NoteView {
  readonly reference: string;
  readonly title: string;
  readonly kicker: string;
  readonly tag: Tag;
  readonly late: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: string | null; readonly change: null }[];
  readonly background: Words;
  readonly opening: Words | null;
  readonly exchanges: readonly ExchangeView[];
  readonly signers: { readonly authors: string; readonly endorsers: string | null };
  readonly timeline: readonly TimelineEntry[];
  readonly proof: string | null;
  readonly steps: readonly Step[];
  readonly edit: string | null;
  /** How the day of the answer came about; empty where nothing moved it. */
  readonly moves: readonly MoveView[];
  /** Where the authors reply while the district asks them. */
  readonly reply: string | null;
}

/** One thing that may be done now: a button that posts. */
export interface Step {
  readonly action: string;
  readonly text: string;
  readonly kind: 'primary' | 'secondary' | 'danger';
}

interface ListView {
  readonly notes: readonly NoteLine[];
  readonly empty: string;
  readonly report: string | null;
  readonly write: string | null;
  readonly lead: string;
}

declare module '../../web/render' {
  interface Views {
    'advice/list': ListView;
    'advice/show': NoteView & { readonly follow: string | null; readonly translation: TranslationNotice | null };
  }
}

const tones: Readonly<Record<NoteStatus, Tone>> = {
  draft: 'neutral',
  open: 'info',
  adopted: 'info',
  delivered: 'warning',
  acknowledged: 'warning',
  answered: 'success',
  closed: 'success',
  withdrawn: 'neutral',
};

const dispositionTones: Readonly<Record<DispositionKind, Tone>> = {
  accepted: 'success',
  accepted_with_changes: 'success',
  already_in_place: 'info',
  declined: 'danger',
  more_time: 'warning',
};

export const noteTag = (t: Translate, status: NoteStatus): Tag => ({ text: t(`advice.status.${status}`), tone: tones[status] });

/** A note in a list, with its last public step and what is overdue. */
export function noteLine(t: Translate, note: ListedNote, today: CalendarDate, href: string = advicePaths.show({ id: note.id })): NoteLine {
  return {
    href,
    reference: note.reference,
    title: wordsOf(note.title, t.locale),
    tag: noteTag(t, note.status),
    when: whenOf(t, note),
    late: lateText(t, note, today),
  };
}

function whenOf(t: Translate, note: ListedNote): string {
  const day = (instant: Instant) => formatDay(t.locale, instant);
  if (note.answeredAt !== null) return t('advice.when.answered', { date: day(note.answeredAt) });
  if (note.answerBy !== null) return t('advice.when.answerBy', { date: formatDate(t.locale, note.answerBy) });
  return note.adoptedAt === null ? t('advice.when.notAdopted') : t('advice.when.adopted', { date: day(note.adoptedAt) });
}

type Clocked = Pick<Note, 'status' | 'acknowledgeBy' | 'answerBy' | 'stoppedOn'>;

function lateText(t: Translate, note: Clocked, today: CalendarDate): string | null {
  const late = lateness(note, today);
  return late === 'none'
    ? null
    : t(`advice.late.${late}`, { date: formatDate(t.locale, (late === 'answer' ? note.answerBy : note.acknowledgeBy) ?? today) });
}

export interface NoteParts {
  readonly note: Note;
  readonly collaborative: Collaborative;
  /** Only once it is signed. */
  readonly answer: Answer | null;
  readonly signers: readonly { readonly name: string; readonly part: 'author' | 'endorser' }[];
  readonly timeline: readonly TimelineEntry[];
  readonly today: CalendarDate;
  readonly moves: readonly MoveView[];
}

/** The note as anyone may read it, with the steps open to this actor. */
export function noteView(t: Translate, actor: Actor, parts: NoteParts): NoteView {
  const { note, collaborative, answer, signers, today } = parts;
  const named = (part: 'author' | 'endorser') => signers.filter((signer) => signer.part === part).map((signer) => signer.name);
  const endorsers = named('endorser');
  return {
    reference: note.reference,
    title: inLocale(note.title, t.locale),
    kicker: t('advice.show.kicker', { body: inLocale(collaborative.name, t.locale), reference: note.reference }),
    tag: noteTag(t, note.status),
    late: lateText(t, note, today),
    facts: factsOf(t, note, collaborative, parts.moves.length > 1),
    background: wordsOf(note.background, t.locale),
    opening: answer === null || inLocale(answer.opening, t.locale) === '' ? null : wordsOf(answer.opening, t.locale),
    exchanges: note.recommendations.map((recommendation) => ({
      number: String(recommendation.number),
      text: wordsOf(recommendation.text, t.locale),
      answer: answerView(
        t,
        answer?.dispositions.find(({ recommendationId }) => recommendationId === recommendation.id),
      ),
    })),
    signers: { authors: named('author').join(', '), endorsers: endorsers.length === 0 ? null : endorsers.join(', ') },
    timeline: parts.timeline,
    proof: note.sha256,
    steps: stepsFor(t, actor, note),
    ...linksFor(actor, note),
    moves: parts.moves.length > 1 ? parts.moves : [],
  };
}

const linksFor = (actor: Actor, note: Note): Pick<NoteView, 'edit' | 'reply'> => ({
  edit: notePolicy.edit(actor, note).allowed && note.status === 'draft' ? advicePaths.edit({ id: note.id }) : null,
  reply: isAsked(note) && notePolicy.reply(actor, note).allowed ? advicePaths.reply({ id: note.id }) : null,
});

function answerView(t: Translate, disposition: Disposition | undefined): ExchangeView['answer'] {
  if (disposition === undefined) return null;
  const { commitment } = disposition;
  return {
    tag: { text: t(`advice.disposition.${disposition.disposition}`), tone: dispositionTones[disposition.disposition] },
    reasons: wordsOf(disposition.reasons, t.locale),
    commitment:
      commitment === null
        ? null
        : {
            what: wordsOf(commitment.what, t.locale),
            who: commitment.who,
            href: advicePaths.commitment({ id: commitment.id }),
            by: t('advice.show.by', { date: formatDate(t.locale, commitment.dueOn), status: t(`advice.commitment.${commitment.status}`) }),
          },
  };
}

function factsOf(t: Translate, note: Note, collaborative: Collaborative, isMoved: boolean): NoteView['facts'] {
  const row = (label: string, value: string | null) => (value === null ? [] : [{ label, value, href: null, change: null }]);
  const day = (instant: Instant | null) => (instant === null ? null : formatDay(t.locale, instant));
  const date = (value: CalendarDate | null) => (value === null ? null : formatDate(t.locale, value));
  const { acknowledgeDays, answerDays } = collaborative.settings;
  return [
    ...row(t('advice.show.topic'), t(`advice.topic.${note.topic}`)),
    ...priorityFact(t, note, collaborative),
    ...row(t('advice.show.adopted'), day(note.adoptedAt)),
    ...row(t('advice.show.delivered'), day(note.deliveredAt)),
    ...row(
      t('advice.show.acknowledgeBy'),
      note.acknowledgeBy && t('advice.show.due', { date: date(note.acknowledgeBy) ?? '', count: acknowledgeDays }),
    ),
    ...row(
      t('advice.show.answerBy'),
      isMoved ? date(note.answerBy) : note.answerBy && t('advice.show.due', { date: date(note.answerBy) ?? '', count: answerDays }),
    ),
    ...row(t('advice.show.answered'), day(note.answeredAt)),
  ];
}

const priorityFact = (t: Translate, { priority }: Note, { slug }: Collaborative): NoteView['facts'] =>
  priority === null
    ? []
    : [{ label: t('priorities.label'), value: inLocale(priority.title, t.locale), href: priorityAddress(slug, priority.id), change: null }];

/** What the actor may do with the note as it stands. */
function stepsFor(t: Translate, actor: Actor, note: Note): Step[] {
  const id = { id: note.id };
  const [mayEdit, maySteer, mayEndorse] = [notePolicy.edit, notePolicy.steer, notePolicy.endorse].map((may) => may(actor, note).allowed);
  const can = (event: Parameters<typeof noteMachine.can>[1]) => noteMachine.can(note.status, event);
  const steps: [boolean, Step][] = [
    [mayEdit === true && can('open'), { action: advicePaths.opening(id), text: t('advice.steps.open'), kind: 'primary' }],
    [
      mayEndorse === true && note.status === 'open',
      { action: advicePaths.endorsement(id), text: t('advice.steps.endorse'), kind: 'primary' },
    ],
    [
      maySteer === true && note.status === 'open',
      { action: advicePaths.agendaItem(id), text: t('advice.steps.putOnAgenda'), kind: 'primary' },
    ],
    [maySteer === true && can('deliver'), { action: advicePaths.delivery(id), text: t('advice.steps.deliver'), kind: 'primary' }],
    [maySteer === true && can('close'), { action: advicePaths.closing(id), text: t('advice.steps.close'), kind: 'secondary' }],
    [mayEdit === true && can('revise'), { action: advicePaths.revision(id), text: t('advice.steps.revise'), kind: 'secondary' }],
    [mayEdit === true && can('withdraw'), { action: advicePaths.withdrawal(id), text: t('advice.steps.withdraw'), kind: 'danger' }],
  ];
  return steps.filter(([isOpen]) => isOpen).map(([, shown]) => shown);
}
