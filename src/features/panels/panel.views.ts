import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { hasReadGuide, mayAssignIn, mixText, panelKinds, reviewPaths, type PanelMix } from '../reviews';
import type { Panelist, ReviewFile } from './file';
import { mostField, noteField } from './panelist-fields';
import { panelPaths } from './panel.paths';
import { languagesText } from './plan.views';

interface PanelRow {
  readonly name: string;
  readonly kind: string;
  readonly done: string;
  readonly recused: string;
  readonly hasRead: { readonly text: string; readonly tone: string };
  readonly note: string;
  readonly limits: { readonly action: string; readonly most: FieldView; readonly note: FieldView; readonly isOpen: boolean };
  readonly id: string;
  readonly removal: { readonly action: string; readonly hint: string };
}

export interface PanelView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly mix: string;
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly members: readonly PanelRow[];
  readonly assignment: { readonly href: string; readonly text: string } | null;
  readonly openFiles: readonly { readonly href: string; readonly name: string; readonly reference: string; readonly state: string }[];
  readonly moreFiles: string | null;
  readonly form: { readonly action: string; readonly name: FieldView; readonly email: FieldView; readonly kind: ChoiceView };
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

declare module '../../web/render' {
  interface Views {
    'panels/panel': PanelView;
  }
}

const filesShown = 50;

interface PanelFacts {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly panelists: readonly Panelist[];
  readonly files: readonly ReviewFile[];
  readonly mix: PanelMix;
}

/** The panel of a collaborative for its staff: who reads, how far they are, and which files lack readers. */
export function panelView(t: Translate, facts: PanelFacts, state: FormState): PanelView {
  const { cycle, collaborative, panelists, files } = facts;
  const minimum = collaborative.settings.minimumReviews;
  const params = { code: cycle.code, slug: collaborative.slug };
  const lacking = files.filter((file) => liveReviews(file).length < minimum);
  return {
    title: t('reviews.panel.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    lead: t('reviews.panel.lead', { count: minimum }),
    mix: mixText(t, facts.mix),
    stats: statsOf(t, files, minimum),
    members: panelists.map((panelist) => memberRow(t, panelist, { params, state })),
    assignment:
      lacking.length > 0 && panelists.length > 0 && mayAssignIn(cycle.status)
        ? { href: reviewPaths.assignEvenly(params), text: t('reviews.panel.assign', { count: lacking.length }) }
        : null,
    openFiles: lacking.slice(0, filesShown).map((file) => ({
      href: reviewPaths.file({ id: file.candidacyId }),
      name: file.party.name,
      reference: file.reference,
      state: t('reviews.panel.has', { has: liveReviews(file).length, needs: minimum }),
    })),
    moreFiles: lacking.length > filesShown ? t('reviews.panel.more', { count: lacking.length - filesShown }) : null,
    form: panelForm(t, state, reviewPaths.addMember(params)),
    links: [
      { href: panelPaths.conflicts(params), text: t('panels.conflicts.title') },
      { href: panelPaths.report(params), text: t('panels.report.title') },
      { href: `/staff/cycles/${cycle.code}/${collaborative.slug}/applications`, text: t('reviews.panel.applications') },
      { href: `/staff/cycles/${cycle.code}/${collaborative.slug}/slate`, text: t('reviews.panel.slate') },
    ],
  };
}

const panelForm = (t: Translate, state: FormState, action: string): PanelView['form'] => ({
  action,
  name: fieldView(t, state, 'name', t('reviews.panel.name'), { autocomplete: 'off' }),
  email: fieldView(t, state, 'email', t('reviews.panel.email'), { type: 'email', hint: t('reviews.panel.emailHint') }),
  kind: choiceView(
    t,
    state,
    'kind',
    t('reviews.panel.kindOf'),
    panelKinds.map((kind) => [kind, t(`reviews.kind.${kind}`)] as const),
  ),
});

const liveReviews = (file: ReviewFile) => file.reviews.filter((review) => review.status !== 'recused');

const completeReviews = (file: ReviewFile) => file.reviews.filter((review) => review.status === 'complete');

function statsOf(t: Translate, files: readonly ReviewFile[], minimum: number): PanelView['stats'] {
  const count = (claim: (file: ReviewFile) => boolean): string => String(files.filter(claim).length);
  return [
    { number: String(files.length), label: t('reviews.panel.stats.files') },
    { number: count((file) => liveReviews(file).length < minimum), label: t('reviews.panel.stats.lacking') },
    { number: count((file) => completeReviews(file).length >= minimum), label: t('reviews.panel.stats.covered') },
  ];
}

function memberRow(
  t: Translate,
  panelist: Panelist,
  { params, state }: { params: { code: string; slug: string }; state: FormState },
): PanelRow {
  const { personId: id } = panelist;
  const open = panelist.assigned - panelist.complete;
  const away = panelist.absences.map(({ fromOn, toOn }) =>
    t('panels.member.away', { from: formatDate(t.locale, fromOn), to: formatDate(t.locale, toOn) }),
  );
  return {
    id,
    name: panelist.name,
    kind: t(`reviews.kind.${panelist.kind}`),
    done: t('reviews.panel.done', { done: panelist.complete, all: panelist.assigned }),
    recused: String(panelist.recused),
    hasRead: hasReadGuide(panelist)
      ? { text: t('reviews.panel.hasRead'), tone: 'success' }
      : { text: t('reviews.panel.notYet'), tone: 'warning' },
    note: [languagesText(t, panelist), ...away].join(' · '),
    limits: limitsForm(t, panelist, { state, action: panelPaths.limits({ ...params, id }) }),
    removal: { action: reviewPaths.removeMember({ ...params, id }), hint: t('panels.member.removeHint', { count: open }) },
  };
}

/** The limits as they stand, or as they were sent and not taken. */
function limitsForm(
  t: Translate,
  { personId, mostFiles, note }: Panelist,
  { state, action }: { state: FormState; action: string },
): PanelRow['limits'] {
  const [mostName, noteName] = [mostField(personId), noteField(personId)];
  const isOpen = state.raw[mostName] !== undefined;
  const shown = isOpen ? state : { errors: {}, raw: { [mostName]: mostFiles === null ? '' : String(mostFiles), [noteName]: note } };
  return {
    action,
    isOpen,
    most: fieldView(t, shown, mostName, t('panels.member.most'), { inputmode: 'numeric', narrow: true, required: false }),
    note: fieldView(t, shown, noteName, t('panels.member.note'), { required: false }),
  };
}
