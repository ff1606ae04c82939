import type { CandidacyStatus } from './candidacy';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** The colour of a candidacy's state; the words say the same. */
export const toneOfCandidacy: Readonly<Record<CandidacyStatus, Tone>> = {
  in_review: 'info',
  offered: 'success',
  alternate: 'info',
  not_selected: 'neutral',
  accepted: 'success',
  declined: 'neutral',
  lapsed: 'neutral',
  expired: 'neutral',
  withdrawn: 'neutral',
};
