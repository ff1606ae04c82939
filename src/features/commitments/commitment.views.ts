import { formatDate, formatDay, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { siteOf } from '../../lib/link';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { CalendarDate } from '../../lib/time';
import { choiceView, type ChoiceView } from '../../web/form-view';
import { advicePaths, wordsOf, type Words } from '../advice';
import type { Collaborative } from '../collaboratives';
import {
  boardStates,
  isLate,
  type BoardCounts,
  type BoardState,
  type CommitmentMove,
  type CommitmentStatus,
  type Promised,
} from './commitment';
import { commitmentPaths } from './commitment.paths';

interface Tag {
  readonly text: string;
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
}

export interface PromiseView {
  readonly what: Words;
  readonly href: string;
  readonly who: string;
  readonly due: string;
  readonly tag: Tag;
  /** Said plainly once its day is over; null while it is in time. */
  readonly late: string | null;
  readonly note: { readonly text: string; readonly title: Words; readonly href: string };
  readonly latest: MoveView | null;
}

export interface MoveView {
  readonly when: string;
  readonly text: string;
  readonly words: Words;
  readonly evidence: { readonly href: string; readonly text: string } | null;
}

interface BoardView {
  readonly title: string;
  readonly description: string;
  readonly district?: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly action: string;
  readonly choices: readonly ChoiceView[];
  readonly promises: readonly (PromiseView & { readonly body: string | null })[];
  readonly empty: string;
  readonly next: string | null;
  readonly first: string | null;
}

interface ShowView {
  readonly title: string;
  readonly description: string;
  readonly district: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly promise: PromiseView;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: string | null; readonly change: null }[];
  readonly moves: readonly MoveView[];
  readonly follow: string;
  readonly move: string | null;
}

declare module '../../web/render' {
  interface Views {
    'commitments/board': BoardView;
    'commitments/show': ShowView;
  }
}

const tones: Readonly<Record<CommitmentStatus, Tag['tone']>> = { planned: 'info', under_way: 'info', done: 'success', dropped: 'neutral' };

const statusTag = (t: Translate, status: CommitmentStatus): Tag => ({ text: t(`commitments.status.${status}`), tone: tones[status] });

/** A promise in a list, with what was told of it last. */
export function promiseView(t: Translate, promise: Promised, moves: readonly CommitmentMove[], today: CalendarDate): PromiseView {
  const { id, dueOn, noteId, reference, number } = promise;
  const [latest] = moves;
  const date = formatDate(t.locale, dueOn);
  return {
    what: wordsOf(promise.what, t.locale),
    href: commitmentPaths.show({ id }),
    who: promise.who,
    due: t('commitments.by', { date }),
    tag: statusTag(t, promise.status),
    late: isLate(promise, today) ? t('commitments.late', { date }) : null,
    note: {
      text: t('commitments.ofNote', { reference, number: String(number) }),
      title: wordsOf(promise.title, t.locale),
      href: advicePaths.show({ id: noteId }),
    },
    latest: latest === undefined ? null : moveView(t, latest),
  };
}

/** What was told on a day: the new state, a new day, the words, and where it can be seen. */
function moveView(t: Translate, { at, from, to, fromOn, toOn, words: said, evidenceUrl }: CommitmentMove): MoveView {
  const parts = [
    ...(from === to ? [] : [t(`commitments.moved.${to}`)]),
    ...(fromOn === toOn ? [] : [t('commitments.moved.day', { from: formatDate(t.locale, fromOn), to: formatDate(t.locale, toOn) })]),
  ];
  return {
    when: formatDay(t.locale, at),
    text: parts.length === 0 ? t('commitments.moved.told') : parts.join(' '),
    words: wordsOf(said, t.locale),
    evidence: evidenceUrl === null ? null : { href: evidenceUrl, text: t('commitments.evidenceAt', { site: siteOf(evidenceUrl) }) },
  };
}

export interface BoardParts {
  /** Null: of all bodies. */
  readonly collaborative: Collaborative | null;
  readonly collaboratives: readonly Collaborative[];
  readonly state: BoardState;
  readonly promises: readonly Promised[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly moves: readonly CommitmentMove[];
  readonly counts: BoardCounts;
  readonly today: CalendarDate;
}

/** What the district has promised, of one body or of all: late ones said plainly, what is due next in front. */
export function boardView(t: Translate, parts: BoardParts): BoardView {
  const { collaborative, state, promises, moves, today } = parts;
  const name = collaborative === null ? null : inLocale(collaborative.name, t.locale);
  const action = addressOf(collaborative);
  return {
    title: name === null ? t('commitments.titleAll') : t('commitments.titleOf', { name }),
    description: t('commitments.lead'),
    ...(collaborative === null ? {} : { district: collaborative.slug }),
    breadcrumbs: [
      { text: t('layout.home'), href: '/' },
      ...(collaborative === null || name === null ? [] : [{ text: name, href: `/${collaborative.slug}` }]),
    ],
    stats: (['late', 'under_way', 'planned', 'done', 'dropped'] as const).map((kind) => ({
      number: formatNumber(t.locale, parts.counts[kind]),
      label: t(`commitments.counts.${kind}`),
    })),
    action,
    choices: choicesOf(t, parts),
    promises: promises.map((promise) => ({
      ...promiseView(
        t,
        promise,
        moves.filter(({ commitmentId }) => commitmentId === promise.id),
        today,
      ),
      body: collaborative === null ? bodyName(t, parts, promise) : null,
    })),
    empty: t('commitments.empty'),
    next: parts.next === null ? null : withQuery(action, { state, after: parts.next }),
    first: parts.isFirst ? null : withQuery(action, { state }),
  };
}

const addressOf = (collaborative: Collaborative | null): string =>
  collaborative === null ? commitmentPaths.all() : commitmentPaths.ofBody({ slug: collaborative.slug });

function bodyName(t: Translate, { collaboratives }: BoardParts, { collaborativeId }: Promised): string | null {
  const body = collaboratives.find(({ id }) => id === collaborativeId);
  return body === undefined ? null : inLocale(body.area, t.locale);
}

function choicesOf(t: Translate, { state }: BoardParts): ChoiceView[] {
  const options = boardStates.map((one) => [one, t(`commitments.states.${one}`)] as const);
  return [choiceView(t, { raw: { state }, errors: {} }, 'state', t('commitments.show'), options)];
}

export interface ShowParts {
  readonly promise: Promised;
  readonly collaborative: Collaborative;
  readonly moves: readonly CommitmentMove[];
  readonly today: CalendarDate;
  readonly mayMove: boolean;
}

/** One promise with all that was told of it, the newest first. */
export function showView(t: Translate, { promise, collaborative, moves, today, mayMove }: ShowParts): ShowView {
  const view = promiseView(t, promise, moves, today);
  const { slug, name } = collaborative;
  const row = (label: string, value: string, href: string | null = null) => ({ label, value, href, change: null });
  const firstDay = moves.at(-1)?.fromOn ?? promise.dueOn;
  return {
    title: t('commitments.one', { reference: promise.reference, number: String(promise.number) }),
    description: view.what.text,
    district: slug,
    breadcrumbs: [
      { text: t('layout.home'), href: '/' },
      { text: inLocale(name, t.locale), href: `/${slug}` },
      { text: t('commitments.short'), href: commitmentPaths.ofBody({ slug }) },
    ],
    promise: view,
    facts: [
      row(t('commitments.who'), promise.who),
      row(t('commitments.dueOn'), formatDate(t.locale, promise.dueOn)),
      ...(firstDay === promise.dueOn ? [] : [row(t('commitments.firstDay'), formatDate(t.locale, firstDay))]),
      row(view.note.text, view.note.title.text, view.note.href),
    ],
    moves: moves.map((move) => moveView(t, move)),
    follow: withQuery('/follow', { what: `note:${promise.noteId}` }),
    move: mayMove ? commitmentPaths.moving({ id: promise.id }) : null,
  };
}
