import { wordsIn } from '../../lib/text';
import { questionsOf, type Form, type QuestionKind } from '../cycles';
import type { Application } from './application';

type Searched = Pick<Application, 'reference' | 'name' | 'email' | 'zip' | 'answers'>;

/** Questions whose answers are words of the applicant; options and consents have filters, what is kept apart is never found. */
const kindsInWords: ReadonlySet<QuestionKind> = new Set(['short_text', 'long_text', 'school', 'zip', 'email', 'phone']);

/** The words by which staff find an application: who, how to reach them, and the answers staff may read (domain.md 4). */
export function searchWords(application: Searched, form: Pick<Form, 'pages'>, schoolName: string | null): string[] {
  const asked = questionsOf(form).filter(({ kind, storedApart }) => kindsInWords.has(kind) && !storedApart);
  const answers = asked.map(({ key }) => application.answers[key]).filter((answer) => typeof answer === 'string');
  const phones = asked.filter(({ kind }) => kind === 'phone').map(({ key }) => application.answers[key]);
  const { reference, name, email, zip } = application;
  const texts = [reference, name, email ?? '', zip ?? '', schoolName ?? '', ...answers];
  return [...new Set([...texts.flatMap(wordsIn), ...phones.flatMap((phone) => (typeof phone === 'string' ? phoneWords(phone) : []))])];
}

/** The digits of a number at a stretch and in its three parts, so that it is found however it is typed. */
function phoneWords(phone: string): string[] {
  const digits = phoneDigits(phone);
  return digits.length < 10 ? [digits].filter((word) => word !== '') : [digits, digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
}

/** The words a search looks for: a telephone number is one word, however it is typed. */
export const soughtWords = (text: string): string[] =>
  /^[\d\s()+.-]+$/.test(text) && phoneDigits(text).length >= 10 ? [phoneDigits(text)] : wordsIn(text);

/** A North American number as ten digits, others as they are. */
export const phoneDigits = (phone: string): string => phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
