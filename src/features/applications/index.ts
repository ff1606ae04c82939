export {
  answersForReview,
  applicationMachine,
  preferencesIn,
  type AnsweredQuestion,
  type Application,
  type ApplicationStatus,
} from './application';
export {
  applicantRecipient,
  applicantRecipients,
  getApplication,
  getApplicationByReference,
  insertApplication,
  insertSubmission,
  listApplicationsOf,
  saveDemographics,
  type NewApplication,
} from './application.queries';
export { candidacyMachine, isLive, type Candidacy, type CandidacyEvent, type CandidacyStatus } from './candidacy';
export {
  getCandidacy,
  listCandidaciesFor,
  listCandidaciesOf,
  saveCandidacies,
  saveCandidacyStatus,
  type Candidate,
} from './candidacy.queries';
export { applicationPaths, applyPaths, deskPaths } from './application.paths';
export { applicationPolicy } from './application.policy';
export { applicationRoutes } from './applications.routes';
export { statusLink } from './links';
