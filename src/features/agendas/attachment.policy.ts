import type { Actor } from '../../lib/actor';
import { allowed, type Decision } from '../../lib/policy';
import { meetingPolicy, type Meeting } from '../meetings';
import { isForAll, type Attachment } from './attachment';
import type { Posting } from './posting';

export const attachmentPolicy = {
  /** Everyone reads what is up, where they may see the meeting; drafts and what was taken off, those who run it. */
  read: (actor: Actor, { attachment, meeting, postings }: AttachmentInPlace): Decision =>
    isForAll(attachment, postings) && meetingPolicy.view(actor, meeting).allowed ? allowed : meetingPolicy.run(actor, meeting),
} as const;

interface AttachmentInPlace {
  readonly attachment: Attachment;
  readonly meeting: Meeting;
  readonly postings: readonly Posting[];
}
