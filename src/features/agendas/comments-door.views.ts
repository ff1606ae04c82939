import type { Db } from '../../db/database';
import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import type { Meeting } from '../meetings';
import type { Posting } from './posting';

/** One comment as everybody reads it. */
export interface CommentLine {
  readonly who: string;
  readonly text: string;
  readonly lang: string;
}

/** The published comments by the agenda's lines, and where to write one or sign up to speak while that is possible. */
export interface PublishedComments {
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly on: (itemId: string) => readonly CommentLine[];
}

interface Seen {
  readonly t: Translate;
  readonly now: Instant;
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly posting: Posting;
}

/** Handed in by the application: comments rest on agendas, not agendas on comments. */
export type CommentsOnAgenda = (db: Db, seen: Seen) => Promise<PublishedComments>;
