import { sha256 } from '../../lib/secret';
import type { CandidacyStatus } from '../applications';

export const bulkActions = ['label', 'unlabel', 'message', 'review', 'suspect', 'export', 'packets'] as const;
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

export type SkipReason = 'hasLabel' | 'hasNoLabel' | 'noAddress' | 'isReviewed';

export interface BulkPlan {
  readonly does: readonly Chosen[];
  readonly skips: readonly { readonly one: Chosen; readonly reason: SkipReason }[];
  /** Of what would be done, and to whom: the same again only while nothing changed. */
  readonly seal: string;
}

/** What an action would do, to whom, and whom it passes over and why. */
export function planFor(action: BulkAction, chosen: readonly Chosen[], labelId: string): BulkPlan {
  const judged = chosen.map((one) => ({ one, reason: skipRules[action]?.(one, labelId) }));
  const does = judged.filter(({ reason }) => reason === undefined).map(({ one }) => one);
  const skips = judged.flatMap(({ one, reason }) => (reason === undefined ? [] : [{ one, reason }]));
  const parts = [action, labelId, ...does.map(({ candidacyId, address }) => `${candidacyId}:${action === 'message' ? address : ''}`)];
  return { does, skips, seal: sha256(parts.join('\n')) };
}

const skipRules: Readonly<Partial<Record<BulkAction, (one: Chosen, labelId: string) => SkipReason | undefined>>> = {
  label: (one, labelId) => (one.labelIds.includes(labelId) ? 'hasLabel' : undefined),
  unlabel: (one, labelId) => (one.labelIds.includes(labelId) ? undefined : 'hasNoLabel'),
  message: ({ address }) => (address === '' ? 'noAddress' : undefined),
  review: ({ isReviewed, status }) => (isReviewed || status !== 'in_review' ? 'isReviewed' : undefined),
};
