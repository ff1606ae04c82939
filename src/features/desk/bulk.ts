import { sha256 } from '../../lib/secret';
import type { CandidacyStatus } from '../applications';
import type { PassedOver } from '../panels';

export const bulkActions = ['label', 'unlabel', 'message', 'review', 'assign', 'suspect', 'export', 'packets'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** Most applications that one action takes. */
export const mostAtOnce = 2000;
/** Most packets in one paper: each is a page or two. */
export const mostPackets = 100;

/** One of those chosen, with what decides whether the action does anything for them. */
export interface Chosen {
  readonly candidacyId: string;
  readonly applicationId: string;
  readonly reference: string;
  readonly name: string;
  readonly locale: string;
  readonly address: string;
  readonly status: CandidacyStatus;
  readonly isReviewed: boolean;
  readonly labelIds: readonly string[];
}

export type SkipReason = 'hasLabel' | 'hasNoLabel' | 'noAddress' | 'isReviewed' | PassedOver;

/** What an action is about: the label, or the reviewer with the files that are not for them. */
export interface BulkObject {
  readonly labelId?: string;
  readonly reviewerId?: string;
  readonly passedOver?: ReadonlyMap<string, PassedOver>;
}

export interface BulkPlan {
  readonly does: readonly Chosen[];
  readonly skips: readonly { readonly one: Chosen; readonly reason: SkipReason }[];
  /** Of what would be done, and to whom: the same again only while nothing changed. */
  readonly seal: string;
}

/** What an action would do, to whom, and whom it passes over and why. */
export function planFor(action: BulkAction, chosen: readonly Chosen[], about: BulkObject): BulkPlan {
  const judged = chosen.map((one) => ({ one, reason: skipRules[action]?.(one, about) }));
  const does = judged.filter(({ reason }) => reason === undefined).map(({ one }) => one);
  const skips = judged.flatMap(({ one, reason }) => (reason === undefined ? [] : [{ one, reason }]));
  const sealed = does.map(({ candidacyId, address }) => `${candidacyId}:${action === 'message' ? address : ''}`);
  return { does, skips, seal: sha256([action, about.labelId ?? '', about.reviewerId ?? '', ...sealed].join('\n')) };
}

const skipRules: Readonly<Partial<Record<BulkAction, (one: Chosen, about: BulkObject) => SkipReason | undefined>>> = {
  label: (one, { labelId }) => (one.labelIds.includes(labelId ?? '') ? 'hasLabel' : undefined),
  unlabel: (one, { labelId }) => (one.labelIds.includes(labelId ?? '') ? undefined : 'hasNoLabel'),
  message: ({ address }) => (address === '' ? 'noAddress' : undefined),
  review: ({ isReviewed, status }) => (isReviewed || status !== 'in_review' ? 'isReviewed' : undefined),
  assign: ({ candidacyId }, { passedOver }) => passedOver?.get(candidacyId),
};
