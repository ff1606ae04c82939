import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { factsOf, isLive, meetingPaths, meetingTitle, rsvpAnswers, type Meeting, type RsvpAnswer } from '../meetings';
import { attendingPaths } from './attending.paths';

interface AnswerView {
  readonly title: string;
  readonly kicker: string;
  readonly unlisted: boolean;
  readonly errorSummary: ErrorSummary | null;
  readonly said: { readonly tone: 'success' | 'neutral'; readonly text: string } | null;
  readonly moment: string;
  readonly facts: ReturnType<typeof factsOf>;
  readonly form: {
    readonly action: string;
    readonly answer: ChoiceView;
    readonly reason: FieldView;
    readonly remote: string | null;
  } | null;
  readonly meeting: { readonly text: string; readonly href: string };
}

declare module '../../web/render' {
  interface Views {
    'attending/answer': AnswerView;
  }
}

interface Shown {
  readonly token: string;
  readonly name: string;
  readonly meeting: Meeting;
  /** What stands so far. */
  readonly answer: RsvpAnswer | null;
  /** How often they took part from afar, where that counts. */
  readonly remote: string | null;
  readonly now: Instant;
  readonly form: FormState;
}

/** Whether one comes, asked of one member without signing in. */
export function answerView(t: Translate, { token, name, meeting, answer, remote, now, form }: Shown): AnswerView {
  const isOpen = isLive(meeting) && now < meeting.endsAt;
  const offered = rsvpAnswers.map((one) => [one, t(`meetings.rsvp.${one}`)] as const);
  return {
    title: t('attending.title', { name }),
    kicker: meetingTitle(meeting, t.locale),
    unlisted: true,
    errorSummary: errorSummary(t, form.errors),
    said: saidOf(t, answer, isOpen),
    moment: formatMoment(t, meeting.startsAt),
    facts: factsOf(t, meeting),
    form: isOpen
      ? {
          action: attendingPaths.answer({ token }),
          answer: choiceView(t, form, 'answer', t('meetings.rsvp.title'), offered),
          remote,
          reason: fieldView(t, form, 'reason', t('meetings.rsvp.reason'), { hint: t('meetings.rsvp.reasonHint'), required: false }),
        }
      : null,
    meeting: { text: t('attending.mails.open'), href: meetingPaths.show({ id: meeting.id }) },
  };
}

function saidOf(t: Translate, answer: RsvpAnswer | null, isOpen: boolean): AnswerView['said'] {
  if (!isOpen) return { tone: 'neutral', text: t('meetings.errors.over') };
  return answer === null ? null : { tone: 'success', text: t('attending.said', { answer: t(`meetings.rsvp.${answer}`) }) };
}
