import type { Test } from 'supertest';

type Row = Readonly<Record<string, unknown>>;

/** Everything one address gives, page by page. */
export interface Taken {
  readonly pages: readonly Row[];
}

/** Another program: knows an address and that `next` leads on, and nothing of how the product is made. */
export async function takeAll(read: (address: string) => Test, address: string, origin: string): Promise<Taken> {
  const pages: Row[] = [];
  for (let next: string | null = address; next !== null;) {
    const page = JSON.parse((await read(next).expect(200)).text) as Row & { readonly next: string | null };
    pages.push(page);
    next = page.next?.replace(origin, '') ?? null;
  }
  return { pages };
}

/** The rows under a name, of all pages. */
export const take = ({ pages }: Taken, name: string): Row[] => pages.flatMap((page) => page[name] as Row[]);

const offices: Readonly<Record<string, string>> = { chair: 'Chair', vice_chair: 'Vice chair', secretary: 'Secretary' };

/** The roster of a body from the data alone, a line for each seat: who, which office, which seat. */
export function rosterFrom(taken: Taken, body: string): string[] {
  const names = new Map(take(taken, 'persons').map(({ id, name }) => [id, String(name)]));
  const own = take(taken, 'memberships').filter(({ organization_id: of }) => of === body);
  return take(taken, 'posts')
    .filter(({ organization_id: of }) => of === body)
    .map((post) => {
      const held = own.filter(({ post_id: seat }) => seat === post['id']);
      const office = held.flatMap(({ role }) => offices[String(role)] ?? []);
      return [names.get(held[0]?.['person_id']) ?? 'Vacant', ...office, String(post['label'])].join(' ');
    })
    .sort();
}

/** The meetings of a body from the data alone, as its list has them: those to come, soonest first; then the rest, newest first. */
export function meetingsFrom(taken: Taken, body: string, now: string): string[] {
  const meetings = take(taken, 'events')
    .map((event) => event as unknown as Event)
    .filter(({ extras }) => extras.organization_ids.includes(body))
    .sort((a, b) => a.start_time.localeCompare(b.start_time) || a.extras.identifier.localeCompare(b.extras.identifier));
  const isToCome = ({ end_time: ends, extras }: Event): boolean => ends > now && extras.state !== 'adjourned';
  const shown = [...meetings.filter(isToCome), ...meetings.filter((event) => !isToCome(event)).reverse()];
  return shown.map(({ name, start_time: starts, extras }) => `${starts} ${name} /meetings/${extras.identifier}`);
}

interface Event {
  readonly name: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly extras: { readonly state: string; readonly identifier: string; readonly organization_ids: readonly string[] };
}
