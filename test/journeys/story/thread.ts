import { answer, approveMinutes, circulate, deliver } from './advising';
import { beginApplying, find } from './applying';
import { assign, score } from './choosing';
import { meet, post, schedule, write } from './meeting';
import { choose, release } from './selecting';
import { accept, onboard } from './seating';
import type { Story } from './story';

export const steps: readonly (readonly [name: string, tell: (story: Story) => Promise<void>])[] = [
  ['finds the collaborative by ZIP and by school', find],
  ['applies on a phone without an account, goes on from the mail, and gets a reference, a receipt and a status page', beginApplying],
  ['is found by staff in the list, and gets three readers', assign],
  ['is scored blind by the rubric; one reader steps aside; the totals appear', score],
  ['is placed in a seat beside ordered alternates, on a slate that the approver approves', choose],
  ['is told with everybody else at the release, which can be pressed once only', release],
  ['accepts the offer from the letter', accept],
  ['goes through the checklist; the seat begins with the term, and the public roster shows it', onboard],
  ['is invited with the calendar part to the meeting that staff schedule', schedule],
  ['writes an advisory note with two recommendations, and the chair brings it to the meeting', write],
  ['sees the agenda posted with 73 hours, and not with 71, with its hash, time and poster in public', post],
  ['is reminded, and the meeting with its quorum adopts the note by a vote by name', meet],
  ['hears that the note was delivered and acknowledged within working days', deliver],
  ['gets the minutes compiled from the record', circulate],
  ['reads the answer to each recommendation once the approver has signed', answer],
  ['sees the next meeting approve the minutes', approveMinutes],
];

/** Registers the thread as tests that go on from each other; after the first that fails the others fail too. */
export function tellThread(storyNow: () => Story): void {
  let broken: string | undefined;
  it.each(steps)('%s', async (name, tell) => {
    if (broken !== undefined) throw new Error(`not told, since the story broke at: ${broken}`);
    broken = name;
    await tell(storyNow());
    broken = undefined;
  });
}
