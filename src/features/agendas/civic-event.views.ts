import { createHash } from 'node:crypto';
import { mediaTypes, type FileKind } from '../../files/file-kind';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { inBoth, inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { dateOf, districtZone } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import {
  calendarFile,
  listedDocuments,
  locationOf,
  meetingPaths,
  type Documents,
  type Meeting,
  type MeetingStatus,
  type Recording,
} from '../meetings';
import { agendaPaths, snapshotFile } from './agenda.paths';
import { papersForAll } from './packet';
import type { Attachment } from './attachment';
import type { Posting } from './posting';
import type { SnapshotItem } from './snapshot';

interface CivicParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  /** Every body that meets, the host first. */
  readonly bodies: readonly Collaborative[];
  /** Newest first. */
  readonly postings: readonly Posting[];
  readonly attachments: readonly Attachment[];
  readonly documents: Documents;
  readonly recordings: readonly Recording[];
  readonly baseUrl: string;
}

const statuses: Readonly<Record<MeetingStatus, 'tentative' | 'confirmed' | 'cancelled' | 'passed'>> = {
  draft: 'tentative',
  scheduled: 'confirmed',
  posted: 'confirmed',
  in_session: 'confirmed',
  adjourned: 'passed',
  cancelled: 'cancelled',
  postponed: 'cancelled',
};

/**
 * A meeting in the event form of Open Civic Data (OCDEP 4), in English; what the form has no word for stands in `extras`,
 * the Spanish words among it. `t` is English.
 */
export function civicEvent(t: Translate, parts: CivicParts): Readonly<Record<string, unknown>> {
  const { meeting, postings } = parts;
  return {
    ...civicSummary(parts),
    media: parts.recordings.map((recording) => mediaOf(t, meeting, recording)),
    documents: documentsOf(t, parts),
    links: linksOf(t, parts),
    agenda: (postings[0]?.content.items ?? []).map(itemOf),
    extras: extrasOf(parts),
  };
}

/** What a list of meetings tells of each: the same fields, without what is read for one meeting alone. */
export function civicSummary({ meeting, bodies, baseUrl }: Pick<CivicParts, 'meeting' | 'bodies' | 'baseUrl'>) {
  const { id } = meeting;
  return {
    _type: 'event',
    id: civicId('event', id),
    name: inLocale(meeting.title, 'en'),
    description: '',
    classification: meeting.kind,
    start_time: meeting.startsAt,
    end_time: meeting.endsAt,
    timezone: districtZone,
    all_day: false,
    status: statuses[meeting.status],
    location: { name: locationOf(meeting), note: meeting.room, url: meeting.remoteUrl, coordinates: null },
    participants: bodies.map((body) => ({
      type: 'organization',
      id: civicId('organization', body.id),
      name: inLocale(body.name, 'en'),
      note: body.id === meeting.collaborativeId ? 'host' : 'joint',
    })),
    sources: [{ url: baseUrl + meetingPaths.show({ id }), note: '' }],
    updated_at: meeting.changedAt,
  };
}

/** An id of Open Civic Data that stays the same for the same record: a UUID made of the hash of ours. */
export function civicId(kind: 'event' | 'organization', id: string): string {
  const hash = createHash('sha256').update(`${kind}:${id}`).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)];
  return `ocd-${kind}/${parts.join('-')}`;
}

/** A recording: a page on another site, of whatever kind the media there is. The form has no word for captions. */
const mediaOf = (t: Translate, { startsAt }: Meeting, { url, language, captionsUrl, transcriptUrl }: Recording) => ({
  name: t(`recordings.in.${language}`),
  type: 'recording',
  date: dateOf(startsAt),
  offset: null,
  links: [{ media_type: 'text/html', url }],
  extras: { language, captions_url: captionsUrl, transcript_url: transcriptUrl },
});

const itemOf = (item: SnapshotItem) => ({
  description: inBoth(item.title).en,
  order: String(item.number),
  classification: [item.purpose],
  subjects: item.priority === undefined ? [] : [inBoth(item.priority.title).en],
  notes: inBoth(item.text).en,
  media: [],
  related_entities: [],
  extras: {
    description_es: inBoth(item.title).es,
    notes_es: inBoth(item.text).es,
    presenter: item.presenter,
    start_time: item.startsAt,
    minutes: item.minutes,
    is_action: item.isAction && !item.isInformationOnly,
    ...(item.isConsent === true ? { is_consent: true } : {}),
    ...(item.priority === undefined ? {} : { priority: { id: item.priority.id, subject_es: inBoth(item.priority.title).es } }),
  },
});

function extrasOf({ meeting, collaborative, postings, documents }: CivicParts) {
  const { id } = meeting;
  return {
    identifier: id,
    state: meeting.status,
    minutes: documents.minutes === 'drafted' ? null : documents.minutes,
    reason: meeting.cancelReason ?? meeting.kindReason,
    name_es: inBoth(meeting.title).es,
    organization_es: inBoth(collaborative.name).es,
    phone: meeting.remotePhone,
    interpretation: meeting.interpretation,
    access_contact: meeting.accessContact,
    access_ask_by: meeting.accessAskBy,
    postings: postings.map(({ number, sha256, postedAt, isLate }) => ({ number, sha256, posted_at: postedAt, is_late: isLate })),
  };
}

interface CivicDocument {
  readonly name: string;
  readonly url: string;
  readonly media_type: string;
}

function documentsOf(t: Translate, { meeting, collaborative, postings, attachments, documents, baseUrl }: CivicParts): CivicDocument[] {
  const { id } = meeting;
  const [newest] = postings;
  const minutes = listedDocuments(documents, collaborative.settings).minutes;
  return [
    ...(newest === undefined ? [] : agendaDocuments(t, newest, baseUrl)),
    ...(minutes ? [{ name: t('meetings.show.minutes'), url: baseUrl + meetingPaths.minutes({ id }), media_type: 'text/html' }] : []),
    ...papersForAll(attachments, postings).map(({ attachment }) => ({
      name: inLocale(attachment.title, 'en'),
      url: baseUrl + agendaPaths.paper({ id, file: attachment.id, name: attachment.name }),
      media_type: mediaTypes[attachment.kind satisfies FileKind],
    })),
  ];
}

function agendaDocuments(t: Translate, { meetingId: id, number }: Posting, baseUrl: string): CivicDocument[] {
  return [
    { name: t('agendas.show.short'), url: baseUrl + agendaPaths.show({ id }), media_type: 'text/html' },
    ...languages.flatMap(({ code, name }) => [
      {
        name: t('agendas.show.pdf', { language: name }),
        url: baseUrl + withQuery(agendaPaths.pdf({ id }), { lang: code }),
        media_type: 'application/pdf',
      },
    ]),
    { name: t('agendas.notice.file'), url: baseUrl + snapshotFile.of(id, number), media_type: 'application/json' },
  ];
}

const linksOf = (t: Translate, { meeting: { id }, collaborative, baseUrl, postings }: CivicParts) => [
  { note: inLocale(collaborative.name, 'en'), url: `${baseUrl}/${collaborative.slug}` },
  { note: t('meetings.show.ics'), url: baseUrl + calendarFile.of(id) },
  ...(postings.length === 0 ? [] : [{ note: t('agendas.show.proof'), url: baseUrl + agendaPaths.notice({ id }) }]),
];
