export {
  constituencies,
  constituenciesToApplyFor,
  firstIncomplete,
  getForm,
  getRubric,
  insertForm,
  insertRubric,
  isAnswered,
  isAsked,
  isConstituency,
  isRequired,
  pagesFor,
  questionsOf,
  scores,
  sectionOf,
  standardForm,
  standardRubric,
  weightsAreWhole,
  type Answers,
  type Constituency,
  type Criterion,
  type Form,
  type FormPage,
  type Question,
  type QuestionKind,
  type Rubric,
  type Score,
} from '../forms';
export {
  closingEnd,
  cycleIsOpen,
  cycleMachine,
  dateProblems,
  dueAt,
  lateEnd,
  takesLateEntries,
  usualCycleSettings,
  type Cycle,
  type CycleEvent,
  priorityRules,
  type CycleSettings,
  statisticsArePublic,
  type PriorityRule,
  type CycleStatus,
  type DateProblem,
} from './cycle';
export {
  getCycle,
  getCycleByCode,
  insertCycle,
  listCycles,
  listOpenCycles,
  listUpcomingCycles,
  saveCycle,
  type NewCycle,
} from './cycle.queries';
export {
  addSeatsOnOffer,
  listSeatsFreeOn,
  removeSeatsOnOffer,
  saveSeatsOnOffer,
  seatsOnOffer,
  type SeatsOnOffer,
} from './offer-of-seats.queries';
export { advanceCycles, moveCycle, type WhenCopied } from './cycle.actions';
export { cyclePaths } from './cycle.paths';
export { collaborativesSeen, cyclePolicy } from './cycle.policy';
export type { LetterSample } from './sample.emails';
export { cycleFacts, cycleTag } from './cycle.views';
export { cycleRoutes } from './cycles.routes';
