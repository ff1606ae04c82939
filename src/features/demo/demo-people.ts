import { createHash } from 'node:crypto';

/** The six slugs, in the order of the demo's tables. */
export const slugs = ['central', 'east', 'northeast', 'northwest', 'south', 'west'] as const;
export type Slug = (typeof slugs)[number];

/** A part that a demo person plays in one collaborative. */
export const parts = ['staff', 'approver', 'reviewer-1', 'reviewer-2', 'reviewer-3', 'caller', 'chair', 'secretary', 'member'] as const;
export type Part = (typeof parts)[number];

/** The key by which a demo person signs in: `staff-central`, `reviewer-central-1`. */
export function demoKey(part: Part, slug: Slug): string {
  const [role = '', number] = part.split('-');
  return number === undefined ? `${role}-${slug}` : `${role}-${slug}-${number}`;
}

/** Every key there is, those without a collaborative first. */
export const demoKeys: readonly string[] = [
  'administrator',
  'applicant',
  ...slugs.flatMap((slug) => parts.map((part) => demoKey(part, slug))),
];

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The id of the person behind a key: made from the key alone, so that no table is needed to find them. */
export function demoPersonId(key: string): string {
  const bytes = createHash('sha256').update(`demo person ${key}`).digest();
  return [...bytes.subarray(0, 26)].map((byte) => alphabet.charAt(byte % 32)).join('');
}
