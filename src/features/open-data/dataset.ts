import { fields, type Field } from './dataset-fields';

/** Everything the record is given as, in the order of the page. */
export const datasetNames = ['roster', 'meeting', 'minutes', 'notice', 'feeds', 'calendars'] as const;
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
