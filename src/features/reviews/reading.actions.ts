import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { listPanelsOf, savePanelMember } from './panel.queries';
import type { PanelMember } from './panel';
import {
  deleteAbsence,
  deleteStandingConflict,
  insertAbsence,
  insertStandingConflict,
  type ReviewerAbsence,
  type StandingConflict,
} from './reading.queries';

type Reviewer = Actor & { readonly id: string };

/** Keeps which languages a reviewer reads, on every panel they are on. */
export const saveLanguages = (deps: Deps, actor: Reviewer, languages: readonly string[]): Promise<void> =>
  asReviewer(deps, actor, 'reviews.languages', async (tx, panels) => {
    for (const member of panels) await savePanelMember(tx.db, { ...member, languages });
  });

/** Keeps days on which a reviewer does not read. */
export const addAbsence = (deps: Deps, actor: Reviewer, absence: Omit<ReviewerAbsence, 'id'>): Promise<void> =>
  asReviewer(deps, actor, 'reviews.absence', (tx) => insertAbsence(tx, actor.id, absence));

export const removeAbsence = (deps: Deps, actor: Reviewer, id: string): Promise<void> =>
  asReviewer(deps, actor, 'reviews.absenceRemoval', async (tx) => {
    if (!(await deleteAbsence(tx.db, actor.id, id))) throw new NotFound();
  });

/** Keeps whom a reviewer says beforehand that they cannot score. */
export const declareConflict = (deps: Deps, actor: Reviewer, declared: Omit<StandingConflict, 'id'>): Promise<void> =>
  asReviewer(deps, actor, 'reviews.declareConflict', (tx) => insertStandingConflict(tx, actor.id, { ...declared, at: tx.clock.now() }));

export const withdrawConflict = (deps: Deps, actor: Reviewer, id: string): Promise<void> =>
  asReviewer(deps, actor, 'reviews.withdrawConflict', async (tx) => {
    if (!(await deleteStandingConflict(tx.db, actor.id, id))) throw new NotFound();
  });

/** Only somebody on a panel has a way of reading to keep; each of their panels' bodies has it in its history. */
const asReviewer = (
  deps: Deps,
  actor: Reviewer,
  action: Action,
  work: (tx: Deps, panels: readonly PanelMember[]) => Promise<void>,
): Promise<void> =>
  inTransaction(deps, async (tx) => {
    const panels = await listPanelsOf(tx.db, actor.id);
    if (panels.length === 0) throw new NotFound();
    await work(tx, panels);
    await recordEvents(
      tx,
      panels.map((member) => ({
        action,
        actor,
        subject: { kind: 'cycle', id: member.cycleId },
        collaborativeId: member.collaborativeId,
        after: { person: actor.id },
      })),
    );
  });
