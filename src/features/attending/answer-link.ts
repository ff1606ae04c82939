import { seal, unseal } from '../../lib/secret';

/** Who answers for which meeting. */
export interface AnswerLink {
  readonly meetingId: string;
  readonly personId: string;
}

const purpose = 'coming';

/** A text for a link in a mail that lets this member, and nobody else, answer for this meeting; nothing of it is stored. */
export const answerToken = ({ meetingId, personId }: AnswerLink, secret: string): string =>
  seal([purpose, meetingId, personId].join(' '), secret);

/** What such a text stands for; undefined for anything else. */
export function readAnswerToken(token: string, secret: string): AnswerLink | undefined {
  const [kind, meetingId, personId] = opened(token, secret).split(' ');
  return kind === purpose && meetingId !== undefined && personId !== undefined ? { meetingId, personId } : undefined;
}

function opened(token: string, secret: string): string {
  try {
    return unseal(token, secret);
  } catch {
    return '';
  }
}
