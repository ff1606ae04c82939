import type { Instant } from '../../lib/time';

/** The item of the agenda that is talked about now. */
export interface CurrentItem {
  readonly meetingId: string;
  readonly itemId: string;
  readonly since: Instant;
  readonly version: number;
}
