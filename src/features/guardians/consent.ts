import type { Instant } from '../../lib/time';
import { answerText, workingAnswers, type Application } from '../applications';

export type ConsentAnswer = 'given' | 'refused';
export type ConsentMethod = 'link' | 'paper';

/** What a guardian said of a student's application (domain.md 4). */
export interface GuardianConsent {
  readonly applicationId: string;
  readonly answer: ConsentAnswer;
  readonly method: ConsentMethod;
  /** As the guardian typed or signed it. */
  readonly name: string;
  readonly answeredAt: Instant;
  /** Who keeps the paper; null when the guardian answered by the link. */
  readonly recordedBy: string | null;
}

/** Whether a guardian has to agree: for every student seat. */
export const needsGuardian = (application: Pick<Application, 'constituency'>): boolean => application.constituency === 'students';

/** The guardian as the student named them; without an address they are asked on paper. */
export const guardianIn = (application: Application): { readonly name: string; readonly email: string } => ({
  name: answerText(workingAnswers(application), 'guardian_name'),
  email: answerText(workingAnswers(application), 'guardian_email'),
});
