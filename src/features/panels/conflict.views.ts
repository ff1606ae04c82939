import { formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { reviewPaths } from '../reviews';
import { verdictKey } from './bars';
import { conflictsBetween, keepsAway, type ConflictGround } from './conflict';
import type { Panelist, ReviewFile } from './file';
import type { Finding } from './finding.queries';
import { panelPaths } from './panel.paths';

interface SuggestionRow {
  readonly key: string;
  readonly href: string;
  readonly applicant: string;
  readonly reference: string;
  readonly reviewer: string;
  readonly why: string;
  readonly weight: string;
  readonly candidacyId: string;
  readonly reviewerId: string;
  readonly before: string;
  readonly words: string;
  readonly decided: string | null;
}

interface ConflictsView extends PageModel {
  readonly back: string;
  readonly kicker: string;
  readonly action: string;
  readonly open: readonly SuggestionRow[];
  readonly more: string | null;
  readonly decided: readonly SuggestionRow[];
}

declare module '../../web/render' {
  interface Views {
    'panels/conflicts': ConflictsView;
  }
}

const rowsShown = 60;

interface ConflictFacts {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly files: readonly ReviewFile[];
  readonly panelists: readonly Panelist[];
  readonly findings: ReadonlyMap<string, Finding>;
}

/** Conflicts that reviewers have not declared on a file, for staff to confirm or dismiss with a word. */
export function conflictsView(t: Translate, facts: ConflictFacts, state: FormState): ConflictsView {
  const { cycle, collaborative, files, panelists, findings } = facts;
  const params = { code: cycle.code, slug: collaborative.slug };
  const pairs = files.flatMap((file) =>
    panelists.map((panelist) => ({ file, panelist, grounds: conflictsBetween(file.party, panelist.party) })),
  );
  const suggested = pairs.filter(({ grounds }) => grounds.length > 0 && !grounds.includes('self'));
  const rows = suggested.map((pair) => suggestionRow(t, pair, { findings, raw: state.raw }));
  const open = rows.filter(({ decided }) => decided === null).sort((a, b) => (a.weight === b.weight ? 0 : a.weight === strong(t) ? -1 : 1));
  return {
    title: t('panels.conflicts.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    back: reviewPaths.panel(params),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    action: panelPaths.verdict(params),
    open: open.slice(0, rowsShown),
    more: open.length > rowsShown ? t('reviews.panel.more', { count: open.length - rowsShown }) : null,
    decided: rows.filter(({ decided }) => decided !== null),
  };
}

/** The grounds in the reader's words. */
export const groundsText = (t: Translate, grounds: readonly ConflictGround[]): string =>
  formatList(
    t.locale,
    grounds.map((ground) => t(`reviews.conflict.${ground}`)),
  );

const strong = (t: Translate): string => t('panels.conflicts.strong');

interface Pair {
  readonly file: ReviewFile;
  readonly panelist: Panelist;
  readonly grounds: readonly ConflictGround[];
}

function suggestionRow(
  t: Translate,
  { file, panelist, grounds }: Pair,
  { findings, raw }: { findings: ReadonlyMap<string, Finding>; raw: FormState['raw'] },
): SuggestionRow {
  const key = verdictKey(file.candidacyId, panelist.personId);
  const finding = findings.get(key);
  const wasSent = raw['candidacy'] === file.candidacyId && raw['reviewer'] === panelist.personId;
  return {
    key: key.replace(' ', '-'),
    href: reviewPaths.file({ id: file.candidacyId }),
    applicant: file.party.name,
    reference: file.reference,
    reviewer: panelist.name,
    why: groundsText(t, grounds),
    weight: keepsAway(grounds) ? strong(t) : t('panels.conflicts.hint'),
    candidacyId: file.candidacyId,
    reviewerId: panelist.personId,
    before: finding?.verdict ?? '',
    words: wasSent && typeof raw['words'] === 'string' ? raw['words'] : '',
    decided: finding === undefined ? null : t(`panels.conflicts.${finding.verdict}`, { words: finding.words }),
  };
}
