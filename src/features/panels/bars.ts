import type { CalendarDate } from '../../lib/time';
import type { Bar, FileToAssign } from './assignment';
import { isAway } from './availability';
import { conflictsBetween, stanceOf, type Verdict } from './conflict';
import type { Panelist, ReviewFile } from './file';

/** What decides who may read which file, beside file and reviewer. */
export interface Circumstances {
  readonly minimum: number;
  readonly today: CalendarDate;
  readonly reviewBy: CalendarDate;
  /** Staff's word on suggested conflicts, by `candidacy reviewer`. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Files that nobody has begun may pass to others. */
  readonly rebalances: boolean;
}

export const verdictKey = (candidacyId: string, reviewerId: string): string => `${candidacyId} ${reviewerId}`;

/** What the dry run promises before the button is pressed: which reviewers a file may go to, and what it still needs. */
export function fileToAssign(file: ReviewFile, panelists: readonly Panelist[], given: Circumstances): FileToAssign {
  const stances = new Map(panelists.map((panelist) => [panelist.personId, stanceTo(file, panelist, given)] as const));
  const barred = new Map<string, Bar>();
  for (const panelist of panelists) {
    const bar = barOf(file, panelist, stances.get(panelist.personId) ?? 'free', given);
    if (bar !== null) barred.set(panelist.personId, bar);
  }
  const isMovable = (status: string): boolean => given.rebalances && status === 'assigned';
  const fixed = file.reviews.filter(({ status }) => status !== 'recused' && !isMovable(status));
  const unbegun = file.reviews.filter(({ status }) => isMovable(status)).map(({ reviewerId }) => reviewerId);
  return {
    candidacyId: file.candidacyId,
    constituency: file.constituency,
    needed: Math.max(0, given.minimum - fixed.length),
    barred,
    avoided: new Set(panelists.map(({ personId }) => personId).filter((id) => stances.get(id) === 'avoided')),
    movable: unbegun.filter((reviewerId) => stances.has(reviewerId) && !barred.has(reviewerId)),
    released: unbegun.filter((reviewerId) => !stances.has(reviewerId) || barred.has(reviewerId)),
  };
}

/** Whether a reviewer reads the language an application is written in; one who has not said may get any. */
export const reads = (panelist: Pick<Panelist, 'languages'>, locale: string): boolean =>
  panelist.languages.length === 0 || panelist.languages.includes(locale);

const stanceTo = (file: ReviewFile, panelist: Panelist, { verdicts }: Circumstances) =>
  stanceOf(conflictsBetween(file.party, panelist.party), verdicts.get(verdictKey(file.candidacyId, panelist.personId)));

const barOf = (file: ReviewFile, panelist: Panelist, stance: string, given: Circumstances): Bar | null =>
  heldBar(file, panelist, given) ?? readingBar(file, panelist, stance, given);

function heldBar({ reviews }: ReviewFile, { personId }: Panelist, { rebalances }: Circumstances): Bar | null {
  const held = reviews.find(({ reviewerId }) => reviewerId === personId)?.status;
  if (held === undefined || (rebalances && held === 'assigned')) return null;
  return held === 'recused' ? 'stepped_aside' : 'has_it';
}

function readingBar(file: ReviewFile, panelist: Panelist, stance: string, { today, reviewBy }: Circumstances): Bar | null {
  if (file.party.personId !== null && file.party.personId === panelist.personId) return 'own';
  if (stance === 'barred') return 'conflict';
  if (!reads(panelist, file.locale)) return 'language';
  return isAway(panelist.absences, today, reviewBy) ? 'away' : null;
}
