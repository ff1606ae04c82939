import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { meetingPaths, meetingTitle, type Meeting } from '../meetings';
import type { BodyStanding } from './approval';
import { correctionView, type CorrectionView } from './correction.views';
import type { NamedCorrection } from './correction.queries';
import { documentView, type DocumentView } from './document.views';
import type { Minutes } from './minutes';
import { minutesPaths } from './minutes.paths';
import { minutesPolicy } from './minutes.policy';
import { shownIn, type TranslatedText } from '../translated-texts';
import { inTranslation, minutesPassages } from './translated-minutes';
import { standingVersion, type MinutesVersion } from './version';
import { versionLinks, versionState } from './version.views';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface ShowView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly description: string;
  readonly errorSummary: ErrorSummary | null;
  readonly breadcrumbs: readonly Link[];
  readonly kicker: string;
  readonly lede: string;
  readonly document: DocumentView;
  /** Says that what is read is a translation; null for the words as they were written. */
  readonly translation: { readonly tone: 'info' | 'warning'; readonly text: string } | null;
  readonly json: string;
  readonly pdf: string;
  readonly desk: string | null;
  readonly corrections: readonly CorrectionView[];
  /** The wordings this reader may open; null while there is one. */
  readonly versions: { readonly links: readonly Link[]; readonly compare: string } | null;
  readonly correct: { readonly action: string; readonly text: FieldView } | null;
}

declare module '../../web/render' {
  interface Views {
    'minutes/show': ShowView;
  }
}

export interface ShowParts {
  readonly t: Translate;
  readonly actor: Actor;
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly minutes: Minutes;
  /** How each body that met stands to the minutes: to the words first approved, or to the newest while none are. */
  readonly approvals: readonly BodyStanding[];
  readonly versions: readonly MinutesVersion[];
  /** The wording to show; undefined where none was kept. */
  readonly shown: MinutesVersion | undefined;
  /** The same to the correction shown; empty for any other wording. */
  readonly corrected: readonly BodyStanding[];
  readonly corrections: readonly NamedCorrection[];
  /** The translations of the wording that stands. */
  readonly translated: readonly TranslatedText[];
  readonly form: FormState;
}

/** The public page of minutes. Drafts say so in the title, the description and on the page. */
export function showMinutesView(parts: ShowParts): ShowView {
  const { t, actor, meeting, collaborative, minutes, versions, form } = parts;
  const { id } = meeting;
  const { document, isApproved, translation } = minutesDocument(parts);
  const lede = t('minutes.show.of', { title: meetingTitle(meeting, t.locale), date: formatDay(t.locale, meeting.startsAt) });
  return {
    title: isApproved ? t('minutes.show.title') : t('minutes.show.draftTitle'),
    district: collaborative.slug,
    unlisted: minutes.status === 'drafted',
    description: `${document.state.text} ${lede}`,
    errorSummary: errorSummary(t, form.errors),
    breadcrumbs: [
      { text: inLocale(collaborative.name, t.locale), href: `/${collaborative.slug}` },
      { text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id }) },
    ],
    kicker: inLocale(collaborative.name, t.locale),
    lede,
    document,
    translation,
    json: minutesPaths.json({ id }),
    pdf: withQuery(minutesPaths.pdf({ id }), pdfQuery(parts)),
    desk: minutesPolicy.write(actor, meeting).allowed ? minutesPaths.desk({ id }) : null,
    versions: versionLinks(t, id, versions),
    corrections: minutesPolicy.correct(actor, meeting).allowed ? parts.corrections.map((one) => correctionView(t, one)) : [],
    correct: correctForm(parts),
  };
}

/** What the words of minutes are made from. */
export type DocumentParts = Omit<ShowParts, 'actor' | 'corrections' | 'form'>;

/** The minutes as anyone reads them, whether they are approved, and whether they are read in translation. */
export const minutesDocument = (parts: DocumentParts) => ({
  document: documentOf(parts),
  isApproved: isApproved(parts),
  translation: translationOf(parts),
});

const isApproved = ({ minutes, shown }: DocumentParts): boolean =>
  minutes.status === 'approved' && (shown === undefined || shown.stage === 'approved' || shown.stage === 'corrected');

/** The file has the language of the page, and the wording where it is not the one that stands. */
const pdfQuery = ({ t, versions, shown }: ShowParts): Record<string, string> => ({
  lang: t.locale,
  ...(shown === undefined || shown === standingVersion(versions) ? {} : { version: String(shown.number) }),
});

/** The wording chosen, with what must be said of it. */
function documentOf(parts: DocumentParts): DocumentView {
  const { t, minutes, approvals, versions, shown, corrected } = parts;
  const document = documentView(t, { ...minutes, text: inTranslation(wordsOf(parts), translationsOf(parts), t.locale) }, approvals);
  return { ...document, state: versionState(t, { versions, shown, approvals: corrected }) ?? document.state };
}

const wordsOf = ({ minutes, shown }: DocumentParts): Minutes['text'] => shown?.text ?? minutes.text;

/** Only the wording that stands is shown in translation; earlier ones read as they were written. */
const translationsOf = ({ versions, shown, translated }: DocumentParts): readonly TranslatedText[] =>
  shown === standingVersion(versions) ? translated : [];

function translationOf(parts: DocumentParts): ShowView['translation'] {
  const { t, minutes } = parts;
  const passages = minutesPassages(minutes.record.items, wordsOf(parts));
  const standing = shownIn(passages, translationsOf(parts), t.locale);
  if (standing === 'none') return null;
  const isOlder = standing === 'older';
  return { tone: isOlder ? 'warning' : 'info', text: t(isOlder ? 'translations.shown.minutesOlder' : 'translations.shown.minutes') };
}

function correctForm({ t, actor, meeting, minutes, form }: ShowParts): ShowView['correct'] {
  if (minutes.status !== 'circulated' || !minutesPolicy.correct(actor, meeting).allowed) return null;
  return {
    action: minutesPaths.correction({ id: meeting.id }),
    text: fieldView(t, form, 'correction', t('minutes.correction.text'), { type: 'textarea', rows: 4 }),
  };
}

type DataParts = Pick<ShowParts, 'minutes' | 'approvals' | 'versions' | 'shown'>;

/** The wording that stands as data; `status` and `notice` come first, and corrections say when and why. */
export function minutesData(t: Translate, { minutes, approvals, versions, shown }: DataParts): Readonly<Record<string, unknown>> {
  const { record, circulatedAt, approvedAt } = minutes;
  const isDraft = minutes.status !== 'approved';
  return {
    status: isDraft ? 'DRAFT' : 'APPROVED',
    notice: documentView(t, minutes, approvals).state.text,
    circulatedAt,
    approvedAt,
    approvedBy: approvals.flatMap(({ area, given }) =>
      given === undefined
        ? []
        : [{ body: area.en, meeting: given.approval.meetingId, motion: given.approval.motion, at: given.approvedAt }],
    ),
    corrections: versions
      .filter(({ stage }) => stage === 'corrected')
      .map(({ number, reason, approvedAt: at }) => ({ version: number, reason, approvedAt: at })),
    record,
    text: shown?.text ?? minutes.text,
  };
}
