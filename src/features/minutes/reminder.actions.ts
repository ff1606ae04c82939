import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { formatDate } from '../../i18n/format';
import { dateOf, daysBetween, plusWallDays } from '../../lib/time';
import type { StillDue } from '../../mail/still-due';
import { queueEmails } from '../../mail/queue-email';
import { listPeopleWithRole } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { officerRecipients } from '../membership';
import { getMeeting, type Meeting } from '../meetings';
import { minutesDueOn, reminderDay } from './minutes';
import { minutesDue } from './minutes.emails';
import { listMeetingsOwingMinutes, minutesOf } from './minutes.queries';

/** Half a year: older meetings are no longer nagged about. */
const longest = 183;

/** Worker task: reminds the secretary and the staff of minutes that are not circulated, once for each day that is due. */
export async function remindOfMinutes(deps: Deps): Promise<void> {
  const since = plusWallDays(deps.clock.now(), -longest);
  for (const id of await listMeetingsOwingMinutes(deps.db, since)) await inTransaction(deps, (tx) => remind(tx, id));
}

/** A reminder that waits in the outbox is still wanted while the minutes are not out. */
export const minutesStillDue: StillDue = {
  'minutes.due': async (deps, mail) => {
    const minutes = await minutesOf(deps.db, mail.about_id);
    return minutes === undefined || minutes.status === 'drafted';
  },
};

async function remind(tx: Deps, id: string): Promise<void> {
  const meeting = await getMeeting(tx.db, id);
  const collaborative = await getCollaborative(tx.db, meeting.collaborativeId);
  const today = dateOf(tx.clock.now());
  const heldAt = meeting.adjournedAt ?? meeting.endsAt;
  const { minutesDueDays } = collaborative.settings;
  const day = reminderDay(daysBetween(dateOf(heldAt), today), minutesDueDays);
  if (day === null) return;
  const dueOn = minutesDueOn(heldAt, minutesDueDays);
  const recipients = await peopleToRemind(tx, meeting);
  const common = { meeting, collaborative, day, translate: tx.translate, baseUrl: tx.baseUrl };
  await queueEmails(
    tx,
    recipients.map((to) => minutesDue({ ...common, dueOn: formatDate(to.locale, dueOn) }, to)),
  );
}

/** The secretary and the staff of the day, each once. */
async function peopleToRemind(tx: Deps, { collaborativeId }: Meeting) {
  const today = dateOf(tx.clock.now());
  const secretaries = await officerRecipients(tx.db, collaborativeId, today, ['secretary']);
  const staff = await listPeopleWithRole(tx.db, 'staff', collaborativeId, today);
  return [...new Map([...secretaries, ...staff].map((to) => [to.personId, to])).values()];
}
