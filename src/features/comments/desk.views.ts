import { formatShortMoment } from '../../i18n/format';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, type ChoiceView, type ErrorSummary, type FormState } from '../../web/form-view';
import type { Posting } from '../agendas';
import { commentMachine, commentStatuses, holdReasons, type Comment } from './comment';
import { commentPaths } from './comment.paths';
import { commentHead, type CommentHead, type CommentPlace } from './comment.views';

interface Row {
  readonly text: string;
  readonly lang: string;
  readonly href: string;
  readonly about: string;
  readonly line: string;
}

interface DeskView extends CommentHead {
  readonly lead: string;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly empty: string; readonly rows: readonly Row[] }[];
}

interface ShowView extends CommentHead {
  readonly errorSummary: ErrorSummary | null;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null }[];
  readonly text: string;
  readonly lang: string;
  readonly version: string;
  readonly publication: string | null;
  readonly hold: { readonly action: string; readonly reason: ChoiceView } | null;
}

declare module '../../web/render' {
  interface Views {
    'comments/desk': DeskView;
    'comments/show': ShowView;
  }
}

interface DeskPlace extends CommentPlace {
  readonly posting: Posting | undefined;
}

/** The comments on a meeting: to be checked, published, held. */
export function commentDeskView(place: DeskPlace, comments: readonly Comment[]): DeskView {
  const { t } = place;
  const group = (status: Comment['status']) => ({
    id: status,
    title: t(`comments.desk.${status}`),
    empty: t(`comments.desk.none.${status}`),
    rows: comments.filter((comment) => comment.status === status).map((comment) => rowOf(place, comment)),
  });
  return {
    ...commentHead(place, t('comments.desk.title')),
    lead: t('comments.desk.lead'),
    groups: commentStatuses.map(group),
  };
}

const rowOf = (place: DeskPlace, comment: Comment): Row => ({
  text: Array.from(comment.text.replace(/\s+/g, ' ')).slice(0, 160).join(''),
  lang: comment.locale,
  href: commentPaths.show({ id: comment.meetingId, comment: comment.id }),
  about: aboutOf(place, comment),
  line: place.t('comments.desk.line', { name: writerOf(place, comment), moment: formatShortMoment(place.t, comment.sentAt) }),
});

const writerOf = ({ t }: Pick<CommentPlace, 't'>, { name }: Comment): string => (name === '' ? t('comments.noName') : name);

function aboutOf({ t, posting }: DeskPlace, { itemId }: Comment): string {
  const item = posting?.content.items.find(({ id }) => id === itemId);
  if (item === undefined) return t('comments.write.general');
  return t('comments.write.item', { number: item.number, title: inLocale(item.title, t.locale) });
}

/** One comment, with what may be done about it. */
export function commentShowView(place: DeskPlace, comment: Comment, state: FormState): ShowView {
  const { t } = place;
  const ids = { id: comment.meetingId, comment: comment.id };
  const fact = (label: string, value: string) => ({ label, value, href: null });
  const head = commentHead(place, t('comments.show.title'));
  return {
    ...head,
    breadcrumbs: [...head.breadcrumbs, { text: t('comments.desk.title'), href: commentPaths.desk({ id: comment.meetingId }) }],
    errorSummary: errorSummary(t, state.errors),
    facts: [
      fact(t('comments.show.status'), stateOf(place, comment)),
      fact(t('comments.write.about'), aboutOf(place, comment)),
      fact(t('comments.show.from'), writerOf(place, comment)),
      fact(t('comments.show.email'), comment.email === '' ? t('comments.show.noEmail') : comment.email),
      fact(t('comments.show.sent'), formatShortMoment(t, comment.sentAt)),
    ],
    text: comment.text,
    lang: comment.locale,
    version: String(comment.version),
    publication: commentMachine.can(comment.status, 'publish') ? commentPaths.publication(ids) : null,
    hold: commentMachine.can(comment.status, 'hold') ? { action: commentPaths.hold(ids), reason: reasonOf(place, state) } : null,
  };
}

const stateOf = ({ t }: DeskPlace, { status, reason }: Comment): string =>
  reason === null ? t(`comments.status.${status}`) : t('comments.show.heldFor', { reason: t(`comments.reason.${reason}`) });

const reasonOf = ({ t }: DeskPlace, state: FormState): ChoiceView =>
  choiceView(
    t,
    state,
    'reason',
    t('comments.show.why'),
    holdReasons.map((reason) => [reason, t(`comments.reason.${reason}`)] as const),
    { hint: t('comments.show.whyHint') },
  );
