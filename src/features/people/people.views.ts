import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, type ChoiceView, type FormState } from '../../web/form-view';
import { accountPaths } from '../accounts';
import type { Collaborative } from '../collaboratives';
import { membershipPaths } from '../membership';
import { differing, usualChoice, type MergeBlock, type PersonFields } from './merge';
import { peoplePaths } from './people.paths';
import type { Namesake, PersonRecord } from './people.queries';
import type { Seen } from './sight';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

interface Row {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

export interface PersonRecordView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly width: 'wide';
  readonly breadcrumbs: readonly Crumb[];
  readonly facts: readonly Row[];
  readonly terms: readonly { readonly href: string; readonly text: string; readonly line: string }[];
  readonly seen: readonly { readonly place: string; readonly what: string }[];
  readonly sent: readonly { readonly subject: string; readonly line: string }[];
  readonly namesakes: readonly { readonly name: string; readonly href: string; readonly label: string }[];
}

export interface MergeView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly blocks: readonly string[];
  readonly action: string;
  readonly keptVersion: string;
  readonly goneVersion: string;
  readonly fields: readonly ChoiceView[];
}

declare module '../../web/render' {
  interface Views {
    'people/record': PersonRecordView;
    'people/merge': MergeView;
  }
}

const row = (label: string, value: string): Row => ({ label, value, href: null, change: null });

interface Around {
  readonly seen: readonly Seen[];
  readonly collaboratives: readonly Collaborative[];
  readonly namesakes: readonly Namesake[];
}

/** A person's seats, sign-ins, mails and letters, what they can see, and records that may be theirs too. */
export function personRecordView(t: Translate, record: PersonRecord, { seen, collaboratives, namesakes }: Around): PersonRecordView {
  const { id, lastSignInAt, sessions } = record;
  const nameOf = (collaborativeId: string) => {
    const found = collaboratives.find((one) => one.id === collaborativeId);
    return found === undefined ? '' : inLocale(found.area, t.locale);
  };
  return {
    title: t('people.record.title', { name: record.name }),
    unlisted: true,
    width: 'wide',
    breadcrumbs: [
      { text: t('accounts.people.title'), href: accountPaths.people() },
      { text: record.name, href: accountPaths.person({ id }) },
    ],
    facts: [
      row(t('people.record.lastSignIn'), lastSignInAt === null ? t('people.record.never') : formatShortMoment(t, lastSignInAt)),
      row(t('people.record.sessions'), String(sessions)),
    ],
    terms: record.terms.map((term) => termLine(t, term)),
    seen: seen
      .filter(({ names }) => names.length > 0)
      .map(({ collaborativeId, names }) => ({
        place: nameOf(collaborativeId),
        what: names.map((name) => t(`people.sights.${name}`)).join(' · '),
      })),
    sent: sentLines(t, record),
    namesakes: namesakes.map((other) => ({
      name: other.email === null ? other.name : `${other.name} (${other.email})`,
      href: peoplePaths.merge({ id, other: other.id }),
      label: t('people.record.join', { name: other.name }),
    })),
  };
}

const termLine = (t: Translate, term: PersonRecord['terms'][number]): PersonRecordView['terms'][number] => ({
  href: membershipPaths.membership({ id: term.id }),
  text: `${inLocale(term.collaborative, t.locale)} · ${term.seat}`,
  line: t('people.record.term', {
    status: t(`membership.status.${term.status}`),
    from: formatDate(t.locale, term.from, 'shortDate'),
    to: formatDate(t.locale, term.to, 'shortDate'),
  }),
});

/** Mails and letters together, newest first; what the mail server said stands with a mail that failed. */
function sentLines(t: Translate, { mails, letters }: PersonRecord): PersonRecordView['sent'] {
  const lines = [
    ...mails.map(({ subject, status, problem, at }) => {
      const state = problem === null ? status : `${status}: ${problem}`;
      return { at, subject, line: t('people.record.mail', { state, at: formatShortMoment(t, at) }) };
    }),
    ...letters.map(({ subject, status, at }) => ({
      at,
      subject,
      line: t('people.record.letter', { state: status, at: formatShortMoment(t, at) }),
    })),
  ];
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

interface Two {
  readonly kept: PersonFields & { readonly version: number };
  readonly gone: PersonFields & { readonly version: number };
  readonly ids: { readonly kept: string; readonly gone: string };
  readonly blocks: readonly MergeBlock[];
  readonly form: FormState;
}

/** Two records side by side: what differs is chosen field by field. */
export function mergeView(t: Translate, { kept, gone, ids, blocks, form }: Two): MergeView {
  return {
    title: t('people.merge.title', { name: kept.name ?? '' }),
    unlisted: true,
    breadcrumbs: [
      { text: t('accounts.people.title'), href: accountPaths.people() },
      { text: t('people.record.title', { name: kept.name ?? '' }), href: peoplePaths.record({ id: ids.kept }) },
    ],
    blocks: blocks.map((block) => t(`people.blocks.${block}`)),
    action: peoplePaths.merge({ id: ids.kept, other: ids.gone }),
    keptVersion: String(kept.version),
    goneVersion: String(gone.version),
    fields: differing(kept, gone).map((name) =>
      choiceView(
        t,
        { raw: { [name]: usualChoice(kept, gone, name), ...form.raw }, errors: form.errors },
        name,
        t(`people.fields.${name}`),
        [
          ['kept', kept[name] === null || kept[name] === '' ? t('common.none') : kept[name]],
          ['gone', gone[name] === null || gone[name] === '' ? t('common.none') : gone[name]],
        ],
      ),
    ),
  };
}
