import type { Translate } from '../../i18n/translate';
import { blankForm, choiceView, fieldView, type ChoiceView, type FieldView } from '../../web/form-view';
import { timesUsed, type RemoteUses } from './just-cause';
import { isLive } from './meeting';
import { meetingPaths } from './meeting.paths';
import { meetingPolicy } from './meeting.policy';
import type { ShowParts } from './meeting.views';
import { rsvpAnswers, type Rsvp } from './rsvp';
import type { NamedRsvp } from './rsvp.queries';

export interface RsvpView {
  readonly action: string;
  readonly answer: ChoiceView;
  readonly reason: FieldView;
  /** How often the member took part from afar, where that counts. */
  readonly remote: string | null;
}

export interface AnswersView {
  readonly expected: string | null;
  readonly counts: string;
  readonly lines: readonly string[];
}

/** Whether one comes: the form for a member of the body until the meeting ends. */
export function rsvpOf({ t, actor, now, meeting, own, remote, form }: ShowParts): RsvpView | null {
  if (!meetingPolicy.answer(actor, meeting).allowed || !isLive(meeting) || meeting.endsAt <= now) return null;
  const state = form ?? blankForm(own === undefined ? {} : { answer: own.answer, reason: own.reason });
  const offered = rsvpAnswers.map((answer) => [answer, t(`meetings.rsvp.${answer}`)] as const);
  return {
    action: meetingPaths.rsvp({ id: meeting.id }),
    answer: choiceView(t, state, 'answer', t('meetings.rsvp.title'), offered),
    reason: fieldView(t, state, 'reason', t('meetings.rsvp.reason'), { hint: t('meetings.rsvp.reasonHint'), required: false }),
    remote: remoteText(t, remote, actor.id),
  };
}

/** "From afar for just cause this year: 1 of 2"; null where nobody counts. */
export const remoteText = (t: Translate, remote: RemoteUses | null, personId: string | null): string | null =>
  remote === null || personId === null ? null : t('meetings.rsvp.remoteUsed', { used: timesUsed(remote, personId), limit: remote.limit });

/** The answers so far, for those who run the meeting. */
export function answersOf({ t, answers, remote, expected }: ShowParts): AnswersView | null {
  if (answers === null) return null;
  const count = (wanted: Rsvp['answer']) => answers.filter(({ answer }) => answer === wanted).length;
  const words = ({ name, answer, reason }: NamedRsvp) =>
    reason === ''
      ? t('meetings.rsvp.answerOf', { name, answer: t(`meetings.rsvp.${answer}`) })
      : t('meetings.rsvp.becauseOf', { name, answer: t(`meetings.rsvp.${answer}`), reason });
  const line = (one: NamedRsvp) =>
    [words(one), one.answer === 'remote' ? remoteText(t, remote, one.personId) : null].filter((text) => text !== null).join('. ');
  return {
    expected: expected === null ? null : t('attending.expected', { ...expected }),
    counts:
      answers.length === 0
        ? t('meetings.rsvp.none')
        : t('meetings.rsvp.counts', { coming: count('coming'), remote: count('remote'), not: count('not_coming') }),
    lines: answers.map(line),
  };
}
