import { Conflict } from '../../lib/errors';
import { wordDiff, type WordChange } from '../../lib/word-diff';
import type { Instant } from '../../lib/time';
import type { MinutesText } from './minutes';

/** Before approval each save is a wording; afterwards a correction is proposed, then withdrawn, or approved by a motion. */
export type Stage = 'drafted' | 'circulated' | 'approved' | 'proposed' | 'withdrawn' | 'corrected';

/** One wording of minutes as it was saved; it stays reachable whatever comes after it. */
export interface MinutesVersion {
  readonly minutesId: string;
  /** 1, 2, 3 … */
  readonly number: number;
  readonly stage: Stage;
  readonly text: MinutesText;
  /** Why a correction is asked for; empty before the approval. */
  readonly reason: string;
  readonly savedAt: Instant;
  readonly savedBy: string | null;
  readonly approvedAt: Instant | null;
  readonly approvedByMotion: string | null;
}

const isStanding = ({ stage }: Pick<MinutesVersion, 'stage'>): boolean => stage === 'approved' || stage === 'corrected';

/** The wording that stands: the newest approved one, or the newest of all while none is approved. */
export function standingVersion(versions: readonly MinutesVersion[]): MinutesVersion | undefined {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  return newestFirst.find(isStanding) ?? newestFirst[0];
}

/** The correction that waits for a meeting to approve it. */
export const proposedVersion = (versions: readonly MinutesVersion[]): MinutesVersion | undefined =>
  versions.find(({ stage }) => stage === 'proposed');

/** The wording that waits for meetings to approve it: circulated minutes, or a correction of approved ones. */
export function awaitingVersion(versions: readonly MinutesVersion[]): MinutesVersion | undefined {
  const [newest] = [...versions].sort((a, b) => b.number - a.number);
  return newest?.stage === 'circulated' || newest?.stage === 'proposed' ? newest : undefined;
}

/** The motion of a later meeting approves a proposed correction; the wording before it stays, superseded. */
export const approveCorrection = (version: MinutesVersion, motionId: string, at: Instant): MinutesVersion => ({
  ...proposedOnly(version),
  stage: 'corrected',
  approvedAt: at,
  approvedByMotion: motionId,
});

export const withdrawCorrection = (version: MinutesVersion): MinutesVersion => ({ ...proposedOnly(version), stage: 'withdrawn' });

function proposedOnly(version: MinutesVersion): MinutesVersion {
  if (version.stage !== 'proposed') throw new Conflict('errors.conflict.notNow');
  return version;
}

interface Reader {
  /** Whether this reader may read circulated drafts. */
  readonly readsDrafts: boolean;
  /** Whether they write the minutes. */
  readonly writes: boolean;
}

/** The wordings a reader may see: approved ones and corrections everyone, what is out who reads drafts, the rest who writes. */
export const visibleVersions = (versions: readonly MinutesVersion[], { readsDrafts, writes }: Reader): MinutesVersion[] =>
  versions.filter(
    (version) => writes || isStanding(version) || (readsDrafts && (version.stage === 'circulated' || version.stage === 'proposed')),
  );

export interface ChangedPart {
  /** An item's id, `opening` or `closing`. */
  readonly part: string;
  readonly changes: readonly WordChange[];
}

/** The parts whose words differ between two wordings, in the order of the minutes, word by word. */
export function changedParts(before: MinutesText, after: MinutesText, itemIds: readonly string[]): ChangedPart[] {
  const parts = ['opening', ...itemIds, 'closing'];
  const differing = parts.filter((part) => wordsAt(before, part) !== wordsAt(after, part));
  return differing.map((part) => ({ part, changes: wordDiff(wordsAt(before, part), wordsAt(after, part)) }));
}

const wordsAt = ({ opening, items, closing }: MinutesText, part: string): string =>
  part === 'opening' ? opening : part === 'closing' ? closing : (items[part] ?? '');

/** Whether two wordings are the same. */
export const isSameText = (a: MinutesText, b: MinutesText): boolean =>
  changedParts(a, b, [...new Set([...Object.keys(a.items), ...Object.keys(b.items)])]).length === 0;
