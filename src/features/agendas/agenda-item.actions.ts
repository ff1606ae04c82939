import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { getCollaborative } from '../collaboratives';
import { bodyOf, getMeeting, isInTime, listMeetings, type Forebear, type Meeting } from '../meetings';
import { append, isFixed, isOpenForItems, renumber, type AgendaItem, type ItemDraft } from './agenda-item';
import { copyPapers } from './attachment.copies';
import { insertItem, listItems, savePlaces } from './agenda-item.queries';
import { copySpanish } from './spanish.actions';

/**
 * Puts an item at the end of the business of a meeting's draft agenda, and the standing items before it where they are
 * missing. After the posting deadline it is information only. The caller has asked its policy.
 */
export async function addItem(tx: Deps, actor: Actor | 'system', meetingId: string, draft: ItemDraft): Promise<AgendaItem> {
  const meeting = await getMeeting(tx.db, meetingId);
  if (!isOpenForItems(meeting)) throw new Conflict('agendas.errors.closed');
  const before = await beginAgenda(tx, meeting);
  const item = await newItem(tx, meeting, draft);
  const added = await appendItem(tx, before, item);
  await recordEvent(tx, {
    action: 'agendas.itemAdded',
    actor,
    subject: { kind: 'meeting', id: meetingId },
    collaborativeId: meeting.collaborativeId,
    after: { item: added.id, title: added.title.en, isInformationOnly: added.isInformationOnly },
  });
  return added;
}

/** Puts an item at the end of the business of an agenda that reads so, and keeps the places of the others. Answers it with its own. */
export async function appendItem(tx: Pick<Deps, 'db'>, before: readonly AgendaItem[], item: AgendaItem): Promise<AgendaItem> {
  const after = append(before, item);
  const added = after.find(({ id }) => id === item.id) ?? item;
  await insertItem(tx.db, added);
  await savePlaces(tx.db, before, after);
  return added;
}

/**
 * Puts an item on the next regular meeting that can still be posted in time with it; null when none is planned. Kept for
 * what must be decided there: approving minutes, hearing an answer.
 */
export async function addItemToNextMeeting(
  tx: Deps,
  actor: Actor | 'system',
  collaborativeId: string,
  draft: ItemDraft,
): Promise<AgendaItem | null> {
  const now = tx.clock.now();
  const { settings } = await getCollaborative(tx.db, collaborativeId);
  const { rows } = await listMeetings(tx.db, collaborativeId, now, { when: 'upcoming' });
  const next = rows.find(
    (meeting) =>
      meeting.collaborativeId === collaborativeId &&
      meeting.kind === 'regular' &&
      ['scheduled', 'posted'].includes(meeting.status) &&
      isInTime(meeting, now, settings.noticeHours),
  );
  return next === undefined ? null : addItem(tx, actor, next.id, draft);
}

/** Gives a meeting the items that every agenda has, once, or those of an earlier one with their papers. Answers all its items. */
export async function beginAgenda(tx: Deps, meeting: Meeting, after?: Forebear): Promise<AgendaItem[]> {
  const present = await listItems(tx.db, meeting.id);
  if (present.some((item) => item.kind === 'opening')) return present;
  const { standing, made } = await firstLines(tx, meeting, after);
  const all = renumber([
    ...standing.filter((item) => item.kind !== 'closing'),
    ...present,
    ...standing.filter((item) => item.kind === 'closing'),
  ]);
  for (const item of all) if (standing.some(({ id }) => id === item.id)) await insertItem(tx.db, item);
  await savePlaces(tx.db, present, all);
  await copySpanish(tx, made);
  if (after?.takes === 'all') await copyPapers(tx, meeting, made);
  return all;
}

/** The lines an agenda begins with, and those made after a line of the earlier meeting, by its id. */
async function firstLines(tx: Deps, meeting: Meeting, after: Forebear | undefined) {
  const standing: AgendaItem[] = [];
  const made = new Map<string, AgendaItem>();
  const { publicCommentMinutes } = (await getCollaborative(tx.db, meeting.collaborativeId)).settings;
  for (const draft of await firstItems(tx, publicCommentMinutes, after)) {
    const item = await newItem(tx, meeting, draft);
    standing.push(isFixed(item) ? { ...item, isInformationOnly: false } : item);
    if (draft.id !== undefined) made.set(draft.id, item);
  }
  return { standing, made };
}

/** For meetings to call in the transaction that makes one. */
export async function beginAgendaOf(tx: Deps, _actor: Actor, meeting: Meeting, after?: Forebear): Promise<void> {
  await beginAgenda(tx, meeting, after);
}

/** What an agenda begins with. Minutes to approve are put there by those who wait for it. */
async function firstItems(
  tx: Deps,
  publicCommentMinutes: number,
  after: Forebear | undefined,
): Promise<readonly (ItemDraft & { readonly id?: string })[]> {
  const earlier = after === undefined ? [] : await listItems(tx.db, after.meeting.id);
  const taken = earlier.filter((item) => isFixed(item) || (after?.takes === 'all' && item.kind !== 'minutes'));
  return taken.some(({ kind }) => kind === 'opening') ? taken : standingItems(tx, publicCommentMinutes);
}

async function newItem(tx: Deps, meeting: Meeting, draft: ItemDraft): Promise<AgendaItem> {
  const { settings } = await bodyOf(tx.db, meeting);
  return itemOf(tx, meeting.id, draft, !isInTime(meeting, tx.clock.now(), settings.noticeHours));
}

/** A line as it begins, without a place yet. */
export const itemOf = (tx: Pick<Deps, 'newId' | 'clock'>, meetingId: string, draft: ItemDraft, isInformationOnly: boolean): AgendaItem => ({
  ...draft,
  id: tx.newId(),
  meetingId,
  place: 0,
  isConsent: draft.isConsent ?? false,
  noteId: draft.noteId ?? null,
  priority: draft.priority ?? null,
  approvesMinutesOf: draft.approvesMinutesOf ?? null,
  carriedFrom: draft.carriedFrom ?? null,
  addedAt: tx.clock.now(),
  isInformationOnly,
  outcome: null,
  outcomeWords: '',
  version: 1,
});

function standingItems(tx: Deps, minutesEach: number): ItemDraft[] {
  const line = (kind: ItemDraft['kind'], name: 'callToOrder' | 'rollCall' | 'publicComment' | 'adjourn', minutes: number): ItemDraft => ({
    kind,
    title: inEachLanguage(tx, `agendas.standing.${name}`),
    purpose: 'procedure',
    presenter: '',
    minutes,
    text: name === 'publicComment' ? commentRules(tx, minutesEach) : { en: '' },
    isAction: false,
  });
  return [
    line('opening', 'callToOrder', 2),
    line('opening', 'rollCall', 3),
    line('public_comment', 'publicComment', 15),
    line('closing', 'adjourn', 1),
  ];
}

type StandingKey =
  'agendas.standing.callToOrder' | 'agendas.standing.rollCall' | 'agendas.standing.publicComment' | 'agendas.standing.adjourn';

const commentRules = (tx: Deps, count: number): LocalText => ({
  en: tx.translate('en')('agendas.standing.publicCommentText', { count }),
  es: tx.translate('es')('agendas.standing.publicCommentText', { count }),
});

const inEachLanguage = (tx: Deps, key: StandingKey): LocalText => ({
  en: tx.translate('en')(key),
  es: tx.translate('es')(key),
});
