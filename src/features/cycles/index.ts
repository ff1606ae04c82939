export { constituencies, constituenciesToApplyFor, isConstituency, type Constituency } from './constituency';
export {
  closingEnd,
  cycleIsOpen,
  cycleMachine,
  usualCycleSettings,
  type Cycle,
  type CycleEvent,
  type CycleSettings,
  type CycleStatus,
} from './cycle';
export { getCycle, getCycleByCode, insertCycle, listCycles, listOpenCycles, saveCycle, type NewCycle } from './cycle.queries';
export { getForm, insertForm } from './form.queries';
export { saveSeatsOnOffer, seatsOnOffer, type SeatsOnOffer } from './offer-of-seats.queries';
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
export { getRubric, insertRubric } from './rubric.queries';
export { standardForm } from './standard-form';
export { standardRubric } from './standard-rubric';
export { advanceCycles } from './cycle.actions';
export { cyclePaths } from './cycle.paths';
export { collaborativesSeen } from './cycle.policy';
export { cycleFacts, cycleTag } from './cycle.views';
export { cycleRoutes } from './cycles.routes';
