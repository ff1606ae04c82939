import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from './cycle';

/** What the sample letters of a cycle are made with, for people who read the wording before it opens. */
export interface LetterSample {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly to: Recipient;
  readonly reference: string;
  readonly t: Translate;
  readonly baseUrl: string;
  readonly now: Instant;
}
