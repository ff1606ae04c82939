import type { Deps } from '../../deps';
import { hoursBetween } from '../../lib/time';
import { limit } from '../../web/limits';

interface Beginning {
  readonly email: string;
  readonly ip: string;
  /** When the page with the form was shown, as the form says. */
  readonly shownAt: string;
}

const hour = 3600;
const leastSeconds = 3;

/**
 * Who begins an application, or asks for its link: 10 an hour for an address, 300 for a client, since a school shares one
 * (reliability.md 4.6). A form sent within 3 seconds may still be a person whose browser fills in the address: such ones
 * are let through, 30 an hour for a client.
 */
export async function limitBeginning(deps: Deps, { email, ip, shownAt }: Beginning): Promise<void> {
  await limit(deps, { name: 'apply-address', key: email.toLowerCase(), points: 10, seconds: hour });
  await limit(deps, { name: 'apply-client', key: ip, points: 300, seconds: hour });
  const seconds = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(shownAt) ? hoursBetween(shownAt, deps.clock.now()) * hour : 0;
  if (seconds < leastSeconds) await limit(deps, { name: 'apply-hasty', key: ip, points: 30, seconds: hour });
}
