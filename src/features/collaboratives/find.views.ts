import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { FieldView } from '../../web/form-view';
import { blankForm, fieldView } from '../../web/form-view';
import { collaborativePaths } from './collaborative.paths';
import { collaborativeCard, type CollaborativeCard } from './collaborative.views';
import type { Found } from './find';
import { choiceOf, type ZipPlace, type ZipShare } from './zip';

declare module '../../web/render' {
  interface Views {
    'collaboratives/find': FindView;
  }
}

interface Answer {
  readonly title: string;
  readonly lines: readonly string[];
  readonly cards: readonly (CollaborativeCard & {
    readonly share: string | null;
    readonly tag: { text: string; tone: string } | null;
    readonly goTo: string;
  })[];
  readonly notes: readonly string[];
}

interface SchoolLine {
  readonly name: string;
  readonly place: string;
  readonly slug: string;
  readonly area: string;
  readonly href: string;
}

export interface FindView {
  readonly title: string;
  readonly action: string;
  readonly field: FieldView;
  readonly answer: Answer | null;
  readonly schools: { readonly title: string; readonly more: string | null; readonly lines: readonly SchoolLine[] } | null;
  /** All collaboratives, where nothing better is known. */
  readonly all: readonly CollaborativeCard[];
  readonly empty: { readonly text: string; readonly action: { readonly text: string; readonly href: string } } | null;
}

export function findView(t: Translate, found: Found) {
  const answer = answerView(t, found);
  const schools = schoolsView(t, found);
  const isPlain = answer !== null && answer.cards.length > 0;
  return {
    title: t('collaboratives.find.title'),
    description: t('collaboratives.find.description'),
    breadcrumbs: [{ text: t('layout.home'), href: '/' }],
    action: collaborativePaths.find(),
    field: findField(t, found.typed),
    answer,
    schools,
    all: isPlain || schools !== null ? [] : found.collaboratives.map((collaborative) => collaborativeCard(t, collaborative)),
    empty:
      found.collaboratives.length > 0
        ? null
        : { text: t('collaboratives.find.nothing'), action: { text: t('collaboratives.list.emptyAction'), href: '/help' } },
  };
}

/** The one field of "find mine", also on the home page. */
export const findField = (t: Translate, typed = ''): FieldView =>
  fieldView(t, blankForm({ q: typed }), 'q', t('collaboratives.find.label'), { hint: t('collaboratives.find.hint'), type: 'search' });

function answerView(t: Translate, { wanted, place, schools }: Found): Answer | null {
  switch (wanted.kind) {
    case 'nothing':
      return null;
    case 'mistyped_zip':
      return plainAnswer(t('collaboratives.find.mistyped.title', { text: wanted.text }), t('collaboratives.find.mistyped.text'));
    case 'school':
      if (schools.length > 0) return null;
      return plainAnswer(t('collaboratives.find.schools.none', { text: wanted.text }), t('collaboratives.find.schools.noneText'));
    case 'zip':
      if (place !== undefined) return placeView(t, place);
      return plainAnswer(t('collaboratives.find.unknown.title', { zip: wanted.zip }), t('collaboratives.find.unknown.text'));
  }
}

const plainAnswer = (title: string, text: string): Answer => ({ title, lines: [text], cards: [], notes: [] });

function placeView(t: Translate, place: ZipPlace): Answer {
  const { likely, unlikely, isPartlyOutside } = choiceOf(place);
  const isChoice = likely.length > 1;
  const outside = isPartlyOutside ? [t('collaboratives.find.outside', { percent: percent(t, place.shareOutside) })] : [];
  const corners = unlikely.map(({ collaborative, share }) =>
    t('collaboratives.find.one.corner', { percent: percent(t, share), area: inLocale(collaborative.area, t.locale) }),
  );
  const first = likely[0];
  const area = first === undefined ? '' : inLocale(first.collaborative.area, t.locale);
  return {
    title: isChoice
      ? t('collaboratives.find.split.title', { zip: place.zip })
      : t('collaboratives.find.one.title', { zip: place.zip, area }),
    lines: isChoice ? [t('collaboratives.find.split.why')] : [t('collaboratives.find.one.text')],
    cards: likely.map((share, index) => shareCard(t, place.zip, share, { isChoice, isFirst: index === 0 })),
    notes: [...(isChoice ? [t('collaboratives.find.split.sure')] : []), ...corners, ...outside],
  };
}

function shareCard(
  t: Translate,
  zip: string,
  { collaborative, share }: ZipShare,
  { isChoice, isFirst }: { isChoice: boolean; isFirst: boolean },
) {
  const card = collaborativeCard(t, collaborative);
  return {
    ...card,
    share: isChoice ? t('collaboratives.find.split.share', { percent: percent(t, share), zip }) : null,
    tag: isChoice && isFirst ? { text: t('collaboratives.find.split.likelier'), tone: 'info' } : null,
    goTo: t('collaboratives.find.goTo', { area: card.area }),
  };
}

/** A whole percentage, never 0 for something that is there. */
const percent = (t: Translate, share: number): string => formatNumber(t.locale, Math.max(1, Math.round(share * 100)));

function schoolsView(t: Translate, { wanted, schools, hasMoreSchools, collaboratives }: Found): FindView['schools'] {
  if (wanted.kind !== 'school' || schools.length === 0) return null;
  const byId = new Map(collaboratives.map((collaborative) => [collaborative.id, collaborativeCard(t, collaborative)]));
  const lines = schools.flatMap(({ name, city, zip, collaborativeId }) => {
    const card = byId.get(collaborativeId);
    return card === undefined ? [] : [{ name, place: `${city} ${zip}`, slug: card.slug, area: card.name, href: card.href }];
  });
  const title = t('collaboratives.find.schools.title', { count: lines.length, text: wanted.text });
  return { title, more: hasMoreSchools ? t('collaboratives.find.schools.many', { most: lines.length, text: wanted.text }) : null, lines };
}
