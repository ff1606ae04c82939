import type { Db } from '../../db/database';
import type { LocalText } from '../../lib/local-text';
import { answersForReview, formAnswered, getApplication, type AnsweredQuestion, type Application } from '../applications';
import { getCycle, getForm } from '../cycles';
import { hiddenByQuestion, listRedactions, namesInAnswers, suggestionsFor, type Redaction, type Suggestion } from '../reviews';
import type { ReviewFile } from './file';

/** What reviewers of a file read in the blind pass, what is hidden of it, and what gives its writer away. */
export interface HiddenPage {
  readonly answers: readonly AnsweredQuestion[];
  readonly names: ReadonlyMap<string, LocalText>;
  readonly hidden: ReadonlyMap<string, readonly string[]>;
  readonly redactions: readonly Redaction[];
  readonly suggestions: readonly Suggestion[];
}

/** A fixed number of queries. */
export async function loadHiddenPage(db: Db, file: ReviewFile): Promise<HiddenPage> {
  const application = await getApplication(db, file.applicationId);
  const cycle = await getCycle(db, file.cycleId);
  const answers = answersForReview(application, await getForm(db, formAnswered(application, cycle)), { blind: true });
  const redactions = await listRedactions(db, file.applicationId);
  return {
    answers,
    redactions,
    names: await namesInAnswers(db, application.answers),
    hidden: await hiddenByQuestion(db, file.applicationId),
    suggestions: suggestedFor(application, file, answers).filter((one) => !isHidden(redactions, one)),
  };
}

const isHidden = (redactions: readonly Redaction[], { question, words }: Suggestion): boolean =>
  redactions.some((one) => one.question === question && (one.words === '' || one.words === words));

function suggestedFor(application: Application, file: ReviewFile, answers: readonly AnsweredQuestion[]): Suggestion[] {
  const text = (key: string): string => {
    const answer = application.answers[key];
    return typeof answer === 'string' ? answer : '';
  };
  const identity = {
    names: [application.name, text('preferred_name')].filter((name) => name !== ''),
    email: application.email ?? '',
    phone: text('phone'),
    schools: file.party.organizations.split(' · ').filter((name) => name.length > 3),
  };
  const free = answers.flatMap(({ question, answer }) =>
    (question.kind === 'long_text' || question.kind === 'short_text') && typeof answer === 'string'
      ? [{ question: question.key, text: answer }]
      : [],
  );
  return suggestionsFor(identity, free);
}
