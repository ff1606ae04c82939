import { fold, wordsIn } from '../../lib/text';

/** Why two records may be of one person; the strongest first. Nobody's date of birth is kept, so none is compared. */
export const twinReasons = ['name_email', 'name_phone', 'name_address', 'name_zip', 'email'] as const;
export type TwinReason = (typeof twinReasons)[number];

/** A record as far as it is compared. Ids sort by time: the smaller one is the older record. */
export interface Comparable {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly address: string;
  readonly zip: string;
}

export interface Twins<One extends Comparable = Comparable> {
  readonly older: One;
  readonly newer: One;
  readonly why: readonly TwinReason[];
}

/** The mailbox behind an address: capitals and what follows a plus do not matter, nor do dots where Google keeps the mailbox. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const plain = local.replace(/\+.*$/, '');
  return /^(gmail|googlemail)\.com$/.test(domain) ? `${plain.replace(/\./g, '')}@gmail.com` : `${plain}@${domain}`;
}

/** A name without accents, capitals, and the order of its words. */
export const sameName = (name: string): string => wordsIn(name).sort().join(' ');

/** A phone number by its last ten digits; empty for what is too short to tell anybody apart. */
export function samePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 7 ? '' : digits.slice(-10);
}

const keysOf = ({ name, email, phone, address, zip }: Comparable): [TwinReason, string][] => {
  const called = sameName(name);
  const mailbox = email === null || email === '' ? '' : mailboxOf(email);
  const withName = (value: string) => (called === '' || value === '' ? '' : `${called}\n${value}`);
  const keys: [TwinReason, string][] = [
    ['name_email', withName(mailbox)],
    ['name_phone', withName(samePhone(phone))],
    ['name_address', withName(wordsIn(address).join(' '))],
    ['name_zip', withName(fold(zip).slice(0, 5))],
    ['email', mailbox],
  ];
  return keys.filter(([, key]) => key !== '');
};

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Records that may be of one person, the likeliest first. Of many alike each is put beside the oldest one it was not told apart from, so
 * that a household of n makes n - 1 pairs and no pair that was judged comes back.
 */
export function twinsAmong<One extends Comparable>(people: readonly One[], apart: ReadonlySet<string>): Twins<One>[] {
  const groups = new Map<string, One[]>();
  for (const person of [...people].sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const [reason, key] of keysOf(person)) {
      const group = `${reason}\n${key}`;
      groups.set(group, [...(groups.get(group) ?? []), person]);
    }
  const pairs = new Map<string, { older: One; newer: One; why: Set<TwinReason> }>();
  for (const [group, alike] of groups) {
    const reason = group.split('\n', 1)[0] as TwinReason;
    for (const [at, newer] of alike.entries()) {
      const older = alike.slice(0, at).find((one) => !apart.has(pairKey(one.id, newer.id)));
      if (older === undefined) continue;
      const key = pairKey(older.id, newer.id);
      const pair = pairs.get(key) ?? { older, newer, why: new Set<TwinReason>() };
      pair.why.add(reason);
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()].map(({ older, newer, why }) => ({ older, newer, why: reasonsIn(why) })).sort(byLikelihood);
}

/** In order of strength; the mailbox alone says nothing where the name is the same too. */
const reasonsIn = (found: ReadonlySet<TwinReason>): TwinReason[] =>
  twinReasons.filter((reason) => found.has(reason) && !(reason === 'email' && found.has('name_email')));

const rank = ({ why: [first] }: Twins): number => (first === undefined ? twinReasons.length : twinReasons.indexOf(first));

const byLikelihood = (a: Twins, b: Twins): number =>
  rank(a) - rank(b) || b.why.length - a.why.length || a.older.name.localeCompare(b.older.name) || (a.newer.id < b.newer.id ? -1 : 1);
