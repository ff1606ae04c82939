import { isSafeLink } from '../../lib/link';
import { field, fieldError, parseForm, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import { recordingLanguages, type Recording, type RecordingLinks } from './recording';

/** Asked of every recording: whoever adds one says that there are captions, or that there are none yet. */
export const captionChoices = ['there', 'none'] as const;

const fields = {
  key: field.id(),
  url: field.text(500),
  language: field.choice(recordingLanguages),
  captions: field.choice(captionChoices, 'recordings.errors.captions'),
  captionsUrl: field.optionalText(500),
  transcriptUrl: field.optionalText(500),
  version: field.version(),
};

export interface RecordingValues {
  readonly key: string;
  readonly links: RecordingLinks;
  readonly version: number;
}

/** Reads a recording: https links alone, and captions said either way, never both ways. */
export function parseRecording(body: unknown): Parsed<RecordingValues> {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { values, raw } = parsed;
  const errors = faultsOf(values);
  if (Object.keys(errors).length > 0) return { ok: false, errors, raw };
  const { key, url, language, captions, captionsUrl, transcriptUrl, version } = values;
  const links: RecordingLinks = {
    url,
    language,
    captionsUrl: captions === 'there' ? captionsUrl : null,
    transcriptUrl: transcriptUrl === '' ? null : transcriptUrl,
  };
  return { ok: true, values: { key, links, version }, raw };
}

interface Said {
  readonly url: string;
  readonly captions: (typeof captionChoices)[number];
  readonly captionsUrl: string;
  readonly transcriptUrl: string;
}

function faultsOf({ url, captions, captionsUrl, transcriptUrl }: Said): FormErrors {
  const isBad = (link: string) => link !== '' && !isSafeLink(link);
  const rules: [boolean, string, FormErrors[string]][] = [
    [isBad(url), 'url', fieldError('meetings.errors.link')],
    [captions === 'none' && captionsUrl !== '', 'captions', fieldError('recordings.errors.both')],
    [captions === 'there' && captionsUrl === '', 'captionsUrl', fieldError('recordings.errors.captionsUrl')],
    [isBad(captionsUrl), 'captionsUrl', fieldError('meetings.errors.link')],
    [isBad(transcriptUrl), 'transcriptUrl', fieldError('meetings.errors.link')],
  ];
  return Object.fromEntries(rules.filter(([broken]) => broken).map(([, name, error]) => [name, error]));
}

/** A recording as its form shows it. */
export const rawRecording = ({ url, language, captionsUrl, transcriptUrl, id, version }: Recording): RawForm => ({
  key: id,
  url,
  language,
  captions: captionsUrl === null ? 'none' : 'there',
  captionsUrl: captionsUrl ?? '',
  transcriptUrl: transcriptUrl ?? '',
  version: String(version),
});
