import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { MessageKey } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { readableCode } from '../../lib/ids';
import { authorize, conceal } from '../../lib/policy';
import { startOfDay } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import {
  admitLate,
  applicantRecipient,
  applicationPolicy,
  findApplicationByReference,
  findLiveApplication,
  getApplication,
  goOnLink,
  preferencesIn,
  saveApplication,
  workingAnswers,
  type Application,
  type UseLateCode,
} from '../applications';
import { getCycle, getCycleByCode, takesLateEntries, type Cycle } from '../cycles';
import { stateOfLateCode, type LateCode } from './late-code';
import { endLateCode, findLateCode, getLateCode, insertLateCode, takeUse } from './late-code.queries';
import { extensionEmail, lateCodeEmail } from './late-entry.emails';
import type { CodeWanted, ExtensionWanted } from './late-entry.form';
import { lateEntryPaths } from './late-entry.paths';
import { lateEntryPolicy } from './late-entry.policy';

type Person = Actor & { readonly id: string };

/** Makes a code for named people, and mails it where an address is given. */
export async function makeLateCode(deps: Deps, actor: Person, cycleCode: string, wanted: CodeWanted): Promise<LateCode> {
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, cycleCode);
    authorize(lateEntryPolicy.manage(actor, cycle, wanted.collaborativeId));
    const { collaborativeId, forWhom, note, useLimit, expiresAt } = wanted;
    const code: LateCode = {
      id: tx.newId(),
      cycleId: cycle.id,
      collaborativeId,
      code: readableCode(tx.random),
      forWhom,
      note,
      email: wanted.email === '' ? null : wanted.email,
      useLimit,
      uses: 0,
      expiresAt,
      madeAt: tx.clock.now(),
      madeBy: actor.id,
      revokedAt: null,
    };
    await insertLateCode(tx.db, code);
    await record(tx, actor, code, 'makeCode', { useLimit, expiresAt });
    if (code.email !== null) {
      const to = { personId: null, name: '', address: code.email, locale: wanted.locale };
      await queueEmail(tx, lateCodeEmail({ code, cycle, to, t: tx.translate(wanted.locale), link: tx.baseUrl + lateEntryPaths.enter() }));
    }
    return code;
  });
}

/** Ends a code: nobody comes in by it any more; who did goes on. */
export async function revokeLateCode(deps: Deps, actor: Actor, where: { readonly code: string; readonly id: string }): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, where.code);
    const code = await getLateCode(tx.db, cycle.id, where.id);
    conceal(lateEntryPolicy.manage(actor, cycle, code.collaborativeId));
    if (!(await endLateCode(tx.db, code.id, tx.clock.now()))) throw new Conflict();
    await record(tx, actor, code, 'revokeCode', {});
  });
}

export type Admission =
  { readonly kind: 'admitted'; readonly application: Application } | { readonly kind: 'refused'; readonly why: MessageKey };

/** Lets somebody in by a code: their own application of that cycle goes on, or one is begun. The same person uses it once. */
export async function enterLate(deps: Deps, actor: Actor, entry: { readonly code: string; readonly email: string }): Promise<Admission> {
  return inTransaction(deps, async (tx) => {
    const code = await findLateCode(tx.db, entry.code);
    if (code === undefined) return { kind: 'refused', why: 'lateEntry.refused.unknown' };
    const cycle = await getCycle(tx.db, code.cycleId);
    const found = await ownApplication(tx, actor, cycle);
    if (found?.lateCodeId === code.id) return { kind: 'admitted', application: found };
    const state = stateOfLateCode(code, tx.clock.now());
    if (state !== 'good') return { kind: 'refused', why: `lateEntry.refused.${state}` };
    if (!takesLateEntries(cycle, tx.clock.now())) return { kind: 'refused', why: 'lateEntry.refused.notNow' };
    if (!(await takeUse(tx.db, code.id))) return { kind: 'refused', why: 'lateEntry.refused.usedUp' };
    const application = await admitLate(tx, actor, cycle, { found, email: entry.email, lateCodeId: code.id });
    await recordEvent(tx, {
      action: 'lateEntry.useCode',
      actor,
      subject: { kind: 'application', id: application.id },
      collaborativeId: null,
    });
    return { kind: 'admitted', application };
  });
}

/**
 * Lets paper in that came after the closing, in the transaction that enters it: a code of this collaborative which was good
 * on the day it came, whenever it is typed.
 */
export const useLateCodeFor: UseLateCode = async (tx, actor, { code: typed, cycle, collaborativeId, receivedOn }) => {
  const code = await findLateCode(tx.db, typed);
  if (code?.cycleId !== cycle.id || code.collaborativeId !== collaborativeId) return { why: 'lateEntry.refused.unknown' };
  const [now, came] = [tx.clock.now(), startOfDay(receivedOn)];
  const state = stateOfLateCode(code, came < now ? came : now);
  if (state !== 'good') return { why: `lateEntry.refused.${state}` };
  if (!(await takeUse(tx.db, code.id))) return { why: 'lateEntry.refused.usedUp' };
  await record(tx, actor, code, 'useCode', {});
  return { lateCodeId: code.id };
};

/** The application of this cycle that the person, or the browser, has already; never one that only an address points at. */
async function ownApplication(tx: Deps, actor: Actor, cycle: Cycle): Promise<Application | undefined> {
  const own = actor.id === null ? undefined : await findLiveApplication(tx.db, cycle.id, actor.id);
  if (own !== undefined) return own;
  for (const id of actor.openedApplicationIds) {
    const held = await getApplication(tx.db, id);
    const isLive = held.status === 'draft' || held.status === 'submitted';
    if (held.cycleId === cycle.id && isLive && applicationPolicy.viewOwn(actor, held).allowed) return held;
  }
  return undefined;
}

/** Gives one applicant more time, says so by mail, and keeps the reason. Answers the application's reference. */
export async function extendApplication(deps: Deps, actor: Actor, cycleCode: string, wanted: ExtensionWanted): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, cycleCode);
    authorize(lateEntryPolicy.arrange(actor, cycle));
    const application = await findApplicationByReference(tx.db, wanted.reference);
    if (application?.cycleId !== cycle.id) throw new NotFound();
    conceal(lateEntryPolicy.extend(actor, cycle, preferencesIn(workingAnswers(application))));
    if (application.status !== 'draft') throw new Conflict('lateEntry.errors.sent');
    const saved = await saveApplication(tx.db, { ...application, extendedUntil: wanted.until });
    await recordEvent(tx, {
      action: 'lateEntry.extend',
      actor,
      subject: { kind: 'application', id: saved.id },
      collaborativeId: null,
      before: { until: application.extendedUntil ?? cycle.closesAt },
      after: { until: wanted.until, reason: wanted.reason },
    });
    await mailExtension(tx, saved, cycle);
    return saved.reference;
  });
}

async function mailExtension(tx: Deps, application: Application, cycle: Cycle): Promise<void> {
  const to = await applicantRecipient(tx.db, application.id);
  if (to === null || application.extendedUntil === null) return;
  const link = await goOnLink(tx, application, cycle);
  await queueEmail(tx, extensionEmail({ application, until: application.extendedUntil, cycle, to, t: tx.translate(to.locale), link }));
}

const record = (
  tx: Deps,
  actor: Actor,
  code: LateCode,
  verb: 'makeCode' | 'revokeCode' | 'useCode',
  after: Readonly<Record<string, unknown>>,
): Promise<void> =>
  recordEvent(tx, {
    action: `lateEntry.${verb}`,
    actor,
    subject: { kind: 'cycle', id: code.cycleId },
    collaborativeId: code.collaborativeId,
    after: { lateCode: code.id, ...after },
  });
