import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { addItem, listItems } from '../agendas';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { findLastAgenda } from './last-agenda.queries';
import { draftOf, linesOf, type AgendaTemplate, type TemplateLine } from './template';
import type { TemplateValues } from './template.form';
import { templatePolicy } from './template.policy';
import { getVersions, insertVersion } from './template.queries';

type Signed = Actor & { readonly id: string };

interface Order {
  readonly collaborativeId: string;
  /** Null for a new template. */
  readonly id: string | null;
  readonly values: TemplateValues;
}

export type Kept = { readonly kind: 'kept'; readonly id: string } | { readonly kind: 'stale' };

/** Keeps a template as its next version; the versions before stay. `stale`: another saved since the form was read. */
export function keepTemplate(deps: Deps, actor: Signed, { collaborativeId, id, values }: Order): Promise<Kept> {
  return inTransaction(deps, async (tx) => {
    conceal(templatePolicy.keep(actor, collaborativeId));
    const number = id === null ? 0 : ((await getVersions(tx.db, collaborativeId, id))[0]?.number ?? 0);
    if (number !== values.version) return { kind: 'stale' };
    const template: AgendaTemplate = {
      ...{ id: id ?? tx.newId(), collaborativeId, number: number + 1, name: values.name, lines: values.lines },
      ...{ isRetired: false, savedAt: tx.clock.now() },
    };
    await insertVersion(tx, template, actor.id);
    await record(tx, actor, 'agendaTemplates.kept', template);
    return { kind: 'kept', id: template.id };
  });
}

/** Offers a template no longer. Its words stay, and saving it again brings it back. A second press changes nothing. */
export function retireTemplate(deps: Deps, actor: Signed, { collaborativeId, id }: { collaborativeId: string; id: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(templatePolicy.keep(actor, collaborativeId));
    const [newest] = await getVersions(tx.db, collaborativeId, id);
    if (newest === undefined || newest.isRetired) return;
    const retired = { ...newest, number: newest.number + 1, isRetired: true, savedAt: tx.clock.now() };
    await insertVersion(tx, retired, actor.id);
    await record(tx, actor, 'agendaTemplates.retired', retired);
  });
}

interface Beginning {
  readonly meetingId: string;
  /** A template's id, or `last` for the agenda before. */
  readonly from: string;
  /** How many lines of business the agenda had when the page was read: a second press finds more. */
  readonly present: number;
}

/** Puts the lines of a template, or of the meeting before, on an agenda. Throws Conflict when the agenda has grown since. Answers how many. */
export function beginFrom(deps: Deps, actor: Actor, { meetingId, from, present }: Beginning): Promise<number> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.run(actor, meeting));
    if (linesOf(await listItems(tx.db, meetingId)).length !== present) throw new Conflict();
    const lines = await linesFrom(tx, meeting, from);
    for (const line of lines) await addItem(tx, actor, meetingId, draftOf(line, meeting.kind));
    return lines.length;
  });
}

async function linesFrom(tx: Deps, meeting: Meeting, from: string): Promise<readonly TemplateLine[]> {
  if (from !== 'last') return (await getVersions(tx.db, meeting.collaborativeId, from))[0]?.lines ?? [];
  return (await findLastAgenda(tx.db, meeting))?.lines ?? [];
}

function record(tx: Deps, actor: Actor, action: Action, template: AgendaTemplate): Promise<void> {
  const { id, collaborativeId, number, lines } = template;
  return recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'agendaTemplate', id },
    collaborativeId,
    after: { version: number, lines: lines.length },
  });
}
