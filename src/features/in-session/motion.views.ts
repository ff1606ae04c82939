import type { Translate } from '../../i18n/translate';
import { choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { Member } from '../membership';
import { togetherText } from './consent-line.views';
import type { ItemParts } from './item.views';
import {
  isOnFloor,
  spokenChoices,
  tally,
  voteChoices,
  whoSaysWhy,
  type MotionStatus,
  type MotionWithVotes,
  type VoteChoice,
} from './motion';
import { formOf } from './sent-form.views';
import { sessionPaths } from './session.paths';
import { areThere, wordsBefore } from './wording';
import { memberOptions, type Tag } from './session.views';

/** One name to call: the answer, and why they step aside. */
export interface VoteLine {
  readonly choice: ChoiceView;
  readonly reason: FieldView;
  readonly isOpen: boolean;
}

/** Other words for a motion on the floor. */
interface RewordingForm {
  readonly action: string;
  readonly words: FieldView;
  /** Left out while nobody has seconded it. */
  readonly consent: ChoiceView | null;
  readonly isOpen: boolean;
}

export interface MotionView {
  readonly heading: string;
  readonly text: string;
  readonly moved: string;
  /** What it said before, the oldest first. */
  readonly before: readonly string[];
  /** The items it decides together; null where it is one. */
  readonly together: string | null;
  readonly tag: Tag;
  readonly counts: readonly { readonly number: string; readonly label: string }[];
  readonly caption: string;
  readonly votes: readonly { readonly name: string; readonly choice: string }[];
  /** What can be done while it is on the floor. */
  readonly floor: {
    readonly version: string;
    readonly second: SecondForm | null;
    readonly vote: { readonly action: string; readonly lines: readonly VoteLine[] } | null;
    readonly rewording: RewordingForm | null;
    readonly withdrawal: string;
    readonly withdrawText: string;
  } | null;
}

/** Who seconds it; or that nobody does. Without quorum nobody can be named. */
interface SecondForm {
  readonly action: string;
  readonly member: ChoiceView | null;
  readonly noSecond: string;
}

/** A motion: its text and people, the form for the vote while it is on the floor, then the votes by name. */
export function motionView(parts: ItemParts, motion: MotionWithVotes): MotionView {
  const { t, session } = parts;
  const names = new Map(session.voters.map(({ membershipId, name }) => [membershipId, name]));
  const nameOf = (id: string) => names.get(id) ?? '';
  return {
    heading: t('inSession.motion.heading', { number: motion.number }),
    text: motion.text,
    moved: movedText(t, nameOf(motion.moverId), motion.seconderId === null ? null : nameOf(motion.seconderId)),
    before: beforeLines(t, wordsBefore(parts.wordings, motion.id)),
    together: togetherText(t, motion, parts.items),
    tag: motionTag(t, motion.status),
    counts: motion.votes.length === 0 ? [] : countsOf(t, motion),
    caption: t('inSession.motion.caption', { number: motion.number }),
    votes: motion.votes
      .map((vote) => ({ name: nameOf(vote.membershipId), choice: choiceText(t, vote) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    floor: isOnFloor(motion) && session.meeting.status === 'in_session' ? floorForms(parts, motion) : null,
  };
}

/** A vote in words, with why somebody stepped aside. */
export const choiceText = (t: Translate, { choice, reason = '' }: { readonly choice: VoteChoice; readonly reason?: string }): string =>
  reason === '' ? t(`inSession.motion.choice.${choice}`) : t('inSession.motion.recusedBecause', { reason });

/** Who moved and seconded it; null for who did not yet. */
export const movedText = (t: Translate, mover: string, seconder: string | null): string =>
  seconder === null ? t('inSession.motion.movedAlone', { mover }) : t('inSession.motion.moved', { mover, seconder });

/** How a motion's state is coloured. */
export const motionTones = {
  waiting: 'warning',
  moved: 'info',
  carried: 'success',
  failed: 'danger',
  withdrawn: 'neutral',
  died: 'neutral',
} as const;

export const motionTag = (t: Translate, status: MotionStatus): Tag => ({
  text: t(`inSession.motion.status.${status}`),
  tone: motionTones[status],
});

/** How many voted which way; what nobody said is left out, but for yes and no. */
export function countsOf(t: Translate, { votes }: Pick<MotionWithVotes, 'votes'>): MotionView['counts'] {
  const counts = tally(votes);
  return voteChoices
    .filter((choice) => choice === 'yes' || choice === 'no' || counts[choice] > 0)
    .map((choice) => ({ number: String(counts[choice]), label: t(`inSession.motion.choice.${choice}`) }));
}

function floorForms(parts: ItemParts, motion: MotionWithVotes): MotionView['floor'] {
  const { t, session, floor } = parts;
  const ids = { id: session.meeting.id, motion: motion.id };
  const here = floor.hasQuorum ? session.voters.filter(({ membershipId }) => session.present.has(membershipId)) : [];
  const isWaiting = motion.status === 'waiting';
  return {
    version: String(motion.version),
    second: isWaiting ? secondForm(parts, motion, here) : null,
    vote: isWaiting || here.length === 0 ? null : { action: sessionPaths.vote(ids), lines: voteLines(parts, here) },
    rewording: rewordingForm(parts, motion),
    withdrawal: sessionPaths.withdrawal(ids),
    withdrawText: t('inSession.motion.withdraw'),
  };
}

function voteLines(parts: ItemParts, here: readonly Member[]): VoteLine[] {
  const mustSay = whoSaysWhy(parts.floor.bodies);
  return here.map((member) => voteLine(parts.t, formOf(parts, 'vote'), member, mustSay.has(member.membershipId)));
}

function secondForm(parts: ItemParts, { id, moverId }: MotionWithVotes, here: readonly Member[]): SecondForm {
  const { t, session } = parts;
  const ids = { id: session.meeting.id, motion: id };
  const others = here.filter(({ membershipId }) => membershipId !== moverId);
  const options = memberOptions(others, t('inSession.motion.choose'));
  return {
    action: sessionPaths.second(ids),
    member: others.length === 0 ? null : choiceView(t, formOf(parts, 'second'), 'second', t('inSession.motion.seconder'), options),
    noSecond: sessionPaths.noSecond(ids),
  };
}

/** The answer of one member: a choice, and room for why they step aside. */
export function voteLine(t: Translate, form: FormState, { membershipId, name }: Member, mustSay: boolean): VoteLine {
  const offered = spokenChoices.map((choice) => [choice, t(`inSession.motion.choice.${choice}`)] as const);
  const reason = fieldView(t, form, `why_${membershipId}`, t('inSession.motion.why', { name }), {
    required: false,
    hint: mustSay ? t('inSession.motion.whyNeeded') : t('inSession.motion.whyFree'),
  });
  return {
    choice: choiceView(t, form, `vote_${membershipId}`, name, [['', t('inSession.motion.choose')], ...offered]),
    reason,
    isOpen: reason.value !== '' || reason.error !== null,
  };
}

/** Earlier wordings as lines to read. */
export const beforeLines = (t: Translate, texts: readonly string[]): string[] =>
  texts.map((text) => t('inSession.motion.before', { text }));

function rewordingForm({ t, session, sent }: ItemParts, { id, text, moverId, seconderId }: MotionWithVotes): RewordingForm | null {
  if (!areThere({ moverId, seconderId }, session.present)) return null;
  const isSent = sent?.which === 'wording';
  const form: FormState = isSent ? sent.form : { raw: { wording: text }, errors: {} };
  const consents = [['yes', t('inSession.motion.consents')]] as const;
  return {
    action: sessionPaths.wording({ id: session.meeting.id, motion: id }),
    words: fieldView(t, form, 'wording', t('inSession.motion.text'), { type: 'textarea', rows: 3 }),
    consent: seconderId === null ? null : choiceView(t, form, 'consent', t('inSession.motion.consent'), consents, { kind: 'checkbox' }),
    isOpen: isSent,
  };
}
