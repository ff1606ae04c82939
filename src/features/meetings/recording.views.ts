import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { meetingTitle, type Meeting } from './meeting';
import { meetingPaths } from './meeting.paths';
import { recordingLanguages, takesRecordings, type Recording } from './recording';
import { siteOf } from '../../lib/link';
import type { NamedRecording } from './recording.queries';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** A recording as anyone reads it. */
export interface RecordingView {
  readonly recording: Link;
  /** Null: no captions yet. */
  readonly captions: Link | null;
  readonly transcript: Link | null;
}

interface ManagedRecording {
  readonly shown: RecordingView;
  readonly added: string;
  readonly change: Link;
  readonly removal: string;
  readonly name: string;
}

interface RecordingsView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly kicker: string;
  /** Said while a recording has no captions. */
  readonly missing: string | null;
  readonly recordings: readonly ManagedRecording[];
  readonly form: {
    readonly title: string;
    readonly action: string;
    readonly key: string;
    readonly version: string;
    readonly url: FieldView;
    readonly language: ChoiceView;
    readonly captions: ChoiceView;
    readonly links: readonly FieldView[];
    readonly button: string;
    readonly cancel: string | null;
  } | null;
}

declare module '../../web/render' {
  interface Views {
    'meetings/recordings': RecordingsView;
  }
}

/** Each with its language and the site it stands on, its captions or none, and its transcript. */
export const recordingViews = (t: Translate, recordings: readonly Recording[]): RecordingView[] =>
  recordings.map(({ url, language, captionsUrl, transcriptUrl }) => {
    const recording = t(`recordings.in.${language}`);
    return {
      recording: { text: t('recordings.at', { recording, site: siteOf(url) }), href: url },
      captions: captionsUrl === null ? null : { text: t('recordings.captions'), href: captionsUrl },
      transcript: transcriptUrl === null ? null : { text: t('recordings.transcript'), href: transcriptUrl },
    };
  });

interface Parts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly recordings: readonly NamedRecording[];
  readonly form: FormState;
  /** The recording whose form it is; null for a new one. */
  readonly changing: string | null;
}

/** The page on which staff and officers keep the links to recordings. */
export function recordingsView(t: Translate, parts: Parts): RecordingsView {
  const { meeting, collaborative, recordings, form } = parts;
  const { id } = meeting;
  return {
    title: t('recordings.title'),
    errorSummary: errorSummary(t, form.errors),
    district: collaborative.slug,
    unlisted: true,
    breadcrumbs: [{ text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id }) }],
    kicker: formatMoment(t, meeting.startsAt),
    missing: recordings.some(({ captionsUrl }) => captionsUrl === null) ? t('recordings.missing') : null,
    recordings: recordings.map((recording) => managedView(t, recording)),
    form: parts.changing !== null || takesRecordings(meeting) ? formOf(t, parts) : null,
  };
}

function managedView(t: Translate, recording: NamedRecording): ManagedRecording {
  const { id, meetingId, addedAt, adderName } = recording;
  const at = { id: meetingId, recording: id };
  const [shown] = recordingViews(t, [recording]) as [RecordingView];
  return {
    shown,
    added: t('recordings.added', { moment: formatMoment(t, addedAt), name: adderName }),
    change: { text: t('recordings.change'), href: meetingPaths.recording(at) },
    removal: meetingPaths.recordingRemoval(at),
    name: shown.recording.text,
  };
}

function formOf(t: Translate, { meeting: { id }, form, changing }: Parts): NonNullable<RecordingsView['form']> {
  const isNew = changing === null;
  return {
    title: t(isNew ? 'recordings.form.new' : 'recordings.form.old'),
    action: isNew ? meetingPaths.recordings({ id }) : meetingPaths.recording({ id, recording: changing }),
    key: rawText(form.raw, 'key'),
    version: rawText(form.raw, 'version'),
    url: linkField(t, form, 'url', true),
    language: choiceView(
      t,
      form,
      'language',
      t('recordings.form.language'),
      recordingLanguages.map((language) => [language, t(`recordings.languages.${language}`)] as const),
    ),
    captions: choiceView(
      t,
      form,
      'captions',
      t('recordings.form.captions'),
      [
        ['there', t('recordings.form.there')],
        ['none', t('recordings.form.none')],
      ],
      { hint: t('recordings.form.captionsHint') },
    ),
    links: [linkField(t, form, 'captionsUrl', false), linkField(t, form, 'transcriptUrl', false)],
    button: t(isNew ? 'recordings.form.add' : 'recordings.form.save'),
    cancel: isNew ? null : meetingPaths.recordings({ id }),
  };
}

const linkField = (t: Translate, form: FormState, name: 'url' | 'captionsUrl' | 'transcriptUrl', required: boolean): FieldView =>
  fieldView(t, form, name, t(`recordings.form.${name}`), {
    type: 'url',
    inputmode: 'url',
    hint: t(`recordings.form.${name}Hint`),
    required,
  });
