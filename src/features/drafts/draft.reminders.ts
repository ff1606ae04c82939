import type { Deps } from '../../deps';
import type { Email } from '../../mail/email';
import { unqueued } from '../../mail/mailbox';
import { reminder } from '../../mail/reminders';
import type { StillDue } from '../../mail/still-due';
import { applicantRecipient, getApplication, goOnLink } from '../applications';
import { getCycle } from '../cycles';
import { isStillUnfinished, momentOfReminder, type Unfinished } from './draft';
import { unfinishedEmail, unfinishedKind } from './draft.emails';
import { listUnfinished } from './draft.queries';

export const draftReminders = [
  reminder<Unfinished>({
    kind: unfinishedKind,
    windowHours: 12,
    mayComeAtNight: false,
    subjects: ({ db }, now) => listUnfinished(db, now),
    moment: momentOfReminder,
    compose: composeOnce,
    stillDue: async ({ db }, mail) => {
      const application = await getApplication(db, mail.about_id);
      return isStillUnfinished(application, await getCycle(db, application.cycleId), mail.expires_at);
    },
  }),
];

/** "Continue your application" has nothing to say any more once it was sent, withdrawn or discarded. */
export const draftStillDue: StillDue = {
  'application.continue': async ({ db }, mail) => (await getApplication(db, mail.about_id)).status === 'draft',
};

/** A link is made only for a mail that goes out: the scan comes by every minute. */
async function composeOnce(deps: Deps, subject: Unfinished): Promise<readonly Email[]> {
  const to = await applicantRecipient(deps.db, subject.application.id);
  if (to === null) return [];
  const t = deps.translate(to.locale);
  const fresh = await unqueued(deps.db, [unfinishedEmail(subject, to, t, deps.baseUrl)]);
  if (fresh.length === 0) return [];
  return [unfinishedEmail(subject, to, t, await goOnLink(deps, subject.application, subject.cycle))];
}
