import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent, type Details } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { cancel, draw, giveWord, lotMachine, replace, ruleVersion, type Lot } from './lot';
import type { Announcement } from './lot.form';
import { lotPolicy } from './lot.policy';
import { getLot, insertLot, listLots, listParticipants, saveLot } from './lot.queries';

/** People with equal points in one constituency of a collaborative. */
export interface Tie {
  readonly constituency: string;
  /** Both inside and outside of the places there are, so that the lot decides something. */
  readonly decides: boolean;
  readonly people: readonly { readonly candidacyId: string; readonly reference: string; readonly name: string }[];
}

export interface LotPlace {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

/** Announces a lot among a tie: who takes part and where the seed comes from stand before anybody can know the seed. */
export function announceLot(deps: Deps, actor: Actor, place: LotPlace, ties: readonly Tie[], plan: Announcement): Promise<string> {
  return inTransaction(deps, async (tx) => {
    conceal(lotPolicy.view(actor, place));
    authorize(lotPolicy.arrange(actor, place));
    const tie = ties.find(({ people }) => people.some(({ candidacyId }) => candidacyId === plan.candidacy));
    if (tie === undefined) throw new Conflict('lots.errors.noTie');
    const references = tie.people.map(({ reference }) => reference);
    const waiting = (await listLots(tx.db, place)).filter(({ status }) => status === 'announced');
    if (waiting.some((lot) => lot.references.some((reference) => references.includes(reference))))
      throw new Conflict('lots.errors.waiting');
    const lot = lotFrom(tx, actor, place, { constituency: tie.constituency, references, plan });
    await insertLot(tx.db, lot, tie.people);
    await record(tx, actor, lot, 'lots.announce', { participants: references.length });
    return lot.id;
  });
}

/** Enters the published seed, or one of the two words; the lot is drawn once and never again by itself. */
export function drawLot(deps: Deps, actor: Actor, id: string, { version, seed }: { version: number; seed: string }): Promise<void> {
  return change(deps, actor, { id, version, may: lotPolicy.draw }, async (tx, lot) => {
    const who = { by: actor.id ?? '', at: tx.clock.now() };
    const after = lot.source === 'public' ? draw(lot, seed, who) : giveWord(lot, seed, who);
    const saved = await saveLot(tx.db, after);
    if (saved.status === 'drawn' && saved.replaces !== null) await saveLot(tx.db, replace(await getLot(tx.db, saved.replaces)));
    await record(tx, actor, saved, saved.status === 'drawn' ? 'lots.draw' : 'lots.giveWord', {});
  });
}

/** Calls off a lot that was announced and not drawn. */
export const cancelLot = (deps: Deps, actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<void> =>
  change(deps, actor, { id, version, may: lotPolicy.arrange }, async (tx, lot) => {
    const saved = await saveLot(tx.db, cancel(lot, reason));
    await record(tx, actor, saved, 'lots.cancel', {});
  });

/** Announces a new draw among the same people, for a reason. The first stays in force until the new one is drawn, and in the record for good. */
export function redrawLot(
  deps: Deps,
  actor: Actor,
  id: string,
  plan: Announcement & { readonly version: number; readonly reason: string },
): Promise<string> {
  return change(deps, actor, { id, version: plan.version, may: lotPolicy.arrange }, async (tx, lot) => {
    lotMachine.next(lot.status, 'replace');
    const others = await listLots(tx.db, lot);
    if (others.some(({ status, replaces }) => status === 'announced' && replaces === lot.id)) throw new Conflict('lots.errors.waiting');
    const { constituency, references } = lot;
    const again = { ...lotFrom(tx, actor, lot, { constituency, references, plan }), replaces: lot.id, reason: plan.reason };
    await insertLot(tx.db, again, await listParticipants(tx.db, lot.id));
    await record(tx, actor, again, 'lots.redraw', { replaces: lot.id });
    return again.id;
  });
}

interface Change {
  readonly id: string;
  readonly version: number;
  readonly may: (actor: Actor, lot: Lot) => ReturnType<typeof lotPolicy.draw>;
}

function change<Result>(
  deps: Deps,
  actor: Actor,
  { id, version, may }: Change,
  work: (tx: Deps, lot: Lot) => Promise<Result>,
): Promise<Result> {
  return inTransaction(deps, async (tx) => {
    const lot = await getLot(tx.db, id);
    conceal(lotPolicy.view(actor, lot));
    authorize(may(actor, lot));
    if (lot.version !== version) throw new Conflict();
    return work(tx, lot);
  });
}

interface Meant {
  readonly constituency: string;
  readonly references: readonly string[];
  readonly plan: Announcement;
}

const lotFrom = (tx: Deps, actor: Actor, { cycleId, collaborativeId }: LotPlace, { constituency, references, plan }: Meant): Lot => ({
  id: tx.newId(),
  cycleId,
  collaborativeId,
  constituency,
  status: 'announced',
  ruleVersion,
  source: plan.source,
  sourceWords: plan.sourceWords,
  drawAt: plan.drawAt,
  references: [...references].sort(),
  announcedBy: actor.id,
  announcedAt: tx.clock.now(),
  firstPart: null,
  firstBy: null,
  seed: null,
  drawnBy: null,
  drawnAt: null,
  replaces: null,
  reason: null,
  version: 1,
});

const record = (tx: Deps, actor: Actor, lot: Lot, action: Action, more: Details): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'lot', id: lot.id },
    collaborativeId: lot.collaborativeId,
    after: { status: lot.status, seed: lot.seed, ...more },
  });
