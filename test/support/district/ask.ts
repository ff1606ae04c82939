import type { Response } from 'supertest';
import type { RoutePromise } from '../../architecture/route-promise';
import type { District } from './district';
import type { Kind } from './people';

/** Fills a route's parameters with the records of the district. */
export function addressOf(district: District, { path, at }: Pick<RoutePromise, 'path' | 'at'>): string {
  const address = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = at[name];
    if (value === undefined) throw new Error(`${path} does not say which :${name}`);
    return district.ids[value] ?? value;
  });
  return at['query'] === undefined ? address : `${address}?${at['query']}`;
}

/** The fields that a route is asked with, ids in the place of `{names}`. */
export const fieldsOf = (district: District, { fields }: Pick<RoutePromise, 'fields'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.replace(/\{(\w+)\}/g, (_, id: string) => district.ids[id] ?? id)]),
  );

/** The token of each person's session, read out of a page with a form. */
export async function tokensOf(district: District): Promise<ReadonlyMap<Kind, string>> {
  const tokens = new Map<Kind, string>();
  for (const [kind, browser] of Object.entries(district.browsers)) {
    const { text } = await browser.get('/help');
    tokens.set(kind as Kind, /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '');
  }
  return tokens;
}

/** What an answer amounts to: its status, or `sign-in` where it sends there. */
export const outcomeOf = ({ status, headers }: Response): number | 'sign-in' =>
  status === 303 && /^\/sign-in(\?|$)/.test(headers['location'] ?? '') ? 'sign-in' : status;
