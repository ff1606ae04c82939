import type { Collaborative } from './collaborative';
import type { School } from './school';
import type { ZipPlace } from './zip';

/** What somebody typed to be found: five digits are a ZIP code (ZIP+4 too), digits alone a mistyped one, words a school. */
export type Wanted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'zip'; readonly zip: string }
  | { readonly kind: 'mistyped_zip'; readonly text: string }
  | { readonly kind: 'school'; readonly text: string };

/** Reads the one field of "find mine". */
export function wantedIn(text: string): Wanted {
  const words = text.trim().slice(0, 200);
  if (words === '') return { kind: 'nothing' };
  const zip = /^(\d{5})(?:[-\s]?\d{4})?$/.exec(words)?.[1];
  if (zip !== undefined) return { kind: 'zip', zip };
  return /^[\d\s-]+$/.test(words) ? { kind: 'mistyped_zip', text: words } : { kind: 'school', text: words };
}

/** What was found for what somebody typed. */
export interface Found {
  readonly wanted: Wanted;
  readonly typed: string;
  /** undefined for a ZIP code we do not know. */
  readonly place: ZipPlace | undefined;
  readonly schools: readonly School[];
  /** There are more schools than are shown. */
  readonly hasMoreSchools: boolean;
  readonly collaboratives: readonly Collaborative[];
}
