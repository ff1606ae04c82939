import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Posting, PublishedComments } from '../agendas';
import type { Collaborative } from '../collaboratives';
import type { Meeting } from '../meetings';
import type { Instant } from '../../lib/time';
import { takesComments, type Comment } from './comment';
import { commentPaths } from './comment.paths';
import { takesSpeakers } from './speaker';
import { speakerPaths } from './speaker.paths';
import { itemsToComment } from './comment.views';

interface Seen {
  readonly t: Translate;
  readonly now: Instant;
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly posting: Posting;
}

/** What the public agenda shows of comments: those published, under the line each is about; what is about no line that is posted stands under public comment. */
export function publishedComments({ t, now, meeting, collaborative, posting }: Seen, comments: readonly Comment[]): PublishedComments {
  const posted = new Set(itemsToComment(posting).map(({ id }) => id));
  const fallback = posting.content.items.find(({ kind }) => kind === 'public_comment')?.id ?? '';
  const placed = comments.map((comment) => ({
    ...comment,
    at: comment.itemId !== null && posted.has(comment.itemId) ? comment.itemId : fallback,
  }));
  return {
    links: [
      ...(takesComments(meeting, collaborative.settings.commentHours, now)
        ? [{ text: t('comments.agenda.write'), href: commentPaths.write({ id: meeting.id }) }]
        : []),
      ...(takesSpeakers(meeting, now) ? [{ text: t('comments.agenda.speak'), href: speakerPaths.signUp({ id: meeting.id }) }] : []),
    ],
    on: (itemId) => placed.filter(({ at }) => at === itemId).map((comment) => lineOf(t, comment)),
  };
}

const lineOf = (t: Translate, { name, sentAt, text, locale }: Comment) => ({
  who: t('comments.agenda.who', { name: name === '' ? t('comments.noName') : name, date: formatDay(t.locale, sentAt) }),
  text,
  lang: locale,
});
