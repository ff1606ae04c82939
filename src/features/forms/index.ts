export { constituencies, constituenciesToApplyFor, isConstituency, type Constituency } from './constituency';
export { deleteFormDraft, freezeForm, getForm, insertForm, listFormVersions, saveForm, type NewForm } from './form.queries';
export { deleteEdit, findLastEdit, insertEdit, type FormEdit } from './edit.queries';
export {
  copyQuestion,
  findPage,
  findQuestion,
  insertAt,
  movePage,
  moveQuestion,
  putQuestion,
  removePage,
  removeQuestion,
  replacePage,
  replaceQuestion,
  type FormEditVerb,
  type Pages,
  type Standing,
} from './form-edit';
export { formDifferences, touchesOf, type FormDifference, type QuestionPart, type Touch } from './form-differences';
export { doubtsAbout, isWordedByQuestion, longestWay, mostSteps, stepsFor, type FormDoubt } from './form-lint';
export { isFirstPage, isPageReliedOn, isReliedOn } from './relied-on';
export { languageBehind, languagesMissing, wordingLanguages } from './wording';
export { listPreviews, savePreview } from './preview.queries';
export {
  firstIncomplete,
  isAnswered,
  isAsked,
  isRequired,
  pagesFor,
  questionKinds,
  questionsOf,
  sectionOf,
  type Answers,
  type Form,
  type FormPage,
  type FormVersion,
  type Question,
  type QuestionKind,
  type QuestionOption,
  type WordingLanguage,
} from './question';
export { moveCriterion, rubricDifferences, shareOut, withCriterion, withoutCriterion, type RubricDifference } from './rubric-edit';
export { scores, weightsAreWhole, type Criterion, type Rubric, type RubricVersion, type Score } from './rubric';
export { deleteRubricDraft, freezeRubric, getRubric, insertRubric, listRubricVersions, saveRubric, type NewRubric } from './rubric.queries';
export { standardForm } from './standard-form';
export { standardRubric } from './standard-rubric';
