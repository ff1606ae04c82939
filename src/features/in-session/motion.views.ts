import type { Translate } from '../../i18n/translate';
import { choiceView, type ChoiceView, type FormState } from '../../web/form-view';
import type { ItemParts } from './item.views';
import { spokenChoices, tally, voteChoices, type MotionStatus, type MotionWithVotes } from './motion';
import { sessionPaths } from './session.paths';
import type { Tag } from './session.views';

export interface MotionView {
  readonly heading: string;
  readonly text: string;
  readonly moved: string;
  readonly tag: Tag;
  readonly counts: readonly { readonly number: string; readonly label: string }[];
  readonly caption: string;
  readonly votes: readonly { readonly name: string; readonly choice: string }[];
  readonly vote: {
    readonly action: string;
    readonly withdrawal: string;
    readonly version: string;
    readonly choices: readonly ChoiceView[];
  } | null;
}

/** A motion: its text and people, the form for the vote while it is on the floor, then the votes by name. */
export function motionView(parts: ItemParts, motion: MotionWithVotes): MotionView {
  const { t, session } = parts;
  const names = new Map(session.voters.map(({ membershipId, name }) => [membershipId, name]));
  const nameOf = (id: string) => names.get(id) ?? '';
  return {
    heading: t('inSession.motion.heading', { number: motion.number }),
    text: motion.text,
    moved: t('inSession.motion.moved', { mover: nameOf(motion.moverId), seconder: nameOf(motion.seconderId) }),
    tag: motionTag(t, motion.status),
    counts: motion.votes.length === 0 ? [] : countsOf(t, motion),
    caption: t('inSession.motion.caption', { number: motion.number }),
    votes: motion.votes
      .map(({ membershipId, choice }) => ({ name: nameOf(membershipId), choice: t(`inSession.motion.choice.${choice}`) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    vote: motion.status === 'moved' && session.meeting.status === 'in_session' ? voteForm(parts, motion) : null,
  };
}

const tones = { moved: 'info', carried: 'success', failed: 'danger', withdrawn: 'neutral' } as const;

export const motionTag = (t: Translate, status: MotionStatus): Tag => ({
  text: t(`inSession.motion.status.${status}`),
  tone: tones[status],
});

function countsOf(t: Translate, { votes }: MotionWithVotes): MotionView['counts'] {
  const counts = tally(votes);
  return voteChoices
    .filter((choice) => choice === 'yes' || choice === 'no' || counts[choice] > 0)
    .map((choice) => ({ number: String(counts[choice]), label: t(`inSession.motion.choice.${choice}`) }));
}

function voteForm({ t, session, floor, sent }: ItemParts, motion: MotionWithVotes): MotionView['vote'] {
  const form: FormState = sent?.which === 'vote' ? sent.form : { raw: {}, errors: {} };
  const offered = spokenChoices.map((choice) => [choice, t(`inSession.motion.choice.${choice}`)] as const);
  const ids = { id: session.meeting.id, motion: motion.id };
  const here = floor.hasQuorum ? session.voters.filter(({ membershipId }) => session.present.has(membershipId)) : [];
  return {
    action: sessionPaths.vote(ids),
    withdrawal: sessionPaths.withdrawal(ids),
    version: String(motion.version),
    choices: here.map(({ membershipId, name }) =>
      choiceView(t, form, `vote_${membershipId}`, name, [['', t('inSession.motion.choose')], ...offered]),
    ),
  };
}
