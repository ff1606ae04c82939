import { sha256 } from '../../lib/secret';
import type { Answers, FormPage, Question } from '../cycles';

/** What a page holds, in one word that changes with each of its answers. Files come and go by their own buttons. */
export const pageVersion = (page: Pick<FormPage, 'questions'>, written: Answers): string =>
  sha256(JSON.stringify(keysOn(page).map((key) => partsOf(written[key])))).slice(0, 32);

/**
 * The questions whose answers would be lost if `sent` took their place. A text that holds the whole earlier one loses
 * nothing: so somebody who writes on while the page saves itself is never asked.
 */
export const lostBy = (page: Pick<FormPage, 'questions'>, written: Answers, sent: Answers): Question[] =>
  page.questions.filter((question) => isLost(question, written, sent));

function isLost({ key, kind }: Question, written: Answers, sent: Answers): boolean {
  const [before, after] = [partsOf(written[key]), partsOf(sent[key])];
  if (kind === 'file' || sent[key] === undefined) return false;
  if (kind === 'ranking') return before.some((part, index) => after[index] !== part);
  if (kind.endsWith('_text')) return !after.join(' ').includes(before.join(' '));
  return before.some((part) => !after.includes(part));
}

const keysOn = ({ questions }: Pick<FormPage, 'questions'>): string[] =>
  questions.flatMap(({ key, kind }) => (kind === 'file' ? [] : kind === 'school' ? [key, `${key}_id`] : [key]));

/** An answer by its words alone: none and an empty one are the same, and so are all kinds of space. */
const partsOf = (answer: Answers[string] | undefined): string[] =>
  (typeof answer === 'string' ? [answer] : (answer ?? [])).map((part) => part.trim().replace(/\s+/g, ' ')).filter((part) => part !== '');
