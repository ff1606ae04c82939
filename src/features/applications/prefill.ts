import { questionsOf, type Answers, type Cycle, type Form, type Question } from '../cycles';
import { preferencesIn, type Application } from './application';

/** What is asked anew each time: what was true then only, and what belongs to that application alone. */
const askedAnew = /^(age|full_term|times|guardian_.*|source)$/;

/** Consents and files are given for one application, and what is kept apart stays there. */
const isFilledIn = ({ key, kind, storedApart }: Question): boolean =>
  kind !== 'consent' && kind !== 'file' && !storedApart && !askedAnew.test(key);

/** Whether nobody has looked at a question yet: once its page was sent, an empty answer is one too. */
export const isStillToAsk = ({ key, kind }: Question, written: Answers): boolean =>
  kind !== 'statement' && kind !== 'file' && written[key] === undefined;

/** The last answers as the next application begins with them, as far as the present form still asks for them. */
export function answersFilledIn(last: Answers, form: Pick<Form, 'pages'>): Answers {
  const entries = questionsOf(form)
    .filter(isFilledIn)
    .flatMap((question) => stillOffered(question, last));
  return Object.fromEntries(entries);
}

function stillOffered({ key, kind, options }: Question, last: Answers): [string, string | readonly string[]][] {
  const keys = kind === 'school' ? [key, `${key}_id`] : [key];
  const isOffered = (value: string): boolean => options.length === 0 || options.some((option) => option.value === value);
  return keys.flatMap((name): [string, string | readonly string[]][] => {
    const answer = last[name];
    if (answer === undefined) return [];
    if (typeof answer !== 'string') return [[name, answer.filter(isOffered)]];
    return isOffered(answer) ? [[name, answer]] : [];
  });
}

/** What was said before the form began, as far as it asks the same: choices that it offers, and nothing else. */
export function answersSaid(said: Answers, form: Pick<Form, 'pages'>): Answers {
  const chosen = questionsOf(form).filter(({ kind, storedApart }) => ['one_of', 'many_of', 'yes_no'].includes(kind) && !storedApart);
  return Object.fromEntries(chosen.flatMap((question) => stillOffered(question, said)));
}

/** What stays in a draft that is made blank again: its address and the files handed in with it. */
export function answersKept({ answers, email }: Pick<Application, 'answers' | 'email'>, form: Pick<Form, 'pages'>): Answers {
  const files = questionsOf(form).flatMap(({ key, kind }) => (kind === 'file' ? [key] : []));
  const handedIn = Object.entries(answers).filter(([key]) => files.includes(key));
  return { ...Object.fromEntries(handedIn), ...(email === null ? {} : { email }) };
}

/** The same for one cycle: with the choices it offers too, and none where there are none, so that a guess can stand there. */
export function answersFor(last: Answers, form: Pick<Form, 'pages'>, cycle: Pick<Cycle, 'collaborativeIds'>): Answers {
  const filled = answersFilledIn(last, form);
  const choices = preferencesIn(filled).filter((id) => cycle.collaborativeIds.includes(id));
  const others = Object.fromEntries(Object.entries(filled).filter(([key]) => key !== 'collaboratives'));
  return choices.length === 0 ? others : { ...others, collaboratives: choices };
}
