import { createHash } from 'node:crypto';
import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent, recordEvents } from '../../history/events';
import { isAdministrator, type Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { allowIf, authorize } from '../../lib/policy';
import { dateOf, plusElapsed } from '../../lib/time';
import type { TableError } from '../../files/table-file';
import { insertPerson } from '../accounts';
import { importFile, type ImportReport } from '../collaboratives';
import { insertMembership, insertOffice, insertSeat, isStubTerm, type Membership } from '../membership';
import { changeTerms } from './roster-changes.actions';
import { dropTries, getTry, insertTry, loadKnown, markTaken } from './imports.queries';
import type { TryKind } from './import-try';
import { readRoster } from './roster-file';
import { planRoster, type Answers, type PlannedTerm, type RosterPlan } from './roster-plan';

/** What a file would do, with a mark of exactly that: taking in is refused when it would do anything else by then. */
export interface Trial {
  readonly roster: RosterPlan | null;
  readonly report: ImportReport | null;
  readonly errors: readonly TableError[];
  readonly counts: Readonly<Record<string, number>>;
  readonly fingerprint: string;
}

const mayImport = (actor: Actor) => allowIf(isAdministrator(actor), 'errors.forbidden.lead');

/** Keeps a file for a look at what it would do. Answers its id. */
export async function bringFile(deps: Deps, actor: Actor, file: { kind: TryKind; fileName: string; content: Buffer }): Promise<string> {
  authorize(mayImport(actor));
  const id = deps.newId();
  await insertTry(deps.db, { ...file, fileName: file.fileName.slice(0, 200), id, madeBy: actor.id, madeAt: deps.clock.now() });
  return id;
}

/** What taking a file in would do now, with these answers about people. Changes nothing. */
export async function tryFile(deps: Deps, content: Buffer, kind: TryKind, answers: Answers): Promise<Trial> {
  if (kind === 'roster') return rosterTrial(deps, content, answers);
  const report = await importFile(deps, 'system', { kind, text: content, dryRun: true });
  const counts = { added: report.added.length, changed: report.changed.length, removed: report.removed.length };
  return { roster: null, report, errors: report.errors, counts, fingerprint: markOf([report, content.toString('base64')]) };
}

async function rosterTrial(deps: Deps, content: Buffer, answers: Answers): Promise<Trial> {
  const roster = planRoster(readRoster(content, dateOf(deps.clock.now())), await loadKnown(deps.db), answers);
  const counts = {
    seats: roster.newSeats.length,
    people: roster.newPeople.length,
    terms: roster.newTerms.length,
    changes: roster.changes.length,
    unchanged: roster.unchanged,
  };
  return { roster, report: null, errors: roster.errors, counts, fingerprint: markOf([roster, content.toString('base64')]) };
}

const markOf = (seen: unknown): string => createHash('sha256').update(JSON.stringify(seen)).digest('hex');

/** Whether nothing stands in the way of taking a file in. */
export const isReady = ({ errors, roster }: Trial): boolean =>
  errors.length === 0 && (roster === null || roster.questions.every(({ answer }) => answer !== null));

/**
 * Takes a file in as a whole: exactly what was shown, in one transaction. No letters go out. Throws Conflict when it has errors
 * or open questions, was taken in before, or would by now do something else than what was shown.
 */
export function takeIn(deps: Deps, actor: Actor, id: string, given: { answers: Answers; fingerprint: string }): Promise<Trial> {
  return inTransaction(deps, async (tx) => {
    authorize(mayImport(actor));
    const { content, kind } = await getTry(tx.db, id);
    if (content === null) throw new Conflict('imports.errors.taken');
    const trial = await tryFile(tx, content, kind, given.answers);
    if (!isReady(trial)) throw new Conflict('imports.errors.notReady');
    if (trial.fingerprint !== given.fingerprint) throw new Conflict('imports.errors.moved');
    if (trial.roster === null) await importFile(tx, actor, { kind: kind === 'zips' ? 'zips' : 'schools', text: content, dryRun: false });
    else await addRoster(tx, actor, trial.roster);
    await markTaken(tx.db, id, { at: tx.clock.now(), by: actor.id, counts: trial.counts });
    const after = { kind, ...trial.counts };
    await recordEvent(tx, { action: 'imports.taken', actor, subject: { kind: 'import', id }, collaborativeId: null, after });
    return trial;
  });
}

/** Takes a roster in from the console: only a file without errors and without questions. */
export function takeRoster(deps: Deps, content: Buffer, { dryRun }: { dryRun: boolean }): Promise<Trial> {
  return inTransaction(deps, async (tx) => {
    const trial = await rosterTrial(tx, content, {});
    if (!dryRun && isReady(trial) && trial.roster !== null) await addRoster(tx, 'system', trial.roster);
    return trial;
  });
}

async function addRoster(tx: Deps, actor: Actor | 'system', plan: RosterPlan): Promise<void> {
  const seatIds = new Map((await loadKnown(tx.db)).seats.map((seat) => [`${seat.collaborativeId} ${seat.code}`, seat.id]));
  for (const { key, line, collaborativeId, from } of plan.newSeats) {
    const { seat: code, constituency, isVoting } = line;
    const seat = await insertSeat(tx, {
      collaborativeId,
      code,
      constituency,
      isVoting,
      takesApplications: true,
      termYears: 2,
      startsOn: from,
      endsOn: null,
    });
    seatIds.set(key, seat.id);
  }
  const people = new Map<string, string>();
  for (const { key, sitter } of plan.newPeople) {
    const { name, email, phone, locale } = sitter;
    people.set(key, (await insertPerson(tx, { name, email, phone, locale })).id);
  }
  const events = await changeTerms(tx, actor, plan.changes);
  for (const term of plan.newTerms) {
    const personId = 'id' in term.person ? term.person.id : (people.get(term.person.key) ?? '');
    const membership = await addTerm(tx, term, { personId, seatId: seatIds.get(term.seatKey) ?? '' });
    const { termStartsOn, termEndsOn, startedOn, endedOn, seatCode: seat } = membership;
    events.push({
      action: 'imports.termAdded',
      actor,
      subject: { kind: 'membership', id: membership.id },
      collaborativeId: membership.collaborativeId,
      after: { seat, termStartsOn, termEndsOn, startedOn, endedOn },
    });
  }
  await recordEvents(tx, events);
}

async function addTerm(tx: Deps, { line }: PlannedTerm, { personId, seatId }: { personId: string; seatId: string }): Promise<Membership> {
  const { sitter } = line;
  const membership = await insertMembership(tx, {
    seatId,
    personId,
    candidacyId: null,
    followsId: null,
    acceptedOn: null,
    termStartsOn: sitter.termStartsOn,
    termEndsOn: sitter.termEndsOn,
    isStub: isStubTerm(sitter.termStartsOn, sitter.termEndsOn, 2),
    startedOn: sitter.startedOn,
    endedOn: sitter.endedOn,
    endReason: sitter.reason,
    status: statusOf(sitter, dateOf(tx.clock.now())),
  });
  if (sitter.office !== null) {
    const { name: office, from: startsOn, until: endsOn } = sitter.office;
    await insertOffice(tx, { collaborativeId: membership.collaborativeId, membershipId: membership.id, office, startsOn, endsOn });
  }
  return membership;
}

const statusOf = ({ endedOn, termEndsOn }: PlannedTerm['line']['sitter'], today: string): Membership['status'] => {
  if (endedOn !== null && endedOn < today) return 'ended';
  return termEndsOn < today ? 'holdover' : 'active';
};

/** Worker: files that nobody took in within a week lose their words. */
export async function dropOldTries(deps: Deps): Promise<void> {
  await dropTries(deps.db, plusElapsed(deps.clock.now(), { hours: -24 * 7 }));
}
