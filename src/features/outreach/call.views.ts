import { formatMoment, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { phoneLink, type Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { callOutcomes, isForLater, type ToCall } from './call';
import { callPaths } from './call.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface PersonLine {
  readonly href: string;
  readonly name: string;
  readonly phone: { readonly text: string; readonly href: string | null };
  readonly facts: string;
  readonly answerBy: string;
  readonly last: string | null;
  readonly tag: { readonly text: string; readonly tone: string } | null;
}

interface CallsView extends PageModel {
  readonly lead: string;
  readonly scripts: readonly { readonly lang: string; readonly title: string; readonly lines: readonly string[] }[];
  readonly people: readonly PersonLine[];
  readonly callers: string | null;
}

interface CallView extends PageModel {
  readonly back: string;
  readonly person: PersonLine;
  readonly script: { readonly lang: string; readonly lines: readonly string[] };
  readonly log: { readonly action: string; readonly outcome: ChoiceView; readonly fields: readonly FieldView[] };
  readonly answer: { readonly action: string; readonly choice: ChoiceView; readonly fields: readonly FieldView[] };
}

interface CallPlacesView extends PageModel {
  readonly places: readonly Link[];
}

declare module '../../web/render' {
  interface Views {
    'outreach/calls': CallsView;
    'outreach/call': CallView;
    'outreach/call-places': CallPlacesView;
  }
}

export interface Calling {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly now: Instant;
}

const at = ({ cycle, collaborative }: Calling) => ({ code: cycle.code, slug: collaborative.slug });

/** What the pages of calls have in common. */
export const callShared = (t: Translate, { collaborative }: Pick<Calling, 'collaborative'>) => ({
  district: collaborative.slug,
  unlisted: true,
  breadcrumbs: [
    { text: t('layout.home'), href: '/' },
    { text: t('staff.title'), href: '/staff' },
    { text: inLocale(collaborative.area, t.locale), href: `/${collaborative.slug}` },
  ],
});

/** Whom to phone, those without e-mail first; printable. */
export const callsView = (
  t: Translate,
  calling: Calling,
  { people, sides, mayChoose }: { people: readonly ToCall[]; sides: readonly Translate[]; mayChoose: boolean },
): CallsView => ({
  ...callShared(t, calling),
  title: t('outreach.calls.title', { area: inLocale(calling.collaborative.area, t.locale) }),
  lead: t('outreach.calls.lead'),
  scripts: sides.map((side) => ({ lang: side.locale, title: side('outreach.calls.script'), lines: scriptOf(side, calling, null) })),
  people: people.map((person) => lineOf(t, calling, person)),
  callers: mayChoose ? callPaths.callers(at(calling)) : null,
});

/** What to say, in one language; with the name and the day of one person, or with gaps. */
function scriptOf(t: Translate, { collaborative }: Calling, person: ToCall | null): string[] {
  const name = person?.name ?? '____';
  const by = person === null ? '____' : formatMoment(t, person.answerBy);
  const body = inLocale(collaborative.name, t.locale);
  return [
    t('outreach.calls.hello', { body, name }),
    t('outreach.calls.offer', { body, by }),
    t('outreach.calls.repeat', { name }),
    t('outreach.calls.nobody', { phone: phoneLink(collaborative.contactPhone).text }),
  ];
}

function lineOf(t: Translate, calling: Calling, person: ToCall): PersonLine {
  const best = person.bestTime === '' ? [] : [t('outreach.calls.best', { time: person.bestTime })];
  return {
    href: callPaths.show({ ...at(calling), offer: person.offerId }),
    name: person.name,
    phone: person.phone === '' ? { text: t('outreach.calls.noPhone'), href: null } : phoneLink(person.phone),
    facts: [t.loosely(`common.language.${person.locale}`), ...best].join(' · '),
    answerBy: t('outreach.calls.by', { moment: formatMoment(t, person.answerBy) }),
    last: lastWords(t, person),
    tag: tagOf(t, person, calling.now),
  };
}

function tagOf(t: Translate, person: ToCall, now: Instant): PersonLine['tag'] {
  if (isForLater(person, now)) return { text: t('outreach.calls.later'), tone: 'neutral' };
  return person.hasEmail ? null : { text: t('outreach.calls.noMail'), tone: 'warning' };
}

function lastWords(t: Translate, { lastCall, calls }: ToCall): string | null {
  if (lastCall === null) return null;
  const { outcome, at: moment, by, againAt } = lastCall;
  const said = t('outreach.calls.last', {
    count: calls,
    outcome: t(`outreach.calls.outcomes.${outcome}`),
    moment: formatShortMoment(t, moment),
    name: by ?? t('history.erased'),
  });
  return againAt === null ? said : `${said} ${t('outreach.calls.again', { moment: formatShortMoment(t, againAt) })}`;
}

/** One person to phone: what to say in their language, how the call ended, and what they answered. */
export function callView(t: Translate, calling: Calling, person: ToCall, { state, side }: { state: FormState; side: Translate }): CallView {
  const place = { ...at(calling), offer: person.offerId };
  return {
    ...callShared(t, calling),
    title: t('outreach.calls.one', { name: person.name }),
    errorSummary: errorSummary(t, state.errors),
    back: callPaths.list(at(calling)),
    person: lineOf(t, calling, person),
    script: { lang: side.locale, lines: scriptOf(side, calling, person) },
    log: {
      action: callPaths.log(place),
      outcome: choiceView(
        t,
        state,
        'outcome',
        t('outreach.calls.ended'),
        callOutcomes.map((outcome) => [outcome, t(`outreach.calls.outcomes.${outcome}`)]),
      ),
      fields: [
        fieldView(t, state, 'again_on', t('outreach.calls.againOn'), { type: 'date', required: false }),
        fieldView(t, state, 'again_at', t('outreach.calls.againAt'), { type: 'time', required: false }),
      ],
    },
    answer: {
      action: callPaths.answer(place),
      choice: choiceView(t, state, 'answer', t('outreach.calls.says'), [
        ['yes', t('outreach.calls.yes')],
        ['no', t('outreach.calls.no')],
      ]),
      fields: [
        fieldView(t, state, 'said_name', t('outreach.calls.saidName'), { hint: t('outreach.calls.saidHint'), autocomplete: 'off' }),
        fieldView(t, state, 'reason', t('outreach.calls.reason'), { required: false, autocomplete: 'off' }),
      ],
    },
  };
}

/** The places in which somebody is caller. */
export const callPlacesView = (
  t: Translate,
  places: readonly { readonly code: string; readonly slug: string; readonly name: Cycle['name']; readonly area: Cycle['name'] }[],
): CallPlacesView => ({
  title: t('outreach.calls.mine'),
  unlisted: true,
  breadcrumbs: [
    { text: t('layout.home'), href: '/' },
    { text: t('staff.title'), href: '/staff' },
  ],
  places: places.map(({ code, slug, name, area }) => ({
    text: t('outreach.calls.place', { area: inLocale(area, t.locale), cycle: inLocale(name, t.locale) }),
    href: callPaths.list({ code, slug }),
  })),
});
