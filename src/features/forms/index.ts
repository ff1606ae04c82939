export { constituencies, constituenciesToApplyFor, isConstituency, type Constituency } from './constituency';
export { deleteFormDraft, freezeForm, getForm, insertForm, listFormVersions, saveForm, type NewForm } from './form.queries';
export { listPreviews, savePreview } from './preview.queries';
export {
  firstIncomplete,
  isAnswered,
  isAsked,
  isRequired,
  pagesFor,
  questionKinds,
  questionsOf,
  type Answers,
  type Form,
  type FormPage,
  type FormVersion,
  type Question,
  type QuestionKind,
} from './question';
export { scores, weightsAreWhole, type Criterion, type Rubric, type RubricVersion, type Score } from './rubric';
export { deleteRubricDraft, freezeRubric, getRubric, insertRubric, listRubricVersions, saveRubric, type NewRubric } from './rubric.queries';
export { standardForm } from './standard-form';
export { standardRubric } from './standard-rubric';
