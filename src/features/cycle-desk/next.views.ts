import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { Instant } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { cyclePaths, type Cycle, type CycleEvent } from '../cycles';
import { offerPaths, releasePaths } from '../offers';
import { approvalPaths, slatePaths } from '../selection';
import { cycleDeskPaths } from './cycle-desk.paths';
import { nextStep, type Blocker, type BlockerKind, type NextStep } from './standing';

interface TaskView {
  readonly text: string;
  readonly href: string | null;
  readonly hint: string | null;
  readonly tag: { readonly text: string; readonly tone: 'warning' };
}

/** What comes next: in words, what is still open, and one button. */
export interface NextView {
  readonly text: string;
  readonly open: readonly TaskView[];
  readonly stepForm: { readonly action: string; readonly step: string; readonly reason: FieldView | null; readonly button: string } | null;
  readonly link: { readonly href: string; readonly text: string } | null;
}

interface NextParts {
  readonly cycle: Cycle;
  readonly collaboratives: readonly Collaborative[];
  readonly viewer: { readonly mayManage: boolean; readonly staffOf: readonly string[]; readonly approverOf: readonly string[] };
  readonly now: Instant;
  readonly form: FormState;
}

type Place = { readonly code: string; readonly slug: string };

const mendedAt: Readonly<Record<Exclude<BlockerKind, 'toApprove'>, (place: Place) => string>> = {
  noSeats: (place) => cycleDeskPaths.seats(place),
  noPanel: (place) => cyclePaths.panel(place),
  smallPanel: (place) => cyclePaths.panel(place),
  unassigned: (place) => cyclePaths.panel(place),
  uncovered: (place) => cyclePaths.panel(place),
  noSlate: (place) => slatePaths.board(place),
  returned: (place) => slatePaths.board(place),
  toRelease: (place) => slatePaths.release(place),
  openOffers: (place) => offerPaths.board(place),
};

/** Null when the cycle is over. */
export function nextView(t: Translate, parts: NextParts, blockers: readonly Blocker[]): NextView | null {
  const { cycle, viewer } = parts;
  const next = nextStep(cycle, blockers, parts.now);
  if (next === null) return null;
  const open = blockers.map((blocker) => taskView(t, parts, blocker));
  const isByForm = viewer.mayManage && next.step !== 'release' && next.step !== 'schedule';
  return {
    text: nextText(t, cycle, next),
    open,
    stepForm: isByForm ? stepForm(t, parts, next) : null,
    link: isByForm ? null : linkTo(t, parts, blockers),
  };
}

/** What this person can do for the next step: the first open thing of theirs; administrators go to the checklist of a draft or to the release. */
function linkTo(t: Translate, parts: NextParts, blockers: readonly Blocker[]): NextView['link'] {
  const { cycle, viewer } = parts;
  if (viewer.mayManage && cycle.status === 'draft')
    return { href: cycleDeskPaths.opening({ code: cycle.code }), text: t('cycleDesk.links.opening') };
  const able = blockers.map((blocker) => ({ kind: blocker.kind, href: taskView(t, parts, blocker).href }));
  const isDue = able.some(({ kind }) => kind === 'toRelease');
  if (viewer.mayManage) return isDue ? { href: releasePaths.cycle({ code: cycle.code }), text: t('cycleDesk.mend.toRelease') } : null;
  const first = able.find(({ href }) => href !== null);
  return first === undefined || first.href === null ? null : { href: first.href, text: t(`cycleDesk.mend.${first.kind}`) };
}

function taskView(t: Translate, { cycle, collaboratives, viewer }: NextParts, blocker: Blocker): TaskView {
  const body = collaboratives.find(({ id }) => id === blocker.collaborativeId);
  const area = body === undefined ? '' : inLocale(body.area, t.locale);
  const place = { code: cycle.code, slug: body?.slug ?? '' };
  return {
    text: t(`cycleDesk.open.${blocker.kind}`, { area, count: blocker.count }),
    href: hrefOf(viewer, blocker, place),
    hint: null,
    tag: { text: t('cycleDesk.open.tag'), tone: 'warning' },
  };
}

/** Where it is mended; null where this person may not open that page. */
function hrefOf(viewer: NextParts['viewer'], { kind, collaborativeId }: Blocker, place: Place): string | null {
  if (kind === 'toApprove') return viewer.approverOf.includes(collaborativeId) ? approvalPaths.list() : null;
  return viewer.staffOf.includes(collaborativeId) ? mendedAt[kind](place) : null;
}

function nextText(t: Translate, cycle: Cycle, { step, at }: NextStep): string {
  if (at !== null)
    return t('cycleDesk.next.byDate', {
      step: t(`cycleDesk.next.${dated(step)}`),
      at: formatMoment(t, step === 'close' ? cycle.closesAt : at),
    });
  return step === 'release'
    ? t('cycleDesk.next.release', { date: formatDate(t.locale, cycle.decisionsOn) })
    : t(`cycleDesk.next.${plain(step)}`);
}

const dated = (step: CycleEvent) => (step === 'open' || step === 'close' || step === 'startReview' ? step : 'startDeciding');
const plain = (step: CycleEvent) => (step === 'schedule' ? step : 'complete');

function stepForm(t: Translate, { cycle, form }: NextParts, { step, at, needsReason }: NextStep): NextView['stepForm'] {
  if (step === 'release' || step === 'cancel') return null;
  const hint = at === null ? 'cycleDesk.reasonOpen' : 'cycleDesk.reasonEarly';
  return {
    action: cycleDeskPaths.step({ code: cycle.code }),
    step,
    reason: needsReason ? fieldView(t, form, 'reason', t('cycleDesk.reason'), { hint: t(hint) }) : null,
    button: t(`cycles.steps.${step}`),
  };
}
