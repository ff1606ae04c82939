import { formatDate, formatShortMoment } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import type { TimelineEntry } from '../../history/timeline.views';
import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import {
  applicationPaths,
  deskPaths,
  toneOfCandidacy,
  type AnswerRow,
  type Candidacy,
  type EntryNote,
  type Submission,
  type Tone,
} from '../applications';
import { cyclePaths } from '../cycles';
import { guardianPaths, needsGuardian } from '../guardians';
import { releasePaths } from '../offers';
import { recordPaths } from './desk.paths';
import type { Pair } from './duplicate';
import { pairView, type PairView } from './duplicate.views';
import type { StaffLabel } from './label';
import type { StaffNote } from './note';
import type { DeskRecord } from './record.queries';

interface ShowApplicationView {
  readonly title: string;
  readonly reference: string;
  readonly kicker: string;
  readonly cycleHref: string;
  readonly language: string;
  readonly entered: string | null;
  readonly isChanging: boolean;
  /** Where staff note a guardian's consent on paper; null where no guardian is asked. */
  readonly guardianHref: string | null;
  /** Where staff put right what they typed; null where it is not theirs to change, or too late. */
  readonly correctionHref: string | null;
  /** The paper as it came; null for what came online. */
  readonly scans: { readonly href: string; readonly text: string } | null;
  readonly packetHref: string;
  readonly pairs: readonly PairView[];
  readonly files: readonly { readonly name: string; readonly href: string }[];
  /** One for each collaborative whose staff the reader is. */
  readonly desks: readonly {
    readonly slug: string;
    readonly name: string;
    readonly labels: readonly { readonly text: string; readonly tone: Tone }[];
    readonly addNote: string;
    readonly notes: readonly { readonly text: string; readonly by: string; readonly remove: string | null }[];
  }[];
  readonly choices: readonly {
    readonly slug: string;
    readonly name: string;
    readonly place: string;
    readonly tag: { readonly text: string; readonly tone: Tone };
    /** How it was decided; null until the letters are out. */
    readonly recordHref: string | null;
  }[];
  readonly answers: readonly (AnswerRow & { readonly href: null; readonly change: null })[];
  readonly submissions: readonly string[];
  readonly mails: readonly string[];
  readonly history: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'desk/show': ShowApplicationView;
  }
}

/** A letter as the page of a record shows it. */
export interface LetterLine {
  readonly subject: string;
  readonly status: string;
  readonly isOnPaper: boolean;
  readonly createdAt: string;
  readonly collaborativeId: string | null;
}

export interface ShowParts extends DeskRecord {
  readonly notes: readonly StaffNote[];
  readonly pairs: readonly Pair[];
  /** Collaboratives that have released their decisions. */
  readonly released: ReadonlySet<string>;
  readonly labelsOf: ReadonlyMap<string, readonly StaffLabel[]>;
  readonly actor: Actor;
  readonly submissions: readonly Submission[];
  readonly letters: readonly LetterLine[];
  readonly history: readonly TimelineEntry[];
  readonly enteredBy: string | null;
  readonly mayCorrect: boolean;
  /** How it reached whoever typed it. */
  readonly entry: EntryNote | undefined;
}

/** Whether this person may see what concerns one collaborative alone: its decision and its letters. */
const seesOf = (actor: Actor, collaborativeId: string | null): boolean =>
  collaborativeId === null || isAdministrator(actor) || isStaffOf(actor, collaborativeId);

/** More than this share a number of an office or a home, and say nothing. */
const mostAlike = 5;

/** An application as staff of a named collaborative see it; what other collaboratives decide is theirs. */
export function showApplicationView(t: Translate, parts: ShowParts): ShowApplicationView {
  const { actor, application, cycle } = parts;
  return {
    title: application.name,
    reference: application.reference,
    kicker: inLocale(cycle.name, t.locale),
    cycleHref: cyclePaths.show({ code: cycle.code }),
    language: languageName(t, application.locale),
    entered: enteredWords(t, parts),
    isChanging: application.pendingAnswers !== null,
    choices: parts.seen.map((candidacy) => choiceOf(t, parts, candidacy)),
    files: parts.files.map(({ id, name }) => ({ name, href: applicationPaths.file({ ref: application.reference, id, name }) })),
    desks: parts.seen.filter(({ collaborativeId }) => isStaffOf(actor, collaborativeId)).map((candidacy) => deskOf(t, parts, candidacy)),
    pairs: parts.pairs.slice(0, mostAlike).map((pair) => pairView(t, pair)),
    guardianHref: needsGuardian(application) ? guardianPaths.paper({ ref: application.reference }) : null,
    correctionHref: parts.mayCorrect ? deskPaths.correction({ ref: application.reference }) : null,
    scans: scansLink(t, parts),
    packetHref: recordPaths.packet({ ref: application.reference }),
    answers: parts.answers.map((row) => ({ ...row, href: null, change: null })),
    submissions: parts.submissions.map(({ number, submittedAt }) =>
      t('applications.status.sentAt', { number, moment: formatShortMoment(t, submittedAt) }),
    ),
    mails: parts.letters
      .filter(({ collaborativeId }) => seesOf(actor, collaborativeId))
      .map((letter) => t('desk.mailRow', { subject: letter.subject, state: letterState(t, letter) })),
    history: parts.history,
  };
}

/** Paper comes with what staff typed, and with the consent of a guardian. */
function scansLink(t: Translate, { application, scans }: ShowParts): ShowApplicationView['scans'] {
  if (scans === 0 && application.enteredBy === null && !needsGuardian(application)) return null;
  return { href: deskPaths.scans({ ref: application.reference }), text: t('desk.scans', { count: scans }) };
}

const letterState = (t: Translate, { status, isOnPaper }: LetterLine): string =>
  t.loosely(isOnPaper ? `desk.paperState.${status}` : `desk.mailState.${status}`);

function enteredWords(t: Translate, { enteredBy: name, entry }: ShowParts): string | null {
  if (name === null) return null;
  if (entry === undefined) return t('desk.enteredBy', { name });
  return t('desk.enteredFrom', { way: t(`applications.entry.ways.${entry.way}`), day: formatDate(t.locale, entry.receivedOn), name });
}

function deskOf(t: Translate, parts: ShowParts, { id, collaborativeId }: Candidacy) {
  const collaborative = parts.collaboratives.find((one) => one.id === collaborativeId);
  const { reference: ref } = parts.application;
  const slug = collaborative?.slug ?? '';
  return {
    slug,
    name: collaborative === undefined ? '' : inLocale(collaborative.area, t.locale),
    labels: (parts.labelsOf.get(id) ?? []).map(({ name, tone }) => ({ text: name, tone })),
    addNote: recordPaths.notes({ ref, slug }),
    notes: parts.notes
      .filter(({ candidacyId }) => candidacyId === id)
      .map((note) => ({
        text: note.text,
        by: t('desk.notes.by', { name: note.authorName, moment: formatShortMoment(t, note.writtenAt) }),
        remove: note.authorId === parts.actor.id ? recordPaths.noteRemoval({ ref, id: note.id }) : null,
      })),
  };
}

function choiceOf(t: Translate, parts: ShowParts, candidacy: Candidacy) {
  const { collaborativeId, preference, status } = candidacy;
  const collaborative = parts.collaboratives.find(({ id }) => id === collaborativeId);
  const slug = collaborative?.slug ?? '';
  return {
    slug,
    name: collaborative === undefined ? '' : inLocale(collaborative.area, t.locale),
    place: t.loosely(`desk.choices.${preference}`),
    tag: { text: t(`applications.candidacy.${status}`), tone: toneOfCandidacy[status] },
    recordHref: hasRecord(parts, candidacy) ? releasePaths.personRecord({ code: parts.cycle.code, slug, id: candidacy.id }) : null,
  };
}

/** Whether the record of decisions says something of a choice to this reader: never of their own application. */
const hasRecord = ({ released, application, actor }: ShowParts, { collaborativeId, isReviewed }: Candidacy): boolean =>
  isReviewed && released.has(collaborativeId) && (application.personId === null || application.personId !== actor.id);
