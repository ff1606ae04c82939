import { formatDay, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { groupBy } from '../../lib/group';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import { meetingPaths } from '../meetings';
import { sumsOf, type Attended, type CastVote } from './attendance-record';
import { attendancePaths } from './attendance.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface BodyView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly breadcrumbs: readonly Link[];
  readonly description: string;
  readonly meetings: string;
  readonly rows: readonly { readonly person: Link; readonly cells: readonly string[] }[];
}

interface PersonView {
  readonly title: string;
  readonly kicker: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Link[];
  readonly sums: readonly { readonly number: string; readonly label: string }[];
  readonly meetings: readonly { readonly minutes: Link; readonly how: string; readonly votes: readonly string[] }[];
}

declare module '../../web/render' {
  interface Views {
    'attendance/body': BodyView;
    'attendance/person': PersonView;
  }
}

const crumbs = (t: Translate, { slug, name }: Collaborative): Link[] => [{ text: inLocale(name, t.locale), href: `/${slug}` }];

/** Everyone who was called to a meeting with approved minutes, by name. */
export function bodyView(t: Translate, collaborative: Collaborative, people: readonly (readonly Attended[])[]): BodyView {
  const { slug, name } = collaborative;
  const meetings = new Set(people.flatMap((attended) => attended.map(({ meetingId }) => meetingId)));
  const rows = people.flatMap((attended) => {
    const [first] = attended;
    if (first === undefined) return [];
    const { called, there, remote, excused, absent } = sumsOf(attended);
    const cells = [called, there, remote, excused, absent].map((number) => formatNumber(t.locale, number));
    return [{ person: { text: first.name, href: attendancePaths.person({ c: slug, id: first.personId }) }, cells }];
  });
  return {
    title: t('attendance.title', { name: inLocale(name, t.locale) }),
    district: slug,
    width: 'wide',
    breadcrumbs: crumbs(t, collaborative),
    description: t('attendance.lead'),
    meetings: t('attendance.meetings', { count: meetings.size }),
    rows: rows.sort((a, b) => a.person.text.localeCompare(b.person.text, t.locale)),
  };
}

interface OfPerson {
  readonly attended: readonly Attended[];
  readonly votes: readonly CastVote[];
}

/** One member: each meeting they were called to, the latest first, and how they voted there. */
export function personView(t: Translate, collaborative: Collaborative, { attended, votes }: OfPerson): PersonView {
  const { slug, name } = collaborative;
  const sums = sumsOf(attended);
  const byMeeting = groupBy(votes, ({ meetingId }) => meetingId);
  const stat = (kind: keyof typeof sums) => ({ number: formatNumber(t.locale, sums[kind]), label: t(`attendance.sums.${kind}`) });
  return {
    title: attended[0]?.name ?? '',
    kicker: t('attendance.kicker', { name: inLocale(name, t.locale) }),
    district: slug,
    unlisted: true,
    breadcrumbs: [...crumbs(t, collaborative), { text: t('attendance.short'), href: attendancePaths.body({ c: slug }) }],
    sums: [stat('called'), stat('there'), stat('remote'), stat('excused'), stat('absent')],
    meetings: attended.map((one) => ({
      minutes: { text: formatDay(t.locale, one.startsAt), href: meetingPaths.minutes({ id: one.meetingId }) },
      how: one.cameLater ? t('attendance.cameLater') : t(`attendance.how.${one.status}`),
      votes: (byMeeting.get(one.meetingId) ?? []).map((vote) => voteLine(t, vote)),
    })),
  };
}

const voteLine = (t: Translate, { number, text, choice, carried }: CastVote): string =>
  t(carried ? 'attendance.carried' : 'attendance.failed', { number, text, vote: t(`attendance.votes.${choice}`) });
