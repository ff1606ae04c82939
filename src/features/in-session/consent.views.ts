import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { AgendaItem } from '../agendas';
import type { ConsentGroup } from './consent';
import { memberField } from './consent.form';
import { numbersOf, takenOutText } from './consent-line.views';
import { isOnFloor, type MotionWithVotes } from './motion';
import { quorumView, type QuorumView } from './quorum.views';
import type { Session } from './record.queries';
import { sessionPaths } from './session.paths';
import { itemTags, memberOptions, sessionHead, type SessionHead, type Tag } from './session.views';

interface ConsentItem {
  readonly number: string;
  readonly text: string;
  readonly lang: string;
  readonly href: string;
  readonly tags: readonly Tag[];
  readonly takenOut: string | null;
  readonly takingOut: { readonly action: string; readonly member: ChoiceView; readonly label: string; readonly isExpanded: boolean } | null;
  readonly puttingBack: { readonly action: string; readonly label: string } | null;
}

interface ConsentView extends SessionHead {
  readonly quorum: QuorumView;
  readonly stale: string | null;
  readonly lede: string;
  readonly items: readonly ConsentItem[];
  readonly floor: { readonly notice: string; readonly text: string; readonly href: string } | null;
  readonly blocked: string | null;
  readonly motion: {
    readonly action: string;
    readonly seen: string;
    readonly title: string;
    readonly text: FieldView;
    readonly mover: ChoiceView;
    readonly seconder: ChoiceView;
  } | null;
}

declare module '../../web/render' {
  interface Views {
    'in-session/consent': ConsentView;
  }
}

export interface ConsentParts {
  readonly t: Translate;
  readonly session: Session;
  readonly items: readonly AgendaItem[];
  readonly group: ConsentGroup;
  readonly motions: readonly MotionWithVotes[];
  readonly form: FormState;
  /** The group changed after the form was shown. */
  readonly isStale: boolean;
}

/** The routine items as one block: what to take out, then one motion for the rest. */
export function consentView(parts: ConsentParts): ConsentView {
  const { t, session, items, group, form } = parts;
  const shown = items.filter(({ id, isConsent }) => isConsent || group.takenOut.some(({ itemId }) => itemId === id));
  return {
    ...sessionHead(t, session, form),
    title: t('consentGroup.title'),
    quorum: quorumView(t, session),
    stale: parts.isStale ? t('consentGroup.stale') : null,
    lede: shown.length === 0 ? t('consentGroup.none') : t('consentGroup.lede'),
    items: shown.map((item) => itemOf(parts, item)),
    floor: floorOf(parts),
    blocked: blockedText(parts),
    motion: mayMove(parts) ? motionForm(parts) : null,
  };
}

const isOpen = ({ session }: ConsentParts): boolean => session.meeting.status === 'in_session';

const openMotion = ({ motions }: ConsentParts) => motions.find(isOnFloor);

const mayMove = (parts: ConsentParts): boolean =>
  isOpen(parts) && parts.session.quorum.isMet && openMotion(parts) === undefined && parts.group.together.length > 0;

const blockedText = (parts: ConsentParts): string | null =>
  isOpen(parts) && !parts.session.quorum.isMet ? parts.t('inSession.errors.noQuorum') : null;

function floorOf(parts: ConsentParts): ConsentView['floor'] {
  const { t, session } = parts;
  const open = openMotion(parts);
  if (open === undefined) return null;
  const href = sessionPaths.item({ id: session.meeting.id, item: open.itemId });
  return { notice: t('inSession.show.motionOpen', { number: open.number }), text: t('inSession.show.toItem'), href };
}

function itemOf(parts: ConsentParts, item: AgendaItem): ConsentItem {
  const { t, session, group } = parts;
  const taken = group.takenOut.find(({ itemId }) => itemId === item.id);
  return {
    number: String(item.place),
    text: inLocale(item.title, t.locale),
    lang: localeOf(item.title, t.locale),
    href: sessionPaths.item({ id: session.meeting.id, item: item.id }),
    tags: itemTags(t, item, []),
    takenOut: taken === undefined ? null : takenOutText(t, session, taken.membershipId),
    ...stepsOf(parts, item, taken !== undefined),
  };
}

function stepsOf(parts: ConsentParts, item: AgendaItem, isTaken: boolean): Pick<ConsentItem, 'takingOut' | 'puttingBack'> {
  const { t, session, group } = parts;
  const ids = { id: session.meeting.id, item: item.id };
  const isMovable = isOpen(parts) && openMotion(parts) === undefined;
  const puttingBack =
    isMovable && isTaken && item.outcome === null
      ? { action: sessionPaths.puttingBack(ids), label: t('consentGroup.putBack', { number: item.place }) }
      : null;
  if (!isMovable || !group.together.some(({ id }) => id === item.id)) return { takingOut: null, puttingBack };
  return { takingOut: takingOutForm(parts, item), puttingBack };
}

function takingOutForm(parts: ConsentParts, item: AgendaItem): ConsentItem['takingOut'] {
  const { t, session, form } = parts;
  const name = memberField(item.id);
  return {
    action: sessionPaths.takingOut({ id: session.meeting.id, item: item.id }),
    member: choiceView(t, form, name, t('consentGroup.askedBy'), memberOptions(here(session), t('inSession.motion.choose'))),
    label: t('consentGroup.takeOut', { number: item.place }),
    isExpanded: form.errors[name] !== undefined,
  };
}

const here = ({ voters, present }: Session) => voters.filter(({ membershipId }) => present.has(membershipId));

function motionForm({ t, session, group, form }: ConsentParts): ConsentView['motion'] {
  const which = { count: group.together.length, numbers: numbersOf(t, group.together) };
  const state = { ...form, raw: { motion: t('consentGroup.motionText', which), ...form.raw } };
  const options = memberOptions(here(session), t('inSession.motion.choose'));
  return {
    action: sessionPaths.consentMotion({ id: session.meeting.id }),
    seen: group.together.map(({ id }) => id).join(','),
    title: t('consentGroup.motionTitle', which),
    text: fieldView(t, state, 'motion', t('inSession.motion.text'), { type: 'textarea', rows: 3 }),
    mover: choiceView(t, state, 'mover', t('inSession.motion.mover'), options),
    seconder: choiceView(
      t,
      state,
      'seconder',
      t('inSession.motion.seconder'),
      memberOptions(here(session), t('inSession.motion.nobodyYet')),
      {
        required: false,
      },
    ),
  };
}
