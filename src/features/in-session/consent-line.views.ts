import { formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { AgendaItem } from '../agendas';
import type { Meeting } from '../meetings';
import type { ConsentGroup } from './consent';
import { isAbout, type Motion } from './motion';
import type { Session } from './record.queries';
import { sessionPaths } from './session.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** What the page of an item says of the consent group. */
export interface ConsentLine {
  readonly text: string;
  readonly link: Link | null;
}

/** The numbers of items in words: "4, 5 and 7". */
export const numbersOf = (t: Translate, items: readonly Pick<AgendaItem, 'place'>[]): string =>
  formatList(
    t.locale,
    items.map(({ place }) => String(place)),
  );

/** The way from the meeting to its consent group; null before it has begun, and where the agenda has none. */
export function consentDoor(t: Translate, { id, inSessionAt }: Meeting, items: readonly AgendaItem[]): Link | null {
  const marked = items.filter(({ isConsent }) => isConsent);
  if (inSessionAt === null || marked.length === 0) return null;
  return { text: t('consentGroup.door', { count: marked.length, numbers: numbersOf(t, marked) }), href: sessionPaths.consent({ id }) };
}

interface LineParts {
  readonly t: Translate;
  readonly session: Pick<Session, 'meeting' | 'voters'>;
  readonly item: Pick<AgendaItem, 'id'>;
  readonly group: ConsentGroup;
}

/** That an item is taken with others, or for whom it was taken out; null for all other items. */
export function consentLine({ t, session, item, group }: LineParts): ConsentLine | null {
  const taken = group.takenOut.find(({ itemId }) => itemId === item.id);
  if (taken !== undefined) return { text: takenOutText(t, session, taken.membershipId), link: null };
  if (!group.together.some(({ id }) => id === item.id)) return null;
  const link = { text: t('consentGroup.title'), href: sessionPaths.consent({ id: session.meeting.id }) };
  return { text: t('consentGroup.inGroup', { count: group.together.length, numbers: numbersOf(t, group.together) }), link };
}

/** For whom an item was taken out. */
export const takenOutText = (t: Translate, { voters }: Pick<Session, 'voters'>, membershipId: string): string =>
  t('consentGroup.takenOutBy', { name: voters.find((voter) => voter.membershipId === membershipId)?.name ?? '' });

/** Which items a motion decides together; null where it is one. */
export const togetherText = (t: Translate, motion: Motion, items: readonly AgendaItem[]): string | null =>
  motion.alsoItemIds === undefined
    ? null
    : t('consentGroup.together', {
        numbers: numbersOf(
          t,
          items.filter(({ id }) => isAbout(motion, id)),
        ),
      });
