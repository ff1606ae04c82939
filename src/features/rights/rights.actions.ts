import { createHash } from 'node:crypto';
import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { idBefore } from '../../lib/ids';
import { dateOf, plusElapsed } from '../../lib/time';
import { forgetBodies, forgetOver } from '../../mail/outbox-care.queries';
import { queueEmails } from '../../mail/queue-email';
import { getPerson, listPeopleWithRole, recipientOf } from '../accounts';
import { noSets, type Area, type KeepReason, type Piece, type Sets } from './piece';
import { pieces } from './pieces';
import { farewellTo } from './farewell.actions';
import type { Preview } from './preview';
import { decideRequest, getRequest, insertHold, insertRequest, insertRun, liftHold } from './request.queries';
import { pastBefore, pastBeforeMoment, runnableRules, type RunnableRule } from './retention';
import { askedMail, erasedKind, refusedMail } from './rights.emails';
import { rightsPolicy } from './rights.policy';
import {
  blocksOf,
  countPiece,
  erasePiece,
  hasSat,
  listOldApplications,
  listOldMemberFiles,
  readPiece,
  scrub,
  setsOf,
  setsOfApplications,
  setsOfMemberFiles,
} from './rights.queries';

/** Everything an export gives of a person, by table. Private notes and scores of others are no part of it. */
export async function exportOf(deps: Pick<Deps, 'db'>, personId: string): Promise<Record<string, Record<string, unknown>[]>> {
  const sets = await setsOf(deps.db, personId);
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const piece of pieces) {
    const rows = await readPiece(deps.db, piece, sets);
    if (rows.length > 0) all[piece.table] = [...(all[piece.table] ?? []), ...rows];
  }
  return all;
}

/** What an erasure would take away and leave, in numbers. Changes nothing. */
export async function previewOf(deps: Pick<Deps, 'db' | 'clock'>, personId: string): Promise<Preview> {
  const sets = await setsOf(deps.db, personId);
  const goes: Partial<Record<Area, number>> = {};
  const stays: Partial<Record<KeepReason, number>> = {};
  for (const piece of pieces) {
    const count = await countPiece(deps.db, piece, sets);
    if (count === 0) continue;
    if (piece.erase.does !== 'keep') goes[piece.area] = (goes[piece.area] ?? 0) + count;
    if (piece.erase.does !== 'delete') stays[piece.erase.why] = (stays[piece.erase.why] ?? 0) + count;
  }
  return { goes, stays, blocks: await blocksOf(deps.db, personId, dateOf(deps.clock.now())), nameStays: await hasSat(deps.db, personId) };
}

/** Somebody asks to be erased, for themselves or (`askedFor`) on paper or by phone through an administrator. */
export function askErasure(deps: Deps, actor: Actor & { readonly id: string }, askedFor: string = actor.id): Promise<string> {
  return inTransaction(deps, async (tx) => {
    if (askedFor !== actor.id) conceal(rightsPolicy.desk(actor));
    const person = await getPerson(tx.db, askedFor);
    const id = await insertRequest(tx.db, { id: tx.newId(), personId: person.id, askedAt: tx.clock.now(), askedBy: actor.id });
    await recordEvent(tx, { action: 'rights.asked', actor, subject: { kind: 'erasure', id }, collaborativeId: null });
    const administrators = await listPeopleWithRole(tx.db, 'administrator', null, dateOf(tx.clock.now()));
    await queueEmails(
      tx,
      administrators.map((to) => askedMail(to, { t: tx.translate(to.locale), baseUrl: tx.baseUrl, id })),
    );
    return id;
  });
}

/** Refuses a request with words; the person is told. */
export function refuseErasure(deps: Deps, actor: Actor, id: string, given: { words: string; version: number }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(rightsPolicy.desk(actor));
    const request = await getRequest(tx.db, id);
    authorize(rightsPolicy.decide(actor, request.personId));
    const decision = { status: 'refused', at: tx.clock.now(), by: actor.id, words: given.words, counts: {} } as const;
    await decideRequest(tx.db, { id, version: given.version }, decision);
    await recordEvent(tx, { action: 'rights.refused', actor, subject: { kind: 'erasure', id }, collaborativeId: null });
    const to = recipientOf(await getPerson(tx.db, request.personId));
    await queueEmails(tx, [refusedMail(to, { t: tx.translate(to.locale), baseUrl: tx.baseUrl, id, words: given.words })]);
  });
}

/**
 * Erases a person: what the law keeps stays (`pieces`), the history loses its words and still verifies. Files go with the next
 * sweep. They get one last letter, of which nothing stays once it is sent. Throws Conflict while they sit, have a role or an application under way, or a hold is on them.
 */
export function erasePerson(deps: Deps, actor: Actor, id: string, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(rightsPolicy.desk(actor));
    const request = await getRequest(tx.db, id);
    const { personId } = request;
    authorize(rightsPolicy.decide(actor, personId));
    const preview = await previewOf(tx, personId);
    const [block] = preview.blocks;
    if (block !== undefined) throw new Conflict(`rights.blocks.${block}`);
    const farewell = await farewellTo(tx, personId, { id, preview });
    const spared = new Set(preview.nameStays ? ['people.name', 'people.preferred_name'] : []);
    const count = await eraseSets(tx, await setsOf(tx.db, personId), spared);
    await decideRequest(tx.db, { id, version }, { status: 'done', at: tx.clock.now(), by: actor.id, words: '', counts: { erased: count } });
    await recordEvent(tx, {
      action: 'rights.erased',
      actor,
      subject: { kind: 'erasure', id },
      collaborativeId: null,
      after: { rows: count },
    });
    if (farewell !== null) await queueEmails(tx, [farewell]);
  });
}

async function eraseSets(tx: Deps, sets: Sets, spared: ReadonlySet<string>, only: readonly Piece[] = pieces): Promise<number> {
  await scrub(tx.db, sets);
  let count = 0;
  for (const piece of only) count += await erasePiece(tx.db, piece, sets, spared);
  return count;
}

/** Nothing of a person (of everybody with null) is erased while a hold is on. */
export function putHold(deps: Deps, actor: Actor, given: { personId: string | null; reason: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(rightsPolicy.desk(actor));
    const id = tx.newId();
    await insertHold(tx.db, { id, person_id: given.personId, reason: given.reason, put_at: tx.clock.now(), put_by: actor.id });
    await recordEvent(tx, { action: 'rights.held', actor, subject: { kind: 'hold', id }, collaborativeId: null });
  });
}

export function endHold(deps: Deps, actor: Actor, id: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(rightsPolicy.desk(actor));
    await liftHold(tx.db, id, { at: tx.clock.now(), by: actor.id });
    await recordEvent(tx, { action: 'rights.holdLifted', actor, subject: { kind: 'hold', id }, collaborativeId: null });
  });
}

/** Days for which the words of a mail are kept (reliability.md 4.12). */
const bodyDays = 90;

/** Worker: mails older than that lose their words, and last letters as soon as they are over; kind, time and state stay. */
export async function forgetMailBodies(deps: Deps): Promise<void> {
  const old = await forgetBodies(deps.db, idBefore(plusElapsed(deps.clock.now(), { hours: -24 * bodyDays })));
  const count = old + (await forgetOver(deps.db, erasedKind));
  if (count > 0) deps.logger.info('words of mails forgotten', { count });
}

export interface DryRun {
  readonly rule: RunnableRule;
  readonly count: number;
  /** A mark of exactly these records: a run is refused when they are others by then. */
  readonly fingerprint: string;
}

/** What each rule would erase today. Changes nothing. */
export async function dryRuns(deps: Pick<Deps, 'db' | 'clock'>): Promise<DryRun[]> {
  return Promise.all(runnableRules.map(async ({ name }) => dryRunOf(name, await pastRecords(deps, name))));
}

const dryRunOf = (rule: RunnableRule, ids: readonly string[]): DryRun => ({
  rule,
  count: ids.length,
  fingerprint: createHash('sha256').update(ids.join(' ')).digest('hex'),
});

function pastRecords({ db, clock }: Pick<Deps, 'db' | 'clock'>, rule: RunnableRule): Promise<string[]> {
  const today = dateOf(clock.now());
  const years = runnableRules.find(({ name }) => name === rule)?.years ?? 0;
  return rule === 'notSelected'
    ? listOldApplications(db, pastBeforeMoment(today, years))
    : listOldMemberFiles(db, pastBefore(today, years));
}

/** Runs a retention rule on exactly what its dry run showed. Answers how many records it was. */
export function runRule(deps: Deps, actor: Actor, rule: RunnableRule, fingerprint: string): Promise<number> {
  return inTransaction(deps, async (tx) => {
    conceal(rightsPolicy.desk(actor));
    const ids = await pastRecords(tx, rule);
    if (dryRunOf(rule, ids).fingerprint !== fingerprint) throw new Conflict('rights.errors.moved');
    if (rule === 'notSelected') await eraseSets(tx, await setsOfApplications(tx.db, ids), new Set());
    else await eraseMemberFiles(tx, ids);
    const id = tx.newId();
    await insertRun(tx.db, { id, rule, ran_at: tx.clock.now(), ran_by: actor.id, count: ids.length });
    const after = { rule, count: ids.length };
    await recordEvent(tx, { action: 'rights.ran', actor, subject: { kind: 'retention', id }, collaborativeId: null, after });
    return ids.length;
  });
}

async function eraseMemberFiles(tx: Deps, membershipIds: readonly string[]): Promise<void> {
  const sets = await setsOfMemberFiles(tx.db, membershipIds);
  const files = pieces.filter(({ set }) => set === 'memberships' || set === 'plans');
  await eraseSets(tx, { ...noSets, memberships: sets.memberships, plans: sets.plans }, new Set(), files);
}
