import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { formatShortMoment } from '../../i18n/format';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { choosable, factsOf, type Board } from './board';
import { explainedByTargets, filledByRank, filledWithinTargets } from './fill';
import { assertFresh } from './freshness.actions';
import { outOfRankOrder } from './placement';
import { isEditable, mayChooseIn, type Entry } from './slate';
import { boardAt, type SlateAddress } from './slate.actions';
import { slatePolicy } from './slate.policy';
import { insertSlate, saveEntries, saveSlate } from './slate.queries';
import { mostWhatIfs, type Beginning, type WhatIf } from './what-if';
import { deleteWhatIf, insertWhatIf, listWhatIfEntries, listWhatIfs } from './what-if.queries';

interface NewWhatIf {
  readonly name: string;
  readonly beginning: Beginning;
  /** Alternates wanted in each constituency where it is filled by rank. */
  readonly alternates: number;
}

/** Keeps a what-if slate under a name and answers its id. */
export function makeWhatIf(deps: Deps, actor: Actor, address: SlateAddress, wanted: NewWhatIf): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const board = await proposable(tx, actor, address);
    const entries = entriesFor(board, wanted);
    return (await keep(tx, actor, board, { name: wanted.name, entries, action: 'selection.makeWhatIf' })).id;
  });
}

/** Puts a what-if slate in the place of the slate. Who was on the slate before is kept as a what-if slate, to go back to. */
export function adoptWhatIf(
  deps: Deps,
  actor: Actor,
  address: SlateAddress & { readonly whatIf: string },
  { version, slateVersion }: { readonly version: number; readonly slateVersion: number },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const tried = await proposable(tx, actor, address);
    await assertFresh(tx, actor, tried, version);
    const board = await boardAt(tx, { code: address.code, slug: address.slug });
    await assertFresh(tx, actor, board, slateVersion);
    if (!isEditable(board.slate)) throw new Conflict('selection.errors.notEditable');
    if (board.entries.length > 0) {
      const t = tx.translate(actor.locale);
      const name = t('selection.whatIf.before', { at: formatShortMoment(t, tx.clock.now()) });
      await keep(tx, actor, board, { name, entries: board.entries, action: 'selection.keepBefore' });
    }
    const { slate } = board;
    const saved = slate.version === 0 ? await insertSlate(tx, slate) : await saveSlate(tx.db, slate);
    await saveEntries(tx.db, saved.id, tried.entries);
    await recordEvent(tx, {
      action: 'selection.adoptWhatIf',
      actor,
      subject: { kind: 'slate', id: saved.id },
      collaborativeId: slate.collaborativeId,
      before: { candidacies: board.entries.map(({ candidacyId }) => candidacyId) },
      after: { whatIf: address.whatIf, candidacies: tried.entries.map(({ candidacyId }) => candidacyId) },
    });
  });
}

/** Throws a what-if slate away; its history stays. */
export function discardWhatIf(
  deps: Deps,
  actor: Actor,
  address: SlateAddress & { readonly whatIf: string },
  version: number,
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, address);
    conceal(slatePolicy.view(actor, board.slate));
    authorize(slatePolicy.propose(actor, board.slate));
    await assertFresh(tx, actor, board, version);
    const entries = await listWhatIfEntries(tx.db, address.whatIf);
    await deleteWhatIf(tx.db, { id: address.whatIf, version });
    await recordEvent(tx, {
      action: 'selection.discardWhatIf',
      actor,
      subject: { kind: 'what_if', id: address.whatIf },
      collaborativeId: board.collaborative.id,
      before: { name: board.whatIf?.name ?? '', entries: entries.length },
    });
  });
}

async function proposable(tx: Deps, actor: Actor, address: SlateAddress): Promise<Board> {
  const board = await boardAt(tx, address);
  conceal(slatePolicy.view(actor, board.slate));
  authorize(slatePolicy.propose(actor, board.slate));
  if (!mayChooseIn(board.cycle.status) || board.slate.status === 'released') throw new Conflict('selection.errors.notNow');
  return board;
}

/** Who is on a new what-if slate. */
function entriesFor(board: Board, { beginning, alternates }: NewWhatIf): readonly Entry[] {
  if (beginning === 'slate') return board.entries;
  if (beginning === 'empty') return [];
  const filling = { seats: board.seats, people: choosable(board), alternates };
  if (beginning === 'by_rank') return filledByRank(filling);
  const entries = filledWithinTargets(filling, board.targets);
  return explainedByTargets(entries, outOfRankOrder({ ...factsOf({ ...board, entries }), entries }));
}

async function keep(
  tx: Deps,
  actor: Actor,
  { cycle, collaborative }: Board,
  { name, entries, action }: { readonly name: string; readonly entries: readonly Entry[]; readonly action: Action },
): Promise<WhatIf> {
  const place = { cycleId: cycle.id, collaborativeId: collaborative.id };
  const others = await listWhatIfs(tx.db, place);
  if (others.length >= mostWhatIfs) throw new Conflict('selection.errors.tooManyWhatIfs');
  if (others.some((other) => other.name === name)) throw new Conflict('selection.errors.nameTaken');
  const whatIf: WhatIf = { ...place, id: tx.newId(), name, madeBy: actor.id, madeAt: tx.clock.now(), version: 1 };
  await insertWhatIf(tx, whatIf, entries);
  await recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'what_if', id: whatIf.id },
    collaborativeId: collaborative.id,
    after: { name, entries: entries.length },
  });
  return whatIf;
}
