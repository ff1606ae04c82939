import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { applicationPaths } from '../applications';
import { meetingPaths, meetingPolicy } from '../meetings';
import { onboardingPaths } from '../onboarding';
import { reviewPaths } from '../reviews';
import { approvalPaths } from '../selection';
import type { Mine, MyMeeting, MyNote } from './me';

/** One thing asked of the reader, as `components/task-list` shows it. */
export interface Ask {
  readonly text: string;
  readonly href: string | null;
  readonly hint: string | null;
  readonly tag: { readonly text: string; readonly tone: 'warning' | 'danger' | 'info' };
}

type Maker = (text: string, href: string | null, due?: CalendarDate | null) => Ask;

/** What is asked of a person now: offers first, since they run out; then what holds up others. */
export function asksOf(t: Translate, actor: Actor, mine: Mine, now: Instant): Ask[] {
  const make = maker(t, dateOf(now));
  return [
    ...mine.offers.map((offer) => ({
      ...make(
        t('me.ask.offer', { collaborative: inLocale(offer.collaborative, t.locale) }),
        applicationPaths.offer({ ref: offer.reference }),
      ),
      hint: t('me.by', { date: formatShortMoment(t, offer.answerBy) }),
    })),
    ...stepAsks(t, mine, make),
    ...mine.slates.map(({ collaborative }) =>
      make(t('me.ask.slate', { collaborative: inLocale(collaborative, t.locale) }), approvalPaths.list()),
    ),
    ...mine.notes.map((note) => make(noteText(t, note), `/staff/advice/${note.id}`, note.due)),
    ...mine.reviews.map(({ cycle, count, reviewBy }) =>
      make(t('me.ask.reviews', { count, cycle: inLocale(cycle, t.locale) }), reviewPaths.list(), reviewBy),
    ),
    ...mine.meetings.filter((meeting) => mustAnswer(actor, meeting, now)).map((meeting) => rsvpAsk(t, meeting, make)),
    ...mine.actions.map(({ text, dueOn, meetingId }) => make(t('me.ask.action', { text }), meetingPaths.show({ id: meetingId }), dueOn)),
  ];
}

const maker =
  (t: Translate, today: CalendarDate): Maker =>
  (text, href, due = null) => ({
    text,
    href,
    hint: due === null ? null : t('me.by', { date: formatDate(t.locale, due) }),
    tag: due !== null && due < today ? { text: t('me.tag.late'), tone: 'danger' } : { text: t('me.tag.now'), tone: 'warning' },
  });

/** The steps the member can do; where only the staff's are left, that is said and nothing is asked. */
function stepAsks(t: Translate, { steps }: Mine, make: Maker): Ask[] {
  const own = steps.filter(({ kind }) => kind !== 'attend' && kind !== 'staff_check');
  const [next] = own;
  if (next !== undefined) {
    const text = t('me.ask.onboarding', { count: own.length, task: inLocale(next.title, t.locale) });
    return [make(text, onboardingPaths.mine(), next.dueOn)];
  }
  if (steps.length === 0) return [];
  return [{ ...make(t('me.ask.onboardingStaff'), onboardingPaths.mine()), tag: { text: t('onboarding.standing.waiting'), tone: 'info' } }];
}

function noteText(t: Translate, { title, step }: MyNote): string {
  const words = { title: inLocale(title, t.locale) };
  if (step === 'acknowledge') return t('me.ask.acknowledge', words);
  return step === 'sign' ? t('me.ask.sign', words) : t('me.ask.note', words);
}

const mustAnswer = (actor: Actor, meeting: MyMeeting, now: Instant): boolean =>
  meeting.answer === null &&
  (meeting.status === 'scheduled' || meeting.status === 'posted') &&
  meeting.startsAt > now &&
  meetingPolicy.answer(actor, meeting).allowed;

const rsvpAsk = (t: Translate, meeting: MyMeeting, make: Maker): Ask => ({
  ...make(t('me.ask.rsvp', { title: inLocale(meeting.title, t.locale) }), meetingPaths.show({ id: meeting.id })),
  hint: formatShortMoment(t, meeting.startsAt),
});
