import { takesRecordings } from '../../../src/features/meetings/recording';
import { isSafeLink, siteOf } from '../../../src/lib/link';
import { parseRecording } from '../../../src/features/meetings/recording.form';
import { meetingMachine } from '../../../src/features/meetings';

it.each([
  ['https://video.example.org/watch?v=1&t=2', true],
  ['HTTPS://video.example.org', true],
  ['http://video.example.org/1', false],
  ['javascript:alert(1)', false],
  ['//video.example.org/1', false],
  ['https://', false],
  ['https://localhost/1', false],
  ['https://good.example.org@evil.example.org/', false],
  ['https://video.example.org/a b', false],
  ['https://video.example.org/"><script>', false],
  ['https:\\\\video.example.org', false],
])('takes %s as a link: %s', (text, isTaken) => {
  expect(isSafeLink(text)).toBe(isTaken);
});

it('shows the site a link leads to as it is, also where its letters only look alike', () => {
  expect([siteOf('https://www.example.org/a'), siteOf('https://exаmple.org')]).toEqual(['example.org', 'xn--exmple-4nf.org']);
});

it('takes recordings of meetings that are, or will be, held', () => {
  expect(meetingMachine.states.filter((status) => takesRecordings({ status }))).toEqual(['scheduled', 'posted', 'in_session', 'adjourned']);
});

const said = {
  key: 'k1',
  url: 'https://video.example.org/1',
  language: 'es',
  captions: 'none',
  captionsUrl: '',
  transcriptUrl: '',
  version: '0',
};
const errorsOf = (fields: Record<string, string | undefined>) => {
  const parsed = parseRecording({ ...said, ...fields });
  return parsed.ok ? [] : Object.entries(parsed.errors).map(([name, { key }]) => `${name}: ${key}`);
};

it.each([
  [{}, []],
  [{ captions: undefined }, ['captions: recordings.errors.captions']],
  [{ captions: 'there' }, ['captionsUrl: recordings.errors.captionsUrl']],
  [{ captionsUrl: 'https://video.example.org/1' }, ['captions: recordings.errors.both']],
  [{ captions: 'there', captionsUrl: 'http://video.example.org/1' }, ['captionsUrl: meetings.errors.link']],
  [{ transcriptUrl: 'words' }, ['transcriptUrl: meetings.errors.link']],
  [{ url: 'http://video.example.org' }, ['url: meetings.errors.link']],
  [{ language: 'xx' }, ['language: common.form.choose']],
])('reads a form with %j', (fields, errors) => {
  expect(errorsOf(fields)).toEqual(errors);
});

it('keeps captions and transcript, or says that there are none', () => {
  const both = { captions: 'there', captionsUrl: 'https://c.example.org/1', transcriptUrl: 'https://t.example.org/1' };
  expect([parseRecording(said), parseRecording({ ...said, ...both })]).toMatchObject([
    { values: { links: { url: said.url, language: 'es', captionsUrl: null, transcriptUrl: null } } },
    { values: { links: { captionsUrl: both.captionsUrl, transcriptUrl: both.transcriptUrl } } },
  ]);
});
