import { dateOf } from '../../lib/time';
import type { Email } from '../../mail/email';
import type { LetterSample } from '../cycles';
import { assignedMail } from './review.emails';

/** The letters to reviewers, with sample data. */
export const sampleReviewLetters = ({ cycle, collaborative, to, t, baseUrl, now }: LetterSample): Email[] => [
  assignedMail(to, { cycle, collaborative, today: dateOf(now) }, { t, baseUrl }),
];
