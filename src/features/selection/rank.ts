/** What decides the rank of a person: the group with priority first, then points, then the lot where one was drawn. */
export interface ToRank {
  readonly candidacyId: string;
  /** Null: not scored; ranks last. */
  readonly points: number | null;
  /** Belongs to the group that the cycle puts first. */
  readonly hasPriority: boolean;
  /** The lot drawn among people with equal points, and the place it gave. */
  readonly draw: { readonly lotId: string; readonly place: number } | null;
  readonly submittedAt: string;
}

/** Totals that differ by less are equal: what computers leave behind the sixth decimal is no merit. */
const asEqual = 1e-6;

const pointsOf = ({ points }: ToRank): number => (points === null ? -1 : Math.round(points / asEqual));

const merit = (a: ToRank, b: ToRank): number => Number(b.hasPriority) - Number(a.hasPriority) || pointsOf(b) - pointsOf(a);

const sameLot = (a: ToRank, b: ToRank): boolean => a.draw !== null && a.draw.lotId === b.draw?.lotId;

const drawn = (a: ToRank, b: ToRank): number => (sameLot(a, b) ? placeOf(a) - placeOf(b) : 0);
const placeOf = ({ draw }: ToRank): number => draw?.place ?? 0;

/** The order in which a list shows people; equals without a lot by the time they applied, which is no claim. */
export function byRank(a: ToRank, b: ToRank): number {
  return merit(a, b) || drawn(a, b) || a.submittedAt.localeCompare(b.submittedAt) || a.candidacyId.localeCompare(b.candidacyId);
}

/**
 * Where each of these people stands: 1 has the best claim, the same number for those with an equal one. A lot counts
 * where all of the tie took part in it; who joined the tie later makes it one again until a new lot is drawn.
 */
export function standingsIn(pool: readonly ToRank[]): Map<string, number> {
  const standing = new Map<string, number>();
  for (const tie of tiesAmong(pool)) {
    const place = standing.size + 1;
    const isDrawn = tie.every((one) => tie[0] !== undefined && sameLot(tie[0], one));
    tie.forEach((one, index) => standing.set(one.candidacyId, isDrawn ? place + index : place));
  }
  return standing;
}

/** The pool in order, in groups of people with equal merit. */
function tiesAmong(pool: readonly ToRank[]): ToRank[][] {
  const ties: ToRank[][] = [];
  for (const one of [...pool].sort(byRank)) {
    const last = ties.at(-1);
    if (last?.[0] !== undefined && merit(last[0], one) === 0) last.push(one);
    else ties.push([one]);
  }
  return ties;
}

/** Groups of two and more with equal points among whom no lot was drawn. */
export const openTies = (pool: readonly ToRank[]): ToRank[][] =>
  tiesAmong(pool).filter(
    (tie) => tie.length > 1 && tie[0]?.points !== null && !tie.every((one) => tie[0] !== undefined && sameLot(tie[0], one)),
  );
