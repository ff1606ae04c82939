import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import { plusElapsed, type Instant } from '../../lib/time';
import {
  closingEnd,
  cycleIsOpen,
  isAnswered,
  isConstituency,
  lateEnd,
  questionsOf,
  takesLateEntries,
  type Answers,
  type Constituency,
  type Cycle,
  type Form,
  type Question,
} from '../cycles';

export type ApplicationStatus = 'draft' | 'submitted' | 'withdrawn' | 'discarded';
export type ApplicationEvent = 'submit' | 'withdraw' | 'reinstate' | 'discard';

/** Sent again is sent: until the closing time each submission is kept and the latest counts, and a withdrawal can be taken back. */
export const applicationMachine = defineMachine<ApplicationStatus, ApplicationEvent>({
  draft: { submit: 'submitted', discard: 'discarded' },
  submitted: { submit: 'submitted', withdraw: 'withdrawn' },
  withdrawn: { reinstate: 'submitted' },
  discarded: {},
});

export interface Application {
  readonly id: string;
  /** What people read aloud: `7KQ4-XM2P`. */
  readonly reference: string;
  readonly cycleId: string;
  /** The person it belongs to; null until it is sent by somebody who has not signed in. */
  readonly personId: string | null;
  readonly status: ApplicationStatus;
  /** The language of the letters about it. */
  readonly locale: string;
  readonly email: string | null;
  /** When somebody opened a link that was mailed to the address; null: nobody has shown that it is theirs. */
  readonly addressProvedAt: Instant | null;
  readonly name: string;
  readonly constituency: Constituency | null;
  readonly zip: string | null;
  readonly schoolId: string | null;
  /** The version of the form that `answers` were sent by; null until they are sent. */
  readonly formId: string | null;
  /** What counts: while it is a draft, what has been written so far. */
  readonly answers: Answers;
  /** Changes after sending that have not been sent yet. */
  readonly pendingAnswers: Answers | null;
  /** Who typed it in for the applicant. */
  readonly enteredBy: string | null;
  readonly begunAt: Instant;
  readonly savedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** The code for late entry it was begun or continued with. */
  readonly lateCodeId: string | null;
  /** This applicant's own closing time, given by staff; that minute still counts. */
  readonly extendedUntil: Instant | null;
  readonly version: number;
}

/** An application before anything is known of it. */
export const blankApplication: Application = {
  id: '',
  reference: '',
  cycleId: '',
  personId: null,
  status: 'draft',
  locale: 'en',
  email: null,
  addressProvedAt: null,
  name: '',
  constituency: null,
  zip: null,
  schoolId: null,
  answers: {},
  pendingAnswers: null,
  enteredBy: null,
  begunAt: '',
  savedAt: '',
  submittedAt: null,
  withdrawnAt: null,
  lateCodeId: null,
  extendedUntil: null,
  formId: null,
  version: 1,
};

/** Most collaboratives one application may name. */
export const mostPreferences = 3;

/** Being written: a draft, or changes to what was sent. */
export const isBeingWritten = (application: Pick<Application, 'status' | 'pendingAnswers'>): boolean =>
  application.status === 'draft' || (application.status === 'submitted' && application.pendingAnswers !== null);

/** The answers as the applicant sees them while writing. */
export const workingAnswers = (application: Pick<Application, 'answers' | 'pendingAnswers'>): Answers =>
  application.pendingAnswers ?? application.answers;

/** Ids of the collaboratives named, the first choice first. */
export const preferencesIn = (answers: Answers): readonly string[] => {
  const ranked = answers['collaboratives'];
  return typeof ranked === 'string' || ranked === undefined ? [] : ranked;
};

export const constituencyIn = (answers: Answers): Constituency | null => {
  const chosen = answers['constituency'];
  return isConstituency(chosen) ? chosen : null;
};

export const answerText = (answers: Answers, key: string): string => {
  const answer = answers[key];
  return typeof answer === 'string' ? answer : '';
};

/** Puts answers of one page in their place; nothing else changes. */
export function write(application: Application, answers: Answers, at: Instant): Application {
  const written = { ...workingAnswers(application), ...answers };
  const saved = { ...application, savedAt: at };
  return application.status === 'draft' ? { ...withAnswers(saved, written), answers: written } : { ...saved, pendingAnswers: written };
}

/** What the answers say of the application itself, for lists and letters. */
export function withAnswers(application: Application, answers: Answers): Application {
  const language = answerText(answers, 'language');
  const email = answerText(answers, 'email') || application.email;
  return {
    ...application,
    answers,
    name: answerText(answers, 'name'),
    constituency: constituencyIn(answers),
    zip: answerText(answers, 'zip') || null,
    schoolId: answerText(answers, 'school_id') || null,
    email,
    addressProvedAt: email === application.email ? application.addressProvedAt : null,
    locale: language || application.locale,
  };
}

/** The person that an application tells of, as far as it does. */
export const applicantAs = ({ answers, name, email, locale, zip }: Application) => ({
  name,
  preferredName: answerText(answers, 'preferred_name') || null,
  pronouns: answerText(answers, 'pronouns').slice(0, 60) || null,
  email,
  phone: answerText(answers, 'phone'),
  locale,
  zip: zip ?? '',
});

/** The version of the form whose words belong to the answers: the one they were sent by, else the one in force. */
export const formAnswered = (application: Pick<Application, 'formId'>, cycle: Pick<Cycle, 'formId'>): string =>
  application.formId ?? cycle.formId;

type Late = Pick<Application, 'status' | 'lateCodeId' | 'extendedUntil'>;

/**
 * Whether this application can be written and sent now: while its cycle is open, or before `deciding` with a late code, or
 * until its own closing time. What was sent is never changed late: it does not change under its readers.
 */
export function takesAnswers(application: Late, cycle: Cycle, now: Instant): boolean {
  if (cycleIsOpen(cycle, now)) return true;
  if (application.status !== 'draft' || !takesLateEntries(cycle, now)) return false;
  const isExtended = application.extendedUntil !== null && now < closingEnd({ closesAt: application.extendedUntil });
  return application.lateCodeId !== null || isExtended;
}

/** The cycle as this applicant meets it: with their own closing time where they have one. */
export function cycleFor(application: Late, cycle: Cycle): Cycle {
  if (application.status !== 'draft') return cycle;
  const ends = [cycle.closesAt, application.extendedUntil ?? '', application.lateCodeId === null ? '' : minuteBefore(lateEnd(cycle))];
  return { ...cycle, closesAt: ends.reduce((last, end) => (end > last ? end : last)) };
}

const minuteBefore = (end: Instant): Instant => plusElapsed(end, { minutes: -1 });

/** Sends what has been written. Throws Conflict (409) when the cycle takes no applications now. */
export function submit(application: Application, cycle: Cycle, at: Instant): Application {
  if (!takesAnswers(application, cycle, at)) throw new Conflict('applications.errors.closed');
  const status = applicationMachine.next(application.status, 'submit');
  const sent = withAnswers(application, workingAnswers(application));
  return { ...sent, status, formId: cycle.formId, pendingAnswers: null, submittedAt: at, savedAt: at };
}

/** Takes back an application that was sent. */
export function withdraw(application: Application, at: Instant): Application {
  return { ...application, status: applicationMachine.next(application.status, 'withdraw'), pendingAnswers: null, withdrawnAt: at };
}

/** Takes back a withdrawal while the cycle is open: what was sent last counts again. Throws Conflict (409) after that. */
export function reinstate(application: Application, cycle: Cycle, at: Instant): Application {
  if (!cycleIsOpen(cycle, at)) throw new Conflict('applications.errors.closedToTakeBack');
  return { ...application, status: applicationMachine.next(application.status, 'reinstate'), withdrawnAt: null, savedAt: at };
}

/** Ends a draft that will not be sent. */
export const discardDraft = (application: Application, at: Instant): Application => ({
  ...application,
  status: applicationMachine.next(application.status, 'discard'),
  savedAt: at,
});

export interface AnsweredQuestion {
  readonly question: Question;
  readonly answer: string | readonly string[];
}

/** What a reviewer reads: the answers marked for them; in the blind pass nothing that says who wrote it (domain.md 5). Files: `filesForReview`. */
export function answersForReview(
  application: Pick<Application, 'answers'>,
  form: Pick<Form, 'pages'>,
  { blind }: { readonly blind: boolean },
): AnsweredQuestion[] {
  return questionsOf(form)
    .filter(
      (question) => question.kind !== 'file' && question.seenByReviewers && !question.storedApart && !(blind && question.hiddenInBlind),
    )
    .filter((question) => isAnswered(application.answers, question.key))
    .map((question) => ({ question, answer: application.answers[question.key] ?? '' }));
}
