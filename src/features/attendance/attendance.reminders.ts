import type { Deps } from '../../deps';
import { groupBy } from '../../lib/group';
import { dateOf } from '../../lib/time';
import type { Email } from '../../mail/email';
import { reminder } from '../../mail/reminders';
import { getPerson, listPeopleWithRole, recipientOf } from '../accounts';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { missedInRow, missedTooOften, type Attended } from './attendance-record';
import { listAdjourned, listRecentlyMissed } from './attendance-record.queries';
import { absencesKind, toMember, toStaff } from './attendance.emails';

const windowHours = 72;

interface Adjourned {
  readonly id: string;
  readonly collaborativeId: string;
  readonly adjournedAt: string;
}

/** After a meeting: members who missed two in a row are told, from the third their staff too (messages.md). */
export const attendanceReminders = [
  reminder<Adjourned>({
    kind: absencesKind,
    windowHours,
    mayComeAtNight: false,
    subjects: ({ db }, now) => listAdjourned(db, now, windowHours + 24),
    moment: ({ adjournedAt }) => adjournedAt,
    compose: async (deps, meeting) => {
      const often = await missedOften(deps, meeting);
      if (often.length === 0) return [];
      const collaborative = await getCollaborative(deps.db, meeting.collaborativeId);
      return (await Promise.all(often.map((missed) => mailsAbout(deps, collaborative, missed)))).flat();
    },
    // A roll call put right may take it back.
    stillDue: async (deps, mail) => {
      const collaborativeId = mail.collaborative_id ?? '';
      const often = await missedOften(deps, { id: mail.about_id, collaborativeId });
      return often.some(([latest]) => mail.dedupe_key.startsWith(`${absencesKind}:${mail.about_id}:${latest?.personId ?? ''}:`));
    },
  }),
];

/** The meetings each member missed in a row who missed this one too, where they are two or more; the latest first. */
async function missedOften({ db }: Deps, { id, collaborativeId }: Pick<Adjourned, 'id' | 'collaborativeId'>): Promise<Attended[][]> {
  const attended = await listRecentlyMissed(db, collaborativeId, id);
  return [...groupBy(attended, ({ personId }) => personId).values()].flatMap((ofPerson) => {
    const since = ofPerson.findIndex(({ meetingId }) => meetingId === id);
    const upToHere = since === -1 ? [] : ofPerson.slice(since);
    const count = missedInRow(upToHere);
    return count < missedTooOften - 1 ? [] : [upToHere.filter(({ status }) => status === 'absent').slice(0, count)];
  });
}

async function mailsAbout(deps: Deps, collaborative: Collaborative, missed: readonly Attended[]): Promise<Email[]> {
  const [latest] = missed;
  if (latest === undefined) return [];
  const member = recipientOf(await getPerson(deps.db, latest.personId));
  const mail = toMember(deps, { collaborative, missed, to: member });
  if (missed.length < missedTooOften) return [mail];
  const staff = await listPeopleWithRole(deps.db, 'staff', collaborative.id, dateOf(deps.clock.now()));
  return [mail, ...staff.map((to) => toStaff(deps, { collaborative, missed, to, member: latest.name }))];
}
