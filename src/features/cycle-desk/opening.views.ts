import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { cyclePaths, cycleTag } from '../cycles';
import { formDeskPaths } from '../form-desk';
import { cycleDeskPaths } from './cycle-desk.paths';
import { openingChecks, openItems, type Check, type Fault, type OpeningFacts, type OpeningItem } from './opening';

interface CheckView {
  readonly name: string;
  readonly text: string;
  readonly tag: { readonly text: string; readonly tone: 'success' | 'warning' };
  readonly faults: readonly { readonly text: string; readonly href: string | null }[];
  /** Who looked, and when. */
  readonly seen: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** A button that says "I have read it". */
  readonly tick: { readonly item: string; readonly text: string } | null;
}

interface OpeningView {
  readonly title: string;
  readonly tag: ReturnType<typeof cycleTag>;
  readonly back: string;
  readonly lede: string;
  readonly checks: readonly CheckView[];
  readonly tickAction: string;
  readonly schedule: { readonly action: string; readonly lead: string; readonly reason: FieldView | null; readonly button: string } | null;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'cycle-desk/opening': OpeningView;
  }
}

interface OpeningParts {
  readonly facts: OpeningFacts;
  readonly collaboratives: readonly Collaborative[];
  readonly mayManage: boolean;
  /** Collaboratives whose seats and panel this person works with. */
  readonly staffOf: readonly string[];
  readonly now: Instant;
  readonly form: FormState;
}

/** The checklist before a cycle opens. */
export function openingView(t: Translate, parts: OpeningParts): OpeningView {
  const { cycle } = parts.facts;
  const checks = openingChecks(parts.facts, parts.now);
  const open = openItems(checks).length;
  return {
    title: t('cycleDesk.opening.title', { cycle: inLocale(cycle.name, t.locale) }),
    tag: cycleTag(t, cycle.status),
    back: cycleDeskPaths.show({ code: cycle.code }),
    lede: open === 0 ? t('cycleDesk.opening.ready') : t('cycleDesk.opening.open', { count: open }),
    checks: checks.map((check) => checkView(t, parts, check)),
    tickAction: cycleDeskPaths.tick({ code: cycle.code }),
    schedule: parts.mayManage && cycle.status === 'draft' ? scheduleView(t, parts, checks) : null,
    errorSummary: errorSummary(t, parts.form.errors),
  };
}

function checkView(t: Translate, parts: OpeningParts, check: Check): CheckView {
  const isDone = check.faults.length === 0;
  const { code } = parts.facts.cycle;
  return {
    name: t(`cycleDesk.opening.items.${check.item}.name`),
    text: t(`cycleDesk.opening.items.${check.item}.text`),
    tag: { text: t(isDone ? 'cycleDesk.opening.done' : 'cycleDesk.opening.missing'), tone: isDone ? 'success' : 'warning' },
    faults: check.faults.map((fault) => faultView(t, parts, fault)),
    seen: seenLines(t, parts.facts, check),
    links: parts.mayManage ? linksFor(t, code)[check.item] : [],
    tick:
      parts.mayManage && check.item === 'rubric' && check.ticks.length === 0
        ? { item: 'rubric', text: t('cycleDesk.opening.readRubric') }
        : null,
  };
}

function faultView(t: Translate, { facts, collaboratives, staffOf }: OpeningParts, { kind, collaborativeId }: Fault) {
  const body = collaboratives.find(({ id }) => id === collaborativeId);
  const text = t(`cycleDesk.opening.faults.${kind}`, { area: body === undefined ? '' : inLocale(body.area, t.locale) });
  if (body === undefined || !staffOf.includes(body.id)) return { text, href: null };
  const place = { code: facts.cycle.code, slug: body.slug };
  return { text, href: kind === 'noSeats' ? cycleDeskPaths.seats(place) : cyclePaths.panel(place) };
}

function seenLines(t: Translate, { previews }: OpeningFacts, { item, ticks }: Check): string[] {
  const ticked = ticks.map((tick) => t(`cycleDesk.opening.ticked.${tick.item}`, { by: tick.by, at: formatShortMoment(t, tick.at) }));
  if (item !== 'form') return ticked;
  return (['en', 'es'] as const)
    .filter((locale) => previews.has(locale))
    .map((locale) =>
      t('cycleDesk.opening.previewed', { language: t(`common.language.${locale}`), at: formatShortMoment(t, previews.get(locale) ?? '') }),
    );
}

const linksFor = (t: Translate, code: string): Readonly<Record<OpeningItem, CheckView['links']>> => ({
  dates: [{ text: t('cycles.show.edit'), href: cyclePaths.edit({ code }) }],
  seats: [],
  form: [{ text: t('cycleDesk.opening.preview'), href: formDeskPaths.preview({ code }) }],
  rubric: [{ text: t('cycles.show.rubric'), href: cyclePaths.rubric({ code }) }],
  panels: [{ text: t('cycleDesk.opening.readers'), href: `${cyclePaths.rubric({ code })}/readers` }],
  letters: [{ text: t('cycleDesk.opening.letters'), href: cycleDeskPaths.letters({ code }) }],
});

function scheduleView(t: Translate, { facts, form }: OpeningParts, checks: readonly Check[]): OpeningView['schedule'] {
  const names = openItems(checks).map((item) => t(`cycleDesk.opening.items.${item}.name`));
  const isReady = names.length === 0;
  return {
    action: cycleDeskPaths.schedule({ code: facts.cycle.code }),
    lead: isReady ? t('cycleDesk.opening.scheduleReady') : t('cycleDesk.opening.scheduleOpen', { names: names.join(' · ') }),
    reason: isReady ? null : fieldView(t, form, 'reason', t('cycleDesk.opening.reason')),
    button: t(isReady ? 'cycleDesk.opening.schedule' : 'cycleDesk.opening.scheduleAnyway'),
  };
}
