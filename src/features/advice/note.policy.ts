import { isAdministrator, isApproverOf, isMemberOf, isOfficerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import { isPublic, type Note } from './note';

type Subject = Pick<Note, 'collaborativeId' | 'status' | 'adoptedAt' | 'authorIds'>;

const isAuthor = (actor: Actor, note: Subject): boolean => actor.id !== null && note.authorIds.includes(actor.id);
const belongs = (actor: Actor, collaborativeId: string): boolean =>
  isMemberOf(actor, collaborativeId) || isOfficerOf(actor, collaborativeId);
const answers = (actor: Actor, note: Subject): boolean => isStaffOf(actor, note.collaborativeId);

/** Who may write, read, deliver and answer advice (pages.md). When is the machine's question. */
export const notePolicy = {
  /** Everyone from the adoption on; before it the authors, and from the opening the members. */
  view: (actor: Actor, note: Subject): Decision =>
    allowIf(
      isPublic(note) || isAuthor(actor, note) || (note.status !== 'draft' && belongs(actor, note.collaborativeId)),
      'advice.denied.view',
    ),
  write: (actor: Actor, collaborativeId: string): Decision => allowIf(belongs(actor, collaborativeId), 'advice.denied.write'),
  edit: (actor: Actor, note: Subject): Decision => allowIf(isAuthor(actor, note), 'advice.denied.edit'),
  endorse: (actor: Actor, note: Subject): Decision =>
    allowIf(belongs(actor, note.collaborativeId) && !isAuthor(actor, note), 'advice.denied.endorse'),
  /** Putting it on the agenda, delivering it, closing it. */
  steer: (actor: Actor, note: Subject): Decision => allowIf(isOfficerOf(actor, note.collaborativeId), 'advice.denied.steer'),
  /** Replying to what the district asks about it. */
  reply: (actor: Actor, note: Subject): Decision =>
    allowIf(isAuthor(actor, note) || isOfficerOf(actor, note.collaborativeId), 'advice.denied.reply'),
  answer: (actor: Actor, note: Subject): Decision => allowIf(answers(actor, note), 'advice.denied.answer'),
  sign: (actor: Actor, note: Subject): Decision => allowIf(isApproverOf(actor, note.collaborativeId), 'advice.denied.sign'),
  /** The desk where staff write the answer and the approver signs. */
  seeDesk: (actor: Actor, collaborativeId: string): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isApproverOf(actor, collaborativeId) || isAdministrator(actor), 'advice.denied.desk'),
} as const;
