import { inBoth } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { advicePaths } from '../advice';
import { civicId, civicSummary } from '../agendas';
import type { Collaborative } from '../collaboratives';
import { bodiesOf, eventFile, type Meeting } from '../meetings';
import { minutesPaths } from '../minutes';
import { organizationOf } from '../roster';
import type { ApprovedRecord } from './approved-record.queries';
import type { OpenNote, OpenRecommendation } from './open-note';
import { motionsOf } from './popolo-motion';

/** A body in the form of Popolo, with the id its meetings name it by. */
export const organizationData = (body: Collaborative, date: CalendarDate, baseUrl: string) => ({
  ...organizationOf(body, date),
  identifiers: [{ scheme: 'ocd-organization', identifier: civicId('organization', body.id) }],
  contact_details: [
    { type: 'email', value: body.contactEmail },
    { type: 'voice', value: body.contactPhone },
  ].filter(({ value }) => value !== ''),
  links: [{ url: `${baseUrl}/${body.slug}` }],
});

/** A meeting in short, with the address of all there is about it. */
export function eventData(meeting: Meeting, bodies: ReadonlyMap<string, Collaborative>, baseUrl: string) {
  const ids = bodiesOf(meeting);
  const met = ids.flatMap((id) => bodies.get(id) ?? []);
  return {
    ...civicSummary({ meeting, bodies: met, baseUrl }),
    links: [{ url: baseUrl + eventFile.of(meeting.id), media_type: 'application/json' }],
    extras: { identifier: meeting.id, state: meeting.status, name_es: inBoth(meeting.title).es, organization_ids: ids },
  };
}

/** The motions of approved minutes, with the event they were made in and where the minutes stand. */
export const motionsData = ({ meetingId, collaborativeId, record }: ApprovedRecord, baseUrl: string) =>
  motionsOf(record, collaborativeId).map((motion) => ({
    ...motion,
    event_id: civicId('event', meetingId),
    sources: [{ url: baseUrl + minutesPaths.show({ id: meetingId }) }],
  }));

/** A note with each recommendation, what was answered to it and promised. */
export const noteData = (note: OpenNote, baseUrl: string) => ({
  id: note.id,
  reference: note.reference,
  organization_id: note.collaborativeId,
  status: note.status,
  title: inBoth(note.title),
  background: inBoth(note.background),
  topic: note.topic,
  addressee: inBoth(note.addressee),
  adopted_at: note.adoptedAt,
  delivered_at: note.deliveredAt,
  acknowledge_by: note.acknowledgeBy,
  acknowledged_at: note.acknowledgedAt,
  answer_by: note.answerBy,
  answered_at: note.answeredAt,
  closed_at: note.closedAt,
  sha256: note.sha256,
  recommendations: note.recommendations.map(recommendationData),
  url: baseUrl + advicePaths.show({ id: note.id }),
});

function recommendationData({ id, number, text, answer }: OpenRecommendation) {
  const commitment = answer?.commitment ?? null;
  return {
    id,
    number,
    text: inBoth(text),
    disposition: answer?.disposition ?? null,
    reasons: answer === null ? null : inBoth(answer.reasons),
    commitment:
      commitment === null
        ? null
        : { id: commitment.id, what: inBoth(commitment.what), who: commitment.who, due_on: commitment.dueOn, status: commitment.status },
  };
}

export type EventData = ReturnType<typeof eventData>;
export type NoteData = ReturnType<typeof noteData>;
