import type { Deps } from '../../deps';
import type { Instant } from '../../lib/time';
import type { Email } from '../../mail/email';
import { unqueued } from '../../mail/mailbox';
import { reminder } from '../../mail/reminders';
import { applicantRecipient, getApplication, getCandidacy } from '../applications';
import { getCollaborative } from '../collaboratives';
import { offerLink } from './carry-out.actions';
import { remindersOf, type Offer, type ReminderName } from './offer';
import { offerReminder, offerReminderKind } from './offer-reminder.emails';
import { getOffer, listOpenOffers } from './offer.queries';

interface Subject {
  readonly offer: Offer;
  readonly name: ReminderName;
  readonly at: Instant;
}

export const offerReminders = [
  reminder<Subject>({
    kind: offerReminderKind,
    windowHours: 20,
    mayComeAtNight: false,
    subjects: async ({ db }, now) => {
      const offers = await listOpenOffers(db, { after: now });
      return offers.flatMap((offer) => remindersOf(offer).map((one) => ({ offer, ...one })));
    },
    moment: ({ at }) => at,
    compose: composeOnce,
    stillDue: async ({ db }, mail) => {
      const offer = await getOffer(db, mail.about_id);
      return offer.status === 'open' && offer.answerBy === mail.expires_at;
    },
  }),
];

/** A link is made only for a mail that goes out: the scan comes by every minute. */
async function composeOnce(deps: Deps, { offer, name }: Subject): Promise<readonly Email[]> {
  const to = await applicantRecipient(deps.db, offer.applicationId);
  if (to === null) return [];
  const application = await getApplication(deps.db, offer.applicationId);
  const { collaborativeId } = await getCandidacy(deps.db, offer.candidacyId);
  const mail = { to, t: deps.translate(to.locale), offer, name, reference: application.reference };
  const collaborative = await getCollaborative(deps.db, collaborativeId);
  const fresh = await unqueued(deps.db, [offerReminder({ ...mail, collaborative, link: deps.baseUrl })]);
  if (fresh.length === 0) return [];
  return [offerReminder({ ...mail, collaborative, link: await offerLink(deps, application, offer) })];
}
