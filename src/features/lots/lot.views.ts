import { formatMoment, formatShortMoment } from '../../i18n/format';
import type { TimelineEntry } from '../../history/timeline.views';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { drawOrder, fingerprintOf, lotMachine, seedSources, ticketOf, type Lot } from './lot';
import { lotPaths } from './lot.paths';

type Tag = { readonly text: string; readonly tone: string };
type Fact = { readonly label: string; readonly value: string; readonly href: string | null };

interface Ticket {
  readonly place: string;
  readonly reference: string;
  readonly ticket: string;
  readonly name: string | null;
}

export interface LotView extends PageModel {
  readonly kicker: string;
  readonly status: Tag;
  readonly facts: readonly Fact[];
  readonly rule: readonly string[];
  /** A line for a terminal with which anyone can make one ticket. */
  readonly check: string | null;
  readonly tickets: readonly Ticket[];
  readonly notice: string | null;
}

export interface LotDeskView extends LotView {
  readonly back: string;
  readonly public: string;
  readonly version: string;
  readonly draw: { readonly action: string; readonly seed: FieldView; readonly lead: string } | null;
  readonly cancel: { readonly action: string; readonly reason: FieldView } | null;
  readonly redraw: { readonly action: string; readonly reason: FieldView; readonly plan: PlanView } | null;
  readonly history: readonly TimelineEntry[];
}

export interface PlanView {
  readonly source: ChoiceView;
  readonly words: FieldView;
  readonly date: FieldView;
  readonly time: FieldView;
}

declare module '../../web/render' {
  interface Views {
    'lots/show': LotView;
    'lots/desk': LotDeskView;
  }
}

export interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
}

interface Shown extends Place {
  readonly lot: Lot;
  /** By reference; null for the public. */
  readonly names: ReadonlyMap<string, string> | null;
  readonly mayNameReferences: boolean;
}

const tones = { announced: 'info', drawn: 'success', replaced: 'neutral', cancelled: 'neutral' } as const;

export const lotTag = (t: Translate, { status }: Pick<Lot, 'status'>): Tag => ({ text: t(`lots.status.${status}`), tone: tones[status] });

/** A lot for everyone: the rule, the seed, and the references once their decisions are out; never a name. */
export function lotView(t: Translate, { lot, cycle, collaborative, names, mayNameReferences }: Shown): LotView {
  const [first] = lot.references;
  return {
    title: t('lots.show.title', { constituency: t.loosely(`common.constituency.${lot.constituency}`) }),
    district: collaborative.slug,
    kicker: `${inLocale(collaborative.name, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    status: lotTag(t, lot),
    facts: factsOf(t, lot),
    rule: [t('lots.rule.one'), t('lots.rule.two'), t('lots.rule.three'), t('lots.rule.four')],
    check:
      lot.seed === null ? null : `printf '%s' '${quoted(lot.seed)}:${(mayNameReferences ? first : undefined) ?? 'REFERENCE'}' | sha256sum`,
    tickets: mayNameReferences ? ticketsOf(lot, names) : [],
    notice: mayNameReferences ? null : t('lots.show.later', { count: lot.references.length }),
  };
}

const quoted = (seed: string): string => seed.replace(/'/g, `'\\''`);

function factsOf(t: Translate, lot: Lot): Fact[] {
  const fact = (label: string, value: string | null, href: string | null = null): Fact[] =>
    value === null ? [] : [{ label, value, href }];
  const source = lot.source === 'public' ? t('lots.sourceOf', { words: lot.sourceWords }) : t('lots.source.two_people');
  return [
    ...fact(t('lots.facts.announced'), formatMoment(t, lot.announcedAt)),
    ...fact(t('lots.facts.seedFrom'), source),
    ...fact(t('lots.facts.drawAt'), formatMoment(t, lot.drawAt)),
    ...fact(t('lots.facts.participants'), String(lot.references.length)),
    ...fact(t('lots.facts.fingerprint'), fingerprintOf(lot.references)),
    ...fact(t('lots.facts.seed'), lot.seed),
    ...fact(t('lots.facts.drawn'), lot.drawnAt === null ? null : formatMoment(t, lot.drawnAt)),
    ...fact(t('lots.facts.ruleVersion'), String(lot.ruleVersion)),
    ...fact(t('lots.facts.reason'), lot.reason),
    ...fact(
      t('lots.facts.replaces'),
      lot.replaces === null ? null : t('lots.show.first'),
      lot.replaces === null ? null : lotPaths.show({ id: lot.replaces }),
    ),
  ];
}

/** In the order of the lot; before it, by reference. */
function ticketsOf({ seed, references }: Lot, names: Shown['names']): Ticket[] {
  const order = seed === null ? references : drawOrder(seed, references);
  return order.map((reference, at) => ({
    place: seed === null ? '–' : String(at + 1),
    reference,
    ticket: seed === null ? '' : ticketOf(seed, reference),
    name: names?.get(reference) ?? null,
  }));
}

interface Desk extends Shown {
  readonly mayDraw: boolean;
  readonly mayArrange: boolean;
  readonly isFirst: boolean;
  readonly state: FormState;
  readonly history: readonly TimelineEntry[];
}

/** A lot for those who arrange it: with names, and the next step. */
export function lotDeskView(t: Translate, shown: Desk): LotDeskView {
  const { lot, cycle, collaborative, state, mayArrange } = shown;
  const params = { id: lot.id };
  const reason = (label: string) => fieldView(t, state, 'reason', label, { type: 'textarea', rows: 2 });
  return {
    ...lotView(t, shown),
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    back: lotPaths.list({ code: cycle.code, slug: collaborative.slug }),
    public: lotPaths.show(params),
    version: String(lot.version),
    draw: shown.mayDraw && lotMachine.can(lot.status, 'draw') ? { action: lotPaths.draw(params), ...seedField(t, shown) } : null,
    cancel:
      mayArrange && lotMachine.can(lot.status, 'cancel')
        ? { action: lotPaths.cancel(params), reason: reason(t('lots.desk.cancelReason')) }
        : null,
    redraw:
      mayArrange && lotMachine.can(lot.status, 'replace')
        ? { action: lotPaths.redraw(params), reason: reason(t('lots.desk.redrawReason')), plan: planView(t, state) }
        : null,
    history: shown.history,
  };
}

function seedField(t: Translate, { lot, isFirst, state }: Desk): { seed: FieldView; lead: string } {
  const at = formatShortMoment(t, lot.drawAt);
  if (lot.source === 'public')
    return { seed: fieldView(t, state, 'seed', t('lots.desk.seed'), { hint: lot.sourceWords }), lead: t('lots.desk.publicLead', { at }) };
  const lead =
    lot.firstPart === null ? t('lots.desk.firstLead') : isFirst ? t('lots.desk.waitLead', { at }) : t('lots.desk.secondLead', { at });
  return { seed: fieldView(t, state, 'seed', t('lots.desk.word'), { hint: t('lots.desk.wordHint') }), lead };
}

/** Where a seed will come from, and when. */
export const planView = (t: Translate, state: FormState): PlanView => ({
  source: choiceView(
    t,
    state,
    'source',
    t('lots.plan.source'),
    seedSources.map((source) => [source, t(`lots.source.${source}`), t(`lots.plan.hint.${source}`)] as const),
  ),
  words: fieldView(t, state, 'words', t('lots.plan.words'), { hint: t('lots.plan.wordsHint'), required: false }),
  date: fieldView(t, state, 'date', t('lots.plan.date'), { type: 'date', narrow: true }),
  time: fieldView(t, state, 'time', t('lots.plan.time'), { type: 'time', narrow: true }),
});
