import type { Deps } from '../../deps';
import { dateOf, startOfDay, type CalendarDate } from '../../lib/time';
import { reminder } from '../../mail/reminders';
import { listPeopleWithRole } from '../accounts';
import { dueKind, dueMail, type Due } from './clock.emails';
import { listWaitingNotes, type WaitingNote } from './clock.queries';
import { wordsFor } from './note.actions';
import { reminderDays } from './note-clock';
import { getNote, listDaysOff } from './note.queries';

interface Subject extends Due {
  readonly noteId: string;
}

/**
 * Acknowledge, answer, sign: 14, 7, 4, 2, 1 and 0 days before the last day, then each third working day; the approver too
 * once it is late (messages.md). Nobody is reminded of what is answered, or while the authors are asked.
 */
export const adviceReminders = [
  reminder<Subject>({
    kind: dueKind,
    windowHours: 20,
    mayComeAtNight: false,
    subjects: async ({ db }, now) => {
      const daysOff = await listDaysOff(db);
      return (await listWaitingNotes(db)).flatMap((note) => subjectsOf(note, dateOf(now), daysOff));
    },
    moment: ({ day }) => startOfDay(day),
    compose: async (deps, due) => {
      const note = await getNote(deps.db, due.noteId);
      const people = await peopleFor(deps, note.collaborativeId, due);
      return people.map((to) => dueMail(wordsFor(deps, to.locale), note, due, to));
    },
    stillDue: async ({ db }, mail) => {
      const [note] = await listWaitingNotes(db, mail.about_id);
      return note !== undefined && mail.dedupe_key.startsWith(`${dueKind}:${note.id}:${dutyOf(note)}:${dayOf(note)}:`);
    },
  }),
];

const dutyOf = ({ status, isWithApprover }: WaitingNote): Due['what'] =>
  status === 'delivered' ? 'acknowledge' : isWithApprover ? 'sign' : 'answer';

const dayOf = (note: WaitingNote): CalendarDate => (note.status === 'delivered' ? note.acknowledgeBy : note.answerBy);

function subjectsOf(note: WaitingNote, today: CalendarDate, daysOff: ReadonlySet<CalendarDate>): Subject[] {
  const on = dayOf(note);
  return reminderDays(on, { since: dateOf(note.deliveredAt), today, daysOff }).map((day) => ({
    noteId: note.id,
    what: dutyOf(note),
    on,
    day,
    isLate: day > on,
  }));
}

/** Whose turn it is; once late the approver hears of it too. */
async function peopleFor({ db, clock }: Deps, collaborativeId: string, { what, isLate }: Due) {
  const today = dateOf(clock.now());
  const staff = what === 'sign' ? [] : await listPeopleWithRole(db, 'staff', collaborativeId, today);
  const approvers = what === 'sign' || isLate ? await listPeopleWithRole(db, 'approver', collaborativeId, today) : [];
  return [...new Map([...staff, ...approvers].map((to) => [to.personId, to])).values()];
}
