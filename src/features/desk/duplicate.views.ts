import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { deskPaths, mergedPreferences, type AnswerRow, type Application } from '../applications';
import type { Collaborative } from '../collaboratives';
import { inLocale } from '../../lib/local-text';
import { choiceView, type ChoiceView } from '../../web/form-view';
import { recordPaths } from './desk.paths';
import type { Pair, PairMember } from './duplicate';

export interface PairView {
  readonly first: { readonly name: string; readonly reference: string; readonly href: string };
  readonly second: { readonly name: string; readonly reference: string; readonly href: string };
  readonly why: string;
  readonly merge: string;
  readonly different: string;
}

interface DuplicatesView {
  readonly title: string;
  readonly back: string;
  readonly pairs: readonly PairView[];
}

interface MergeView {
  readonly title: string;
  readonly back: string;
  readonly sides: readonly { readonly title: string; readonly rows: readonly { readonly label: string; readonly value: string }[] }[];
  readonly effects: readonly string[];
  readonly refused: string | null;
  readonly action: string;
  readonly answersOf: ChoiceView;
  readonly swap: { readonly href: string; readonly text: string };
}

declare module '../../web/render' {
  interface Views {
    'desk/duplicates': DuplicatesView;
    'desk/merge': MergeView;
  }
}

const memberView = ({ name, reference }: PairMember) => ({ name, reference, href: deskPaths.show({ ref: reference }) });

export const pairView = (t: Translate, { first, second, why }: Pair): PairView => ({
  first: memberView(first),
  second: memberView(second),
  why: why.map((kind) => t(`desk.duplicates.why.${kind}`)).join(' · '),
  merge: recordPaths.merge({ ref: first.reference, other: second.reference }),
  different: recordPaths.different({ ref: first.reference, other: second.reference }),
});

/** Pairs of a list that may be of one person, with why. */
export const duplicatesView = (t: Translate, pairs: readonly Pair[], area: string, back: string): DuplicatesView => ({
  title: t('desk.duplicates.title', { area }),
  back,
  pairs: pairs.map((pair) => pairView(t, pair)),
});

export interface MergeParts {
  readonly kept: Application;
  readonly other: Application;
  readonly rowsOf: readonly [readonly AnswerRow[], readonly AnswerRow[]];
  readonly collaboratives: readonly Collaborative[];
  /** Why it cannot be done, in words. */
  readonly refused: string | null;
}

/** Two applications side by side, what a merge does, and whose answers count. */
export function mergeView(t: Translate, { kept, other, rowsOf, collaboratives, refused }: MergeParts): MergeView {
  const names = mergedPreferences(kept, other).map((id) => {
    const found = collaboratives.find((one) => one.id === id);
    return found === undefined ? '' : inLocale(found.area, t.locale);
  });
  const sent = ({ submittedAt }: Application): string => (submittedAt === null ? '' : formatShortMoment(t, submittedAt));
  const side = (title: string, application: Application, rows: readonly AnswerRow[]) => ({
    title,
    rows: [
      { label: t('desk.name'), value: application.name },
      { label: t('applications.reference'), value: application.reference },
      { label: t('desk.columns.sent'), value: sent(application) },
      ...rows,
    ],
  });
  return {
    title: t('desk.merge.title'),
    back: deskPaths.show({ ref: kept.reference }),
    sides: [side(t('desk.merge.kept'), kept, rowsOf[0]), side(t('desk.merge.second'), other, rowsOf[1])],
    effects: [
      t('desk.merge.effects.counts', { reference: kept.reference }),
      t('desk.merge.effects.leads', { reference: other.reference, kept: kept.reference }),
      t('desk.merge.effects.choices', { names: names.join(', ') }),
      t('desk.merge.effects.reviews', { reference: kept.reference }),
      t('desk.merge.effects.history'),
      t('desk.merge.effects.mail'),
    ],
    refused,
    action: recordPaths.merge({ ref: kept.reference, other: other.reference }),
    answersOf: choiceView(t, { raw: { answers: 'kept' }, errors: {} }, 'answers', t('desk.merge.answersOf'), [
      ['kept', t('desk.merge.answersKept', { reference: kept.reference, moment: sent(kept) })],
      ['other', t('desk.merge.answersOther', { reference: other.reference, moment: sent(other) })],
    ]),
    swap: {
      href: recordPaths.merge({ ref: other.reference, other: kept.reference }),
      text: t('desk.merge.swap', { reference: other.reference }),
    },
  };
}
