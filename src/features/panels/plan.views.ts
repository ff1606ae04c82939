import { formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { groupBy } from '../../lib/group';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import { reviewPaths } from '../reviews';
import { reads } from './bars';
import type { Panelist, ReviewFile } from './file';
import type { PlannedAssignment } from './plan.queries';

interface PlanRow {
  readonly href: string;
  readonly reference: string;
  readonly facts: string;
  readonly readers: readonly { readonly name: string; readonly why: string }[];
  readonly takenFrom: string | null;
  readonly lacking: string | null;
  readonly reasons: readonly string[];
}

interface PlanView extends PageModel {
  readonly back: string;
  readonly kicker: string;
  readonly summary: string;
  readonly even: string;
  readonly loads: readonly {
    readonly name: string;
    readonly before: string;
    readonly added: string;
    readonly after: string;
    readonly note: string;
  }[];
  readonly lacking: readonly PlanRow[];
  readonly rows: readonly PlanRow[];
  readonly more: string | null;
  readonly form: { readonly action: string; readonly fingerprint: string; readonly rebalances: string; readonly text: string } | null;
  readonly other: { readonly href: string; readonly text: string };
}

declare module '../../web/render' {
  interface Views {
    'panels/plan': PlanView;
  }
}

const rowsShown = 250;

/** What handing out would do, file by file: who and why, and what cannot be filled and why. Nothing is done yet. */
export function planView(t: Translate, planned: PlannedAssignment, { rebalances }: { rebalances: boolean }): PlanView {
  const { cycle, collaborative, plan } = planned;
  const params = { code: cycle.code, slug: collaborative.slug };
  const rows = rowsOf(t, planned);
  const full = rows.filter((row) => row.lacking === null);
  return {
    title: t('panels.plan.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    back: reviewPaths.panel(params),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    summary: t('panels.plan.summary', { count: plan.added.length, files: rows.length, taken: plan.dropped.length }),
    even: evenness(t, [...plan.loads.values()]),
    loads: loadsOf(t, planned),
    lacking: rows.filter((row) => row.lacking !== null),
    rows: full.slice(0, rowsShown),
    more: full.length > rowsShown ? t('reviews.panel.more', { count: full.length - rowsShown }) : null,
    form:
      plan.added.length + plan.dropped.length === 0
        ? null
        : {
            action: reviewPaths.assignEvenly(params),
            fingerprint: planned.fingerprint,
            rebalances: rebalances ? 'yes' : '',
            text: t('panels.plan.button', { count: plan.added.length }),
          },
    other: rebalances
      ? { href: reviewPaths.assignEvenly(params), text: t('panels.plan.keep') }
      : { href: `${reviewPaths.assignEvenly(params)}?rebalance=yes`, text: t('panels.plan.rebalance') },
  };
}

function evenness(t: Translate, loads: readonly number[]): string {
  if (loads.length === 0) return t('reviews.panel.empty');
  return t('panels.plan.even', { least: Math.min(...loads), most: Math.max(...loads) });
}

function loadsOf(t: Translate, { panelists, plan }: PlannedAssignment): PlanView['loads'] {
  return panelists.map((panelist) => {
    const { personId, name, assigned, mostFiles } = panelist;
    const after = plan.loads.get(personId) ?? assigned;
    const limit = mostFiles === null ? [] : [t('panels.plan.limit', { most: mostFiles })];
    return {
      name,
      before: String(assigned),
      added: after === assigned ? '0' : `${after > assigned ? '+' : '−'}${String(Math.abs(after - assigned))}`,
      after: String(after),
      note: [languagesText(t, panelist), ...limit].join(' · '),
    };
  });
}

/** The languages somebody reads, in the reader's words. */
export const languagesText = (t: Translate, { languages }: Pick<Panelist, 'languages'>): string =>
  languages.length === 0
    ? t('panels.languages.notSaid')
    : t('panels.languages.reads', {
        languages: formatList(
          t.locale,
          languages.map((code) => languageName(t, code)),
        ),
      });

/** A language by its name in the reader's language. */
export const languageName = (t: Translate, code: string): string =>
  new Intl.DisplayNames([t.locale], { type: 'language' }).of(code) ?? code;

function rowsOf(t: Translate, planned: PlannedAssignment): PlanRow[] {
  const added = groupBy(planned.plan.added, (pair) => pair.candidacyId);
  const dropped = groupBy(planned.plan.dropped, (pair) => pair.candidacyId);
  const names = new Map(planned.panelists.map((panelist) => [panelist.personId, panelist]));
  const touched = planned.files.filter(
    ({ candidacyId }) => added.has(candidacyId) || dropped.has(candidacyId) || planned.plan.lacking.has(candidacyId),
  );
  return touched.map((file) => {
    const lacking = planned.plan.lacking.get(file.candidacyId) ?? 0;
    const readers = (added.get(file.candidacyId) ?? []).flatMap(({ reviewerId }) => names.get(reviewerId) ?? []);
    const from = (dropped.get(file.candidacyId) ?? []).flatMap(({ reviewerId }) => names.get(reviewerId)?.name ?? []);
    return {
      href: reviewPaths.file({ id: file.candidacyId }),
      reference: file.reference,
      facts: `${t.loosely(`common.constituency.${file.constituency}`)} · ${languageName(t, file.locale)}`,
      readers: readers.map((reader) => ({ name: reader.name, why: whyOf(t, file, reader, planned) })),
      takenFrom: from.length === 0 ? null : t('panels.plan.takenFrom', { names: formatList(t.locale, from) }),
      lacking: lacking === 0 ? null : t('panels.plan.lacking', { count: lacking }),
      reasons: lacking === 0 ? [] : reasonsOf(t, file, planned, readers),
    };
  });
}

/** "least loaded (12), reads Spanish, no conflict" */
function whyOf(t: Translate, file: ReviewFile, reader: Panelist, { plan, toAssign }: PlannedAssignment): string {
  const isAvoided = toAssign.get(file.candidacyId)?.avoided.has(reader.personId) === true;
  const language = reader.languages.length > 0 && reads(reader, file.locale);
  return [
    t('panels.plan.why.load', { load: plan.loads.get(reader.personId) ?? 0 }),
    ...(language ? [t('panels.plan.why.language', { language: languageName(t, file.locale) })] : []),
    t(isAvoided ? 'panels.plan.why.hint' : 'panels.plan.why.noConflict'),
  ].join(', ');
}

/** Why nobody else can take a file: each reviewer who is not chosen, and what keeps them. */
const reasonsOf = (t: Translate, file: ReviewFile, { panelists, toAssign }: PlannedAssignment, chosen: readonly Panelist[]): string[] =>
  panelists
    .filter((panelist) => !chosen.includes(panelist))
    .map(({ personId, name }) => {
      const bar = toAssign.get(file.candidacyId)?.barred.get(personId) ?? 'full';
      return t('panels.plan.barred', { name, reason: t(`panels.bar.${bar}`) });
    });
