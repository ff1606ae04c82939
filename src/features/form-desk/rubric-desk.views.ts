import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { cyclePaths } from '../cycles';
import { rubricDifferences, scores, type Criterion, type RubricDifference, type RubricVersion } from '../forms';
import { mayEditIn } from './form-stage';
import { rubricDeskPaths } from './rubric-desk.paths';
import { weightName } from './rubric-desk.form';
import type { RubricDesk } from './rubric-desk.queries';
import type { Pair } from './question.views';

interface CriterionRow {
  readonly key: string;
  readonly label: string;
  readonly guide: string;
  readonly weight: FieldView | null;
  readonly weightText: string;
  readonly up: { readonly value: string; readonly label: string } | null;
  readonly down: { readonly value: string; readonly label: string } | null;
  readonly edit: { readonly href: string; readonly label: string } | null;
  readonly removal: { readonly href: string; readonly label: string } | null;
}

interface RubricDeskView {
  readonly title: string;
  readonly back: string;
  readonly state: string;
  readonly published: string;
  readonly rows: readonly CriterionRow[];
  readonly version: string;
  readonly weightsAction: string;
  readonly orderAction: string;
  readonly addHref: string;
  readonly writtenBy: FieldView;
  readonly sum: string;
  readonly mayEdit: boolean;
  readonly begin: string | null;
  readonly publication: {
    readonly action: string;
    readonly discard: string;
    readonly scored: string;
    readonly differences: readonly string[];
    readonly note: FieldView;
  } | null;
  readonly versions: readonly { readonly title: string; readonly written: string; readonly lines: readonly string[] }[];
  readonly errorSummary: ErrorSummary | null;
}

interface CriterionView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly seen: string;
  readonly pairs: readonly Pair[];
  readonly stale: readonly { readonly label: string; readonly value: string; readonly href: null }[];
  readonly errorSummary: ErrorSummary | null;
}

interface CriterionRemovalView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly version: string;
  readonly lines: readonly string[];
}

declare module '../../web/render' {
  interface Views {
    'form-desk/rubric': RubricDeskView;
    'form-desk/criterion': CriterionView;
    'form-desk/criterion-removal': CriterionRemovalView;
  }
}

export function rubricDeskView(t: Translate, desk: RubricDesk, isEditor: boolean, state: FormState): RubricDeskView {
  const { rubric, stage } = desk;
  const { code } = desk.cycle;
  const mayEdit = isEditor && mayEditIn(stage);
  return {
    title: t('rubrics.show.title', { cycle: inLocale(desk.cycle.name, t.locale) }),
    back: cyclePaths.show({ code }),
    state: stateText(t, desk),
    published: cyclePaths.rubric({ code }),
    rows: rubric.criteria.map((criterion, index) => rowView(t, desk, { criterion, index, mayEdit, state })),
    version: String(rubric.version),
    weightsAction: rubricDeskPaths.weights({ code }),
    orderAction: rubricDeskPaths.order({ code }),
    addHref: rubricDeskPaths.new({ code }),
    writtenBy: fieldView(t, state, 'written_by', t('rubrics.show.writtenBy'), { hint: t('rubrics.show.writtenByHint') }),
    sum: t('rubrics.show.sum', { sum: rubric.criteria.reduce((total, { weight }) => total + weight, 0) }),
    mayEdit,
    begin: isEditor && stage === 'frozen' ? rubricDeskPaths.versions({ code }) : null,
    publication: isEditor && stage === 'version' ? publicationOf(t, desk, state) : null,
    versions: desk.versions.map((version, index) => versionView(t, desk.versions[index + 1], version)),
    errorSummary: errorSummary(t, state.errors),
  };
}

function stateText(t: Translate, { stage, rubric, inForce }: RubricDesk): string {
  if (stage === 'before') return t('rubrics.stage.before', { number: rubric.number });
  if (stage === 'version') return t('rubrics.stage.version', { number: rubric.number, before: inForce.number });
  const date = inForce.frozenAt === null ? '' : formatDay(t.locale, inForce.frozenAt);
  return t(`rubrics.stage.${stage}`, { number: inForce.number, date });
}

interface RowPlace {
  readonly criterion: Criterion;
  readonly index: number;
  readonly mayEdit: boolean;
  readonly state: FormState;
}

function rowView(t: Translate, desk: RubricDesk, place: RowPlace): CriterionRow {
  const { criterion, state, mayEdit } = place;
  const { key } = criterion;
  const label = inLocale(criterion.label, t.locale);
  const named = { type: 'text', inputmode: 'numeric', narrow: true } as const;
  return {
    key,
    label,
    guide: inLocale(criterion.guide, t.locale),
    weight: mayEdit ? fieldView(t, state, weightName(key), t('rubrics.show.weightOf', { criterion: label }), named) : null,
    weightText: t('cycles.rubric.weight', { weight: criterion.weight }),
    ...(mayEdit ? stepsOf(t, desk, place, label) : { up: null, down: null, edit: null, removal: null }),
  };
}

function stepsOf(t: Translate, { cycle: { code }, rubric }: RubricDesk, { criterion: { key }, index }: RowPlace, subject: string) {
  const move = (direction: 'up' | 'down') => ({
    value: `question:${key}:${direction}`,
    label: t(direction === 'up' ? 'forms.show.upLabel' : 'forms.show.downLabel', { subject }),
  });
  return {
    up: index > 0 ? move('up') : null,
    down: index < rubric.criteria.length - 1 ? move('down') : null,
    edit: { href: rubricDeskPaths.criterion({ code, key }), label: t('forms.show.editLabel', { subject }) },
    removal:
      rubric.criteria.length > 1 ? { href: rubricDeskPaths.removal({ code, key }), label: t('forms.show.removeLabel', { subject }) } : null,
  };
}

const differenceText = (t: Translate, { kind, label, before, after }: RubricDifference): string =>
  t(`rubrics.difference.${kind}`, { criterion: inLocale(label, t.locale), before: before ?? 0, after: after ?? 0 });

function publicationOf(t: Translate, { cycle: { code }, rubric, inForce, scored }: RubricDesk, state: FormState) {
  return {
    action: rubricDeskPaths.publication({ code }),
    discard: rubricDeskPaths.discard({ code }),
    scored: t('rubrics.publication.scored', { count: scored }),
    differences: rubricDifferences(inForce.criteria, rubric.criteria).map((difference) => differenceText(t, difference)),
    note: fieldView(t, state, 'note', t('rubrics.publication.note'), {
      type: 'textarea',
      rows: 3,
      hint: t('rubrics.publication.noteHint'),
    }),
  };
}

function versionView(t: Translate, before: RubricVersion | undefined, version: RubricVersion) {
  const { frozenAt, writtenBy: by, note } = version;
  const differences = before === undefined ? [] : rubricDifferences(before.criteria, version.criteria);
  return {
    title: t('forms.versions.number', { number: version.number }),
    written:
      frozenAt === null ? t('forms.versions.notFrozen', { by }) : t('forms.versions.frozen', { by, date: formatDay(t.locale, frozenAt) }),
    lines: [...(note === null ? [] : [note]), ...differences.map((difference) => differenceText(t, difference))],
  };
}

interface CriterionParts {
  readonly code: string;
  /** Null for one that is being added. */
  readonly key: string | null;
  readonly seen: string;
  readonly state: FormState;
  readonly stale?: Criterion | undefined;
}

/** The editor of one criterion: its words, and what each score means, in both languages. */
export function criterionView(t: Translate, { code, key, seen, state, stale }: CriterionParts): CriterionView {
  return {
    title: key === null ? t('rubrics.criterion.newTitle') : t('rubrics.criterion.title'),
    back: rubricDeskPaths.show({ code }),
    action: key === null ? rubricDeskPaths.criteria({ code }) : rubricDeskPaths.criterion({ code, key }),
    seen,
    pairs: [
      pairOf(t, state, 'label', t('rubrics.criterion.label')),
      pairOf(t, state, 'guide', t('rubrics.criterion.guide')),
      ...scores.map((score) => pairOf(t, state, `anchor_${score}`, t('rubrics.criterion.anchor', { score }))),
    ],
    stale: stale === undefined ? [] : standsNow(t, stale),
    errorSummary: errorSummary(t, state.errors),
  };
}

function pairOf(t: Translate, state: FormState, name: string, what: string): Pair {
  const one = (language: 'en' | 'es') =>
    fieldView(t, state, `${name}_${language}`, t('forms.inLanguage', { what, language: t(`forms.language.${language}`) }), {
      type: 'textarea',
      rows: 2,
    });
  return { en: one('en'), es: one('es') };
}

const standsNow = (t: Translate, { label, guide, anchors }: Criterion) =>
  [label, guide, ...anchors].flatMap((text) =>
    (['en', 'es'] as const).map((language) => ({ label: t(`forms.language.${language}`), value: text[language] ?? '', href: null })),
  );

/** Asks before a criterion goes, and shows the weights that would be. */
export const criterionRemovalView = (
  t: Translate,
  { cycle: { code }, rubric }: RubricDesk,
  criterion: Criterion,
  left: readonly Criterion[],
): CriterionRemovalView => ({
  title: t('rubrics.removal.title', { criterion: inLocale(criterion.label, t.locale) }),
  back: rubricDeskPaths.show({ code }),
  action: rubricDeskPaths.removal({ code, key: criterion.key }),
  version: String(rubric.version),
  lines: left.map(({ label, weight }) => t('rubrics.removal.line', { criterion: inLocale(label, t.locale), weight })),
});
