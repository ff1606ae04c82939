import { approvesFor, isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, refuse, type Decision } from '../../lib/policy';

export interface SlateSubject {
  readonly collaborativeId: string;
  readonly sentBy: string | null;
}

/** Staff propose, an approver approves, staff or administrators release (pages.md). */
export const slatePolicy = {
  /** The board with scores. */
  view: (actor: Actor, slate: Pick<SlateSubject, 'collaborativeId'>): Decision =>
    allowIf(isStaffOf(actor, slate.collaborativeId) || isAdministrator(actor), 'selection.denied.view'),
  propose: (actor: Actor, slate: Pick<SlateSubject, 'collaborativeId'>): Decision =>
    allowIf(isStaffOf(actor, slate.collaborativeId), 'selection.denied.propose'),
  /** The slate as its approver sees it, once it was sent. */
  viewAsApprover: (actor: Actor, slate: SlateSubject): Decision =>
    allowIf(isApproverOf(actor, slate.collaborativeId) && slate.sentBy !== null, 'selection.denied.view'),
  /** Nobody approves what they sent, nor does a deputy in the place of who sent it. */
  decide: (actor: Actor, slate: SlateSubject): Decision =>
    isApproverOf(actor, slate.collaborativeId)
      ? allowIf(actor.id !== null && actor.id !== slate.sentBy && mayDecideFor(actor, slate), 'selection.denied.ownSlate')
      : refuse('selection.denied.decide'),
  release: (actor: Actor, slate: Pick<SlateSubject, 'collaborativeId'>): Decision =>
    allowIf(isStaffOf(actor, slate.collaborativeId) || isAdministrator(actor), 'selection.denied.release'),
};

const mayDecideFor = (actor: Actor, { collaborativeId, sentBy }: SlateSubject): boolean =>
  approvesFor(actor, collaborativeId, sentBy) !== undefined;
