export { answerInWords, answerRows, type AnswerRow } from './answer-words';
export {
  answersForReview,
  answerText,
  applicationMachine,
  cycleFor,
  formAnswered,
  preferencesIn,
  discardDraft,
  withdraw,
  workingAnswers,
  type AnsweredQuestion,
  type Application,
  type ApplicationStatus,
} from './application';
export { filesForReview, filesNamedIn, scansIn, type ApplicationFile } from './application-file';
export { getApplicationFile, listApplicationFileHashes, listApplicationFiles } from './application-file.queries';
export {
  applicantRecipient,
  applicantRecipients,
  deleteDraft,
  findApplicationByReference,
  findLiveApplication,
  getApplication,
  getApplicationByReference,
  insertApplication,
  insertSubmission,
  listApplicationsById,
  listApplicationsOf,
  saveApplication,
  listSubmissions,
  saveDemographics,
  type NewApplication,
  type Submission,
} from './application.queries';
export { candidacyMachine, isLive, type Candidacy, type CandidacyEvent, type CandidacyStatus } from './candidacy';
export {
  getCandidacy,
  listCandidaciesFor,
  listCandidaciesOf,
  saveCandidacies,
  saveCandidacyStatus,
  saveReviewed,
  type Candidate,
} from './candidacy.queries';
export { applicationPaths, applyPaths, deskPaths } from './application.paths';
export { type ApplySource } from './apply-hint';
export { correctionProblem, takesEntries, type EntryNote, type EntryWay } from './entry';
export { enterApplication, type LatePaper, type UseLateCode } from './entry.actions';
export { findEntryNote } from './entry.queries';
export { applySourceOf, keepApplyHint } from './apply-hint.routes';
export { applicationPolicy } from './application.policy';
export { applicationRoutes } from './applications.routes';
export { applyPageView, type QuestionItem } from './apply-page.views';
export { admitLate } from './apply.actions';
export { limitBeginning } from './apply-limits.routes';
export { holdApplication } from './held.routes';
export { goOnLink, statusLink } from './links';
export { keepSaid } from './said.routes';
export { indexApplications, indexMissing, soughtIn } from './search.queries';
export { fileNames } from './application-file';
export { type IdentityKind } from './identity';
export { findMergedInto } from './identity.queries';
export { assertMergeable, mergeApplications, mergedPreferences } from './merge.actions';
export { own } from './own-events';
export { listSentVersions, type SentVersion } from './submission.queries';
export { sampleApplicationLetters } from './sample.emails';
export { toneOfCandidacy, type Tone } from './tones';
