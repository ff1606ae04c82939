export {
  isOpenForItems,
  itemPurposes,
  type AgendaItem,
  type ItemDraft,
  type ItemKind,
  type ItemOutcome,
  type ItemPurpose,
} from './agenda-item';
export { addItem, addItemToNextMeeting, beginAgenda, beginAgendaOf } from './agenda-item.actions';
export { addItemByException } from './exception-item.actions';
export { carryOver } from './carry-over.actions';
export { listUnfinished } from './carry-over.queries';
export { getItem, listItems, saveItem } from './agenda-item.queries';
export { isPostedAsConsent, itemIdsOn, itemMayTakeAction, postingInTime, type Posting } from './posting';
export { findNewestPosting, findPostingInTime, listPostings, listPostingsOf, postedItemIds } from './posting.queries';
export { isForAll, type Attachment } from './attachment';
export { addAttachment } from './attachment.actions';
export { countPapersAtOnce, listAttachments, listPaperHashes } from './attachment.queries';
export { agendaPaths, snapshotHashHeader } from './agenda.paths';
export { listPrioritizedItems, type PrioritizedItem } from './prioritized.queries';
export { civicId, civicSummary } from './civic-event.views';
export { agendaRoutes } from './agenda.routes';
export { postAgenda, postingStillDue } from './posting.actions';
export { loadDesk } from './desk.actions';
export { seenOf } from './posting-rules';
export type { LinkedNote, NotesOnAgenda } from './linked-note.views';
export type { CommentsOnAgenda, PublishedComments } from './comments-door.views';
export { verifySnapshot } from './verification';
