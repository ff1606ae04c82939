export { namesInAnswers } from './answer-names.queries';
export { answersView, type AnswerView } from './answers.views';
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
export { deleteUnbegun, insertReviews, listReviewsOf, listScores, saveScores, type NamedReview } from './review.queries';
export { sampleReviewLetters } from './sample.emails';
export { reviewRoutes } from './reviews.routes';
export type { PanelMemberRow } from './tables';
export { emptyTotal, type CandidateTotal } from './totals';
export { totalsFor } from './totals.queries';
