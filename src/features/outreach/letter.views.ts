import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { TimelineEntry } from '../../history/timeline.views';
import type { Instant } from '../../lib/time';
import type { PageModel } from '../../web/render';
import { phoneLink, type Collaborative } from '../collaboratives';
import { letterMachine, type Letter } from './letter';
import { letterPaths } from './letter.paths';
import type { LetterSheet } from './letter-sheet.views';
import { letterPlace, letterState, letterTag, type Tag } from './letter-state.views';

interface RunView extends PageModel {
  readonly lead: string;
  readonly back: string;
  readonly post: string | null;
  readonly sheets: readonly LetterSheet[];
}

interface LetterView extends PageModel {
  readonly back: string;
  readonly tag: Tag;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: string | null }[];
  readonly warning: string | null;
  readonly print: { readonly action: string; readonly id: string; readonly text: string } | null;
  readonly action: string;
  readonly steps: readonly { readonly event: string; readonly text: string }[];
  readonly sheet: LetterSheet;
  readonly history: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'outreach/letter-run': RunView;
    'outreach/letter': LetterView;
  }
}

/** A run of the printer: each letter on a page of its own. */
export function runView(
  t: Translate,
  collaborative: Collaborative,
  run: { readonly id: string; readonly letters: readonly Letter[]; readonly sheets: readonly LetterSheet[] },
): RunView {
  const { slug } = collaborative;
  const [first] = run.letters;
  const isOpen = run.letters.some(({ status }) => status === 'printed');
  return {
    ...letterPlace(t, collaborative),
    title: t('outreach.letters.runTitle', { count: run.letters.length }),
    lead: t('outreach.letters.runLead', {
      moment: formatMoment(t, first?.printedAt ?? ''),
      name: first?.printedBy ?? t('history.erased'),
    }),
    back: letterPaths.list({ slug }),
    post: isOpen ? letterPaths.postRun({ slug, run: run.id }) : null,
    sheets: run.sheets,
  };
}

const stepsShown = ['post', 'tell', 'drop', 'reopen'] as const;

interface Shown {
  readonly collaborative: Collaborative;
  readonly letter: Letter;
  readonly sheet: LetterSheet;
  readonly history: readonly TimelineEntry[];
  readonly now: Instant;
}

/** One letter: where it stands, what can be done with it, and how it reads. */
export function letterView(t: Translate, { collaborative, letter, now, sheet, history }: Shown): LetterView {
  const at = { slug: collaborative.slug, id: letter.id };
  return {
    ...letterPlace(t, collaborative),
    title: t('outreach.letters.showTitle', { name: letter.toName }),
    back: letterPaths.list({ slug: at.slug }),
    tag: letterTag(t, letter, now),
    facts: factsOf(t, letter),
    warning: letter.status === 'printed' ? t('outreach.letters.again') : null,
    print: printButton(t, letter, at.slug),
    action: letterPaths.step(at),
    steps: stepsShown
      .filter((event) => letterMachine.can(letter.status, event))
      .map((event) => ({ event, text: t(`outreach.letters.steps.${event}`) })),
    sheet,
    history,
  };
}

function factsOf(t: Translate, letter: Letter): LetterView['facts'] {
  const phone = letter.phone === '' ? { text: t('outreach.letters.none'), href: null } : phoneLink(letter.phone);
  const state = letterState(t, letter);
  return [
    { label: t('outreach.letters.subject'), value: letter.subject, href: null },
    { label: t('outreach.letters.language'), value: t.loosely(`common.language.${letter.locale}`), href: null },
    { label: t('outreach.letters.phone'), value: phone.text, href: phone.href },
    ...(state === '' ? [] : [{ label: t('outreach.letters.state'), value: state, href: null }]),
  ];
}

function printButton(t: Translate, { id, status, prints }: Letter, slug: string): LetterView['print'] {
  if (!letterMachine.can(status, 'print')) return null;
  return { action: letterPaths.print({ slug }), id, text: t(prints === 0 ? 'outreach.letters.print' : 'outreach.letters.printAgain') };
}
