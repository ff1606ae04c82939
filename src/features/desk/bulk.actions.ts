import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent, recordEvents } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, Forbidden, Invalid } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import { queueEmails } from '../../mail/queue-email';
import { applicantRecipients, applicationPolicy, statusLink } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { filesPassedOver, giveFiles, requestReview } from '../panels';
import { mostAtOnce, mostPackets, planFor, type BulkAction, type BulkPlan, type Chosen } from './bulk';
import { staffMessageEmail } from './bulk.emails';
import type { BulkInput, Selection } from './bulk.form';
import { idsFiled, insertRun, listChosen, suspectPairs, wasRun } from './bulk.queries';
import type { DeskFilter } from './filter';
import { addLabel, getLabel, keepLabel, takeLabel } from './label.queries';

export interface BulkPlace {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly filter: DeskFilter;
}

/** What an action would do now: the dry run, and what the button does. Throws when it is too much at once. */
export async function planBulk(
  tx: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  place: BulkPlace,
  selection: Selection,
  input: BulkInput,
): Promise<BulkPlan> {
  const { cycle, collaborative, filter } = place;
  authorize(applicationPolicy.list(actor, collaborative.id));
  const ids = selection.every ? await idsFiled(tx.db, actor, filter) : selection.ids;
  if (ids.length > mostAtOnce) throw new Invalid('desk.errors.tooMany', { most: mostAtOnce });
  const chosen = await listChosen(tx.db, { cycleId: cycle.id, collaborativeId: collaborative.id }, ids);
  if (selection.action !== 'assign' || input.reviewerId === '') return planFor(selection.action, chosen, { labelId: input.labelId });
  const { reviewerId } = input;
  const candidacyIds = chosen.map(({ candidacyId }) => candidacyId);
  const passedOver = await filesPassedOver(tx.db, actor, panelAt(place), { reviewerId, candidacyIds, now: tx.clock.now() });
  return planFor('assign', chosen, { reviewerId, passedOver });
}

const panelAt = ({ cycle, collaborative }: Pick<BulkPlace, 'cycle' | 'collaborative'>) => ({
  cycleId: cycle.id,
  collaborativeId: collaborative.id,
});

export interface Run {
  readonly id: string;
  /** Of the dry run that was read. */
  readonly seal: string;
}

/** To whom something was done; nobody when the same run was done before. */
export interface Done {
  readonly done: readonly Chosen[];
}

/** Does what the dry run said, in one transaction; once, however often the button is pressed. */
export function runBulk(
  deps: Deps,
  actor: Actor,
  place: BulkPlace,
  wanted: { readonly selection: Selection; readonly input: BulkInput; readonly run: Run },
): Promise<Done> {
  return inTransaction(deps, async (tx) => {
    const { selection, input, run } = wanted;
    const { collaborative } = place;
    authorize(applicationPolicy.list(actor, collaborative.id));
    if (actor.id === null) throw new Forbidden('applications.denied.list');
    if (await wasRun(tx.db, run.id)) return { done: [] };
    const plan = await planBulk(tx, actor, place, selection, input);
    if (plan.seal !== run.seal) throw new Conflict('desk.errors.listChanged');
    const count = plan.does.length;
    if (selection.action === 'packets' && count > mostPackets) throw new Invalid('desk.errors.tooMany', { most: mostPackets });
    await insertRun(tx, { id: run.id, collaborativeId: collaborative.id, kind: selection.action, doneBy: actor.id, count });
    await doers[selection.action](tx, { ...actor, id: actor.id }, { place, plan, input, runId: run.id });
    await recordEvent(tx, {
      action: 'desk.bulk',
      actor,
      subject: { kind: 'collaborative', id: collaborative.id },
      collaborativeId: collaborative.id,
      after: { action: selection.action, count, cycle: place.cycle.code, filter: withoutSearch(selection), notes: input.withNotes },
    });
    return { done: plan.does };
  });
}

/** A search may be a name: the history keeps that there was one, not which. */
function withoutSearch({ filter, every }: Selection): string {
  const query = new URLSearchParams(filter);
  if (query.has('q')) query.set('q', '*');
  return every ? query.toString() : '';
}

interface Doing {
  readonly place: BulkPlace;
  readonly plan: BulkPlan;
  readonly input: BulkInput;
  readonly runId: string;
}

type Doer = (tx: Deps, actor: Actor & { readonly id: string }, doing: Doing) => Promise<void>;

const candidacyIds = ({ does }: BulkPlan): string[] => does.map(({ candidacyId }) => candidacyId);

const putLabel: Doer = async (tx, actor, { place, plan, input }) => {
  const collaborativeId = place.collaborative.id;
  const label =
    input.newLabel === null ? await getLabel(tx.db, input.labelId) : await keepLabel(tx, { collaborativeId, ...input.newLabel });
  if (label.collaborativeId !== collaborativeId) throw new Forbidden('applications.denied.list');
  await addLabel(tx.db, label, candidacyIds(plan), { id: actor.id, at: tx.clock.now() });
};

const dropLabel: Doer = async (tx, _actor, { place, plan, input }) => {
  const label = await getLabel(tx.db, input.labelId);
  if (label.collaborativeId !== place.collaborative.id) throw new Forbidden('applications.denied.list');
  await takeLabel(tx.db, label, candidacyIds(plan));
};

const sendMessage: Doer = async (tx, actor, { place, plan, input, runId }) => {
  const { cycle, collaborative } = place;
  const recipients = await applicantRecipients(
    tx.db,
    plan.does.map(({ applicationId }) => applicationId),
  );
  const emails = [];
  for (const one of plan.does) {
    const to = recipients.get(one.applicationId);
    if (to === undefined) continue;
    const words = input.message[to.locale === 'es' ? 'es' : 'en'];
    const link = await statusLink(tx, { id: one.applicationId, reference: one.reference }, cycle);
    emails.push(staffMessageEmail({ ...words, runId, one, to, collaborative, link, t: tx.translate(to.locale) }));
  }
  await queueEmails(tx, emails);
  const eventOf = (one: Chosen) =>
    ({ action: 'desk.message', actor, subject: { kind: 'candidacy', id: one.candidacyId }, collaborativeId: collaborative.id }) as const;
  await recordEvents(tx, plan.does.map(eventOf));
};

const askReviews: Doer = async (tx, actor, { plan }) => {
  for (const id of candidacyIds(plan)) await requestReview(tx, actor, id);
};

const assignTo: Doer = (tx, actor, { place, plan, input }) =>
  giveFiles(tx, actor, panelAt(place), { reviewerId: input.reviewerId, candidacyIds: candidacyIds(plan) });

const mostSuspects = 10;

const suspect: Doer = async (tx, actor, { plan }) => {
  const ids = [...new Set(plan.does.map(({ applicationId }) => applicationId))].sort();
  if (ids.length < 2 || ids.length > mostSuspects) throw new Invalid('desk.errors.suspectSome', { most: mostSuspects });
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const));
  await suspectPairs(tx.db, pairs, { id: actor.id, at: tx.clock.now() });
};

const nothingMore: Doer = () => Promise.resolve();

const doers: Readonly<Record<BulkAction, Doer>> = {
  label: putLabel,
  unlabel: dropLabel,
  message: sendMessage,
  review: askReviews,
  assign: assignTo,
  suspect,
  export: nothingMore,
  packets: nothingMore,
};
