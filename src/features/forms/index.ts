export { constituencies, constituenciesToApplyFor, isConstituency, type Constituency } from './constituency';
export { freezeForm, getForm, insertForm, nextFormNumber } from './form.queries';
export {
  firstIncomplete,
  isAnswered,
  isAsked,
  isRequired,
  pagesFor,
  questionsOf,
  type Answers,
  type Form,
  type FormPage,
  type Question,
  type QuestionKind,
} from './question';
export { scores, weightsAreWhole, type Criterion, type Rubric, type Score } from './rubric';
export { freezeRubric, getRubric, insertRubric, nextRubricNumber } from './rubric.queries';
export { standardForm } from './standard-form';
export { standardRubric } from './standard-rubric';
