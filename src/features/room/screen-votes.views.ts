import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import {
  choiceText,
  exceptionRules,
  exceptionTag,
  isAbout,
  isOnFloor,
  motionTag,
  movedText,
  tally,
  voteChoices,
  type Session,
  type Vote,
} from '../in-session';
import type { Screen } from './screen.queries';

/** What waits for its vote. */
export interface OnFloorView {
  readonly heading: string;
  readonly text: string;
  /** Who moved and seconded it; for a matter off the agenda, what it needs. */
  readonly moved: string;
}

/** How a vote ended. */
export interface ResultView {
  readonly heading: string;
  readonly tag: ReturnType<typeof motionTag>;
  /** Null for a motion nobody seconded: there was no vote. */
  readonly counts: string | null;
  /** Who stepped aside, with their reason. */
  readonly aside: readonly string[];
}

interface Ended extends ResultView {
  readonly at: Instant;
}

/** The motion, or the matter off the posted agenda, that waits for its vote; there is one at a time. */
export function motionOnFloor(t: Translate, { motions, exceptions, session }: Screen): OnFloorView | null {
  const matter = exceptions.findIndex(({ status }) => status === 'proposed');
  const put = exceptions[matter];
  if (put !== undefined)
    return {
      heading: t('offAgenda.vote', { number: matter + 1 }),
      text: inLocale(put.title, t.locale),
      moved: exceptionRules(t, put.regimes).join(' '),
    };
  const open = motions.find(isOnFloor);
  if (open === undefined) return null;
  return {
    heading: t('inSession.motion.heading', { number: open.number }),
    text: open.text,
    moved:
      open.seconderId === null
        ? t('inSession.motion.waits', { mover: nameIn(session, open.moverId) })
        : movedText(t, nameIn(session, open.moverId), nameIn(session, open.seconderId)),
  };
}

/** The last vote, as long as what it was about is talked about. */
export function lastResult(t: Translate, screen: Screen): ResultView | null {
  const ended = [motionResult(t, screen), exceptionResult(t, screen)].filter((result) => result !== null);
  return ended.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

function motionResult(t: Translate, { motions, current, session }: Screen): Ended | null {
  const last = motions
    .filter(({ votes, status }) => votes.length > 0 || status === 'died')
    .findLast((motion) => current !== undefined && isAbout(motion, current.itemId));
  if (last === undefined) return null;
  const heading = t('inSession.motion.heading', { number: last.number });
  return { heading, tag: motionTag(t, last.status), at: last.decidedAt ?? '', ...countedOf(t, last.votes, session) };
}

/** A vote on taking a matter up stays until the next item is taken up, and while the item it added is. */
function exceptionResult(t: Translate, { exceptions, current, session }: Screen): Ended | null {
  const isFresh = (at: Instant, itemId: string | null): boolean =>
    current === undefined || at >= current.since || itemId === current.itemId;
  const index = exceptions.findLastIndex(({ votes, decidedAt, itemId }) => votes.length > 0 && isFresh(decidedAt ?? '', itemId));
  const last = exceptions[index];
  if (last === undefined) return null;
  const heading = t('offAgenda.vote', { number: index + 1 });
  return { heading, tag: exceptionTag(t, last.status), at: last.decidedAt ?? '', ...countedOf(t, last.votes, session) };
}

function countedOf(t: Translate, votes: readonly Vote[], session: Session): Pick<ResultView, 'counts' | 'aside'> {
  const counts = tally(votes);
  if (votes.length === 0) return { counts: null, aside: [] };
  return {
    counts: voteChoices
      .filter((choice) => choice === 'yes' || choice === 'no' || counts[choice] > 0)
      .map((choice) => t('room.count', { label: t(`inSession.motion.choice.${choice}`), number: counts[choice] }))
      .join(' · '),
    aside: votes
      .filter(({ choice }) => choice === 'recused')
      .map((vote) => t('room.vote', { name: nameIn(session, vote.membershipId), choice: choiceText(t, vote) })),
  };
}

const nameIn = ({ voters }: Session, id: string): string => voters.find(({ membershipId }) => membershipId === id)?.name ?? '';
