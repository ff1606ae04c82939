import { formatDay, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { RubricVersion } from '../forms';
import { statisticsArePublic, type Cycle } from './cycle';
import { cyclePaths } from './cycle.paths';

interface ShowRubricView {
  readonly title: string;
  readonly lede: string;
  readonly criteria: readonly {
    readonly key: string;
    readonly label: string;
    readonly weight: string;
    readonly guide: string;
    readonly caption: string;
    readonly anchors: readonly { readonly score: string; readonly text: string }[];
  }[];
  /** Where the panels are published. */
  readonly readers: string;
  /** The cycle in numbers, once it is public. */
  readonly statistics: string | null;
  /** What changed after the opening, where it did. */
  readonly changed: string | null;
  readonly written: string;
  readonly frozen: string;
}

declare module '../../web/render' {
  interface Views {
    'cycles/rubric': ShowRubricView;
  }
}

export function showRubricView(t: Translate, cycle: Cycle, rubric: RubricVersion): ShowRubricView {
  return {
    title: t('cycles.rubric.title'),
    lede: t('cycles.rubric.lede', { cycle: inLocale(cycle.name, t.locale) }),
    criteria: rubric.criteria.map(({ key, label, weight, guide, anchors }) => ({
      key,
      label: inLocale(label, t.locale),
      weight: t('cycles.rubric.weight', { weight }),
      guide: inLocale(guide, t.locale),
      caption: t('cycles.rubric.anchors', { criterion: inLocale(label, t.locale) }),
      anchors: anchors.map((anchor, score) => ({ score: formatNumber(t.locale, score), text: inLocale(anchor, t.locale) })),
    })),
    readers: `${cyclePaths.rubric({ code: cycle.code })}/readers`,
    statistics: statisticsArePublic(cycle) ? cyclePaths.statistics({ code: cycle.code }) : null,
    changed: rubric.note === null ? null : t('cycles.rubric.changed', { note: rubric.note }),
    written: t('cycles.rubric.written', { number: rubric.number, by: rubric.writtenBy }),
    frozen:
      rubric.frozenAt === null ? t('cycles.rubric.notFrozen') : t('cycles.rubric.frozen', { date: formatDay(t.locale, rubric.frozenAt) }),
  };
}
