import { fields, type Field } from './dataset-fields';

/** Everything the record is given as, in the order of the page. */
export const datasetNames = [
  'organizations',
  'memberships',
  'events',
  'motions',
  'notes',
  'roster',
  'meeting',
  'minutes',
  'notice',
  'feeds',
  'calendars',
] as const;
export type DatasetName = (typeof datasetNames)[number];

export interface Dataset {
  /** As they stand for good: `:c` is the short name of a collaborative, `:id` a meeting. */
  readonly addresses: readonly string[];
  readonly fields: readonly Field[];
  /** A short piece of it; null where the format is another's and explained there. */
  readonly example: object | null;
}

/** What there is, where, with which fields. The tests hold the fields against the answers themselves. */
export const datasets: Readonly<Record<DatasetName, Dataset>> = {
  organizations: {
    addresses: ['/open-data/organizations.json'],
    fields: fields.organizations,
    example: { next: null, organizations: [{ id: '01body', classification: 'advisory body', founding_date: '2020-07-01' }] },
  },
  memberships: {
    addresses: ['/open-data/memberships.json'],
    fields: fields.memberships,
    example: {
      next: null,
      as_of: '2026-11-21',
      posts: [{ id: '01seat', label: 'C-P1', role: 'families', organization_id: '01body' }],
      memberships: [{ id: '01term', role: 'member', person_id: '01person', organization_id: '01body', post_id: '01seat' }],
    },
  },
  events: {
    addresses: ['/open-data/events.json', '/open-data/events.csv'],
    fields: fields.events,
    example: {
      next: null,
      events: [{ _type: 'event', start_time: '2026-12-04T02:00:00.000Z', status: 'confirmed', extras: { identifier: '01meeting' } }],
    },
  },
  motions: {
    addresses: ['/open-data/motions.json'],
    fields: fields.motions,
    example: {
      next: null,
      motions: [
        {
          id: '01motion',
          result: 'pass',
          vote_events: [
            { motion_id: '01motion', counts: [{ option: 'yes', value: 1 }], votes: [{ voter: { name: 'Ana Reyes' }, option: 'yes' }] },
          ],
        },
      ],
    },
  },
  notes: {
    addresses: ['/open-data/notes.json', '/open-data/notes.csv'],
    fields: fields.notes,
    example: {
      next: null,
      notes: [{ reference: 'C-2026-03', recommendations: [{ number: 1, disposition: 'accepted', commitment: { due_on: '2027-03-01' } }] }],
    },
  },
  roster: {
    addresses: ['/:c/roster.json', '/:c/roster.csv', '/:c/roster.pdf'],
    fields: fields.roster,
    example: {
      posts: [{ id: '01seat', label: 'C-P1', role: 'families', organization_id: '01body' }],
      memberships: [{ id: '01term', role: 'chair', person_id: '01person', post_id: '01seat', start_date: '2026-07-01' }],
    },
  },
  meeting: {
    addresses: ['/meetings/:id.json'],
    fields: fields.meeting,
    example: {
      _type: 'event',
      id: 'ocd-event/6f1c9f0e-3b52-8d5a-a1f4-0c6e5b7a9d21',
      classification: 'regular',
      start_time: '2026-12-04T02:00:00.000Z',
      status: 'confirmed',
    },
  },
  minutes: {
    addresses: ['/meetings/:id/minutes.json'],
    fields: fields.minutes,
    example: { status: 'APPROVED', approvedAt: '2026-12-18T03:05:00.000Z', approvedBy: [{ body: 'Central', motion: 1 }] },
  },
  notice: { addresses: ['/:c/notice-record.csv', '/meetings/:id/notice/1.json'], fields: [], example: null },
  feeds: { addresses: ['/feed.atom', '/:c/feed.atom'], fields: [], example: null },
  calendars: { addresses: ['/calendar.ics', '/:c/calendar.ics', '/meetings/:id.ics'], fields: [], example: null },
};

/** The address with a collaborative's short name; null while a meeting is left to name. */
export const addressWith = (address: string, slug: string | null): string | null => {
  if (address.includes(':id')) return null;
  if (!address.includes(':c')) return address;
  return slug === null ? null : address.replace(':c', encodeURIComponent(slug));
};
