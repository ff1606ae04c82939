export { namesInAnswers } from './answer-names.queries';
export { answersView, withoutHidden, type AnswerView } from './answers.views';
export { totalsElsewhere, type TotalElsewhere } from './elsewhere.queries';
export { guideVersion, hasReadGuide } from './guide';
export { reviewCard, type ReviewCard } from './card.views';
export { mixOf, panelKinds, type PanelKind, type PanelMember, type PanelMix, type PanelOf } from './panel';
export { mixText } from './panel-mix.views';
export {
  deletePanelMember,
  findPanelMember,
  insertPanelMember,
  listPanelMembersOf,
  listPanelMixes,
  listPanelsOf,
  savePanelMember,
  panelMix,
  toPanelMember,
} from './panel.queries';
export {
  mayAssignIn,
  newReview,
  recommendations,
  type Recommendation,
  type Review,
  type ReviewStatus,
  type Score as ReviewScore,
} from './review';
export { assignedMail } from './review.emails';
export { reviewPaths } from './review.paths';
export { panelPolicy } from './review.policy';
export { listReviewsOf, listScores, saveScores, type NamedReview } from './review.queries';
export { deleteUnbegun, handBack, insertReviews, takeAway } from './hand-out.queries';
export { sampleReviewLetters } from './sample.emails';
export { reviewRoutes } from './reviews.routes';
export type { PanelMemberRow } from './tables';
export { emptyTotal, type CandidateTotal } from './totals';
export { totalsFor } from './totals.queries';
export { listComments, type PanelComment } from './comment.queries';
export { suggestionsFor, type Redaction, type Suggestion } from './redaction';
export { deleteRedaction, hiddenByQuestion, insertRedactions, listRedactions } from './redaction.queries';
export { listScoredReviews } from './totals.queries';
export { weightedPoints, type ScoredReview } from './totals';
export { listHandedOut, type HandedOut } from './panel-reviews.queries';
