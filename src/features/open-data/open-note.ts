import type { Commitment, DispositionKind, Note } from '../advice';
import type { LocalText } from '../../lib/local-text';

/** What the district said to a recommendation in a signed answer. */
export interface OpenAnswer {
  readonly disposition: DispositionKind;
  readonly reasons: LocalText;
  readonly commitment: Commitment | null;
}

export interface OpenRecommendation {
  readonly id: string;
  readonly number: number;
  readonly text: LocalText;
  /** Null until the answer is signed. */
  readonly answer: OpenAnswer | null;
}

/** A note that anyone may read, without its authors. */
export interface OpenNote extends Omit<
  Note,
  'priority' | 'recommendations' | 'authorIds' | 'adoptedByMotion' | 'draftedAt' | 'openedAt' | 'stoppedOn' | 'version'
> {
  readonly recommendations: readonly OpenRecommendation[];
}
