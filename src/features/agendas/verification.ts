import { sha256 } from '../../lib/secret';
import { canonicalJson, type Snapshot } from './snapshot';

/** What somebody finds who works the proof of a posting out for themselves. */
export type Verification =
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'read';
      /** Of the words in their canonical form: the number on the proof page. */
      readonly sha256: string;
      /** Whether the file is that form byte by byte; false where a program has written it anew. */
      readonly isExact: boolean;
      readonly content: Snapshot;
    };

/** Recomputes the hash of a posted version from its published file, by the recipe of the proof page. */
export function verifySnapshot(bytes: Uint8Array): Verification {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const content = readSnapshot(text);
  if (content === undefined) return { kind: 'unreadable' };
  const canonical = canonicalJson(content);
  const isExact = Buffer.from(canonical, 'utf8').equals(Buffer.from(bytes));
  return { kind: 'read', sha256: sha256(canonical), isExact, content };
}

function readSnapshot(text: string): Snapshot | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isSnapshot(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isSnapshot = (value: unknown): value is Snapshot =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 1 &&
  'number' in value &&
  typeof value.number === 'number' &&
  'items' in value &&
  Array.isArray(value.items);
