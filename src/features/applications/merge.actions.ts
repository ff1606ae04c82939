import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { isBeingWritten, preferencesIn, mostPreferences, withAnswers, withdraw, type Application } from './application';
import { insertSubmission, saveApplication } from './application.queries';
import type { Candidacy } from './candidacy';
import { listCandidaciesOf, saveCandidacies, saveCandidacyStatus } from './candidacy.queries';
import { keepReviewed, markMerged } from './identity.queries';

export interface Merge {
  /** The one that counts from now on: its reference, its person, its reviews. */
  readonly kept: Application;
  readonly other: Application;
  /** Whose answers count. */
  readonly answersOf: 'kept' | 'other';
}

/** The collaboratives of both, those of the one that counts first; three at most. */
export const mergedPreferences = (kept: Application, other: Application): readonly string[] =>
  [...new Set([...preferencesIn(kept.answers), ...preferencesIn(other.answers)])].slice(0, mostPreferences);

/** Whether two applications can be made one now; Conflict says why not. */
export function assertMergeable({ kept, other }: Omit<Merge, 'answersOf'>, candidacies: readonly Candidacy[]): void {
  const areSent = [kept, other].every((one) => one.status === 'submitted' && !isBeingWritten(one));
  if (kept.id === other.id || kept.cycleId !== other.cycleId || !areSent) throw new Conflict('applications.errors.notMergeable');
  if (candidacies.some(({ status }) => status !== 'in_review')) throw new Conflict('applications.errors.notMergeable');
}

/** Makes one application of two of the same person. The caller has asked the policy and holds the transaction. */
export async function mergeApplications(tx: Deps, actor: Actor, merge: Merge): Promise<Application> {
  const { kept, other } = merge;
  const before = await listCandidaciesOf(tx.db, kept.id);
  const gone = await listCandidaciesOf(tx.db, other.id);
  assertMergeable(merge, [...before, ...gone]);
  const now = tx.clock.now();
  await saveApplication(tx.db, withdraw(other, now));
  for (const candidacy of gone) await saveCandidacyStatus(tx, candidacy, 'withdraw', now);
  await markMerged(tx.db, other.id, kept.id);
  const answers = { ...(merge.answersOf === 'kept' ? kept : other).answers, collaboratives: mergedPreferences(kept, other) };
  const formId = (merge.answersOf === 'kept' ? kept : other).formId;
  const saved = await saveApplication(tx.db, { ...withAnswers(kept, answers), formId, savedAt: now });
  await insertSubmission(tx, saved);
  await saveCandidacies(tx, saved);
  await keepReviewed(
    tx.db,
    before.filter(({ isReviewed }) => isReviewed).map(({ id }) => id),
  );
  const after = { kept: kept.reference, merged: other.reference, answersOf: merge.answersOf };
  for (const id of [kept.id, other.id])
    await recordEvent(tx, { action: 'applications.merge', actor, subject: { kind: 'application', id }, collaborativeId: null, after });
  return saved;
}
