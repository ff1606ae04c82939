import { readFile } from 'node:fs/promises';
import { snapshotHashHeader, verifySnapshot } from './features/agendas';
import type { Translate } from './i18n/translate';

interface Source {
  readonly bytes: Uint8Array;
  /** The hash that the site names; empty for a file. */
  readonly named: string;
}

interface Order {
  /** A file, or the address of a version's exact bytes. */
  readonly source: string;
  /** The hash to compare with, copied from the proof page; empty when none was given. */
  readonly expected: string;
  readonly t: Translate;
  readonly write: (line: string) => void;
}

/**
 * `verify-posting FILE|ADDRESS [SHA256]`: works out the hash of a posted agenda from its published words, and for an address
 * also whether each version names the one before. Answers 0 where all agrees.
 */
export async function verifyPosting(order: Order): Promise<number> {
  let isFine = true;
  let next: Version | null = { source: order.source, expected: order.expected.toLowerCase() };
  while (next !== null) {
    const checked: Checked = await checkVersion(order, next);
    isFine &&= checked.isFine;
    next = checked.before;
  }
  return isFine ? 0 : 1;
}

interface Version {
  readonly source: string;
  readonly expected: string;
}

interface Checked {
  readonly isFine: boolean;
  /** The version before, and the hash this one gives it. */
  readonly before: Version | null;
}

async function checkVersion({ t, write }: Order, { source, expected }: Version): Promise<Checked> {
  const found = await look(source);
  const read = verifySnapshot(found.bytes);
  if (read.kind === 'unreadable') {
    write(t('admin.cli.verify.unreadable', { source }));
    return { isFine: false, before: null };
  }
  const { number, previous } = read.content;
  write(t('admin.cli.verify.version', { number, sha256: read.sha256 }));
  if (!read.isExact) write(t('admin.cli.verify.rewritten'));
  const wanted = [expected, found.named].filter((hash) => hash !== '');
  for (const hash of wanted) write(hash === read.sha256 ? t('admin.cli.verify.same') : t('admin.cli.verify.differs', { wanted: hash }));
  return { isFine: wanted.every((hash) => hash === read.sha256), before: versionBefore(source, number, previous) };
}

const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

/** What is there; nothing where it cannot be read. */
async function look(source: string): Promise<Source> {
  const nothing = { bytes: new Uint8Array(), named: '' };
  try {
    if (!isAddress(source)) return { ...nothing, bytes: await readFile(source) };
    const answer = await fetch(source, { signal: AbortSignal.timeout(20_000) });
    if (!answer.ok) return nothing;
    return { bytes: new Uint8Array(await answer.arrayBuffer()), named: answer.headers.get(snapshotHashHeader) ?? '' };
  } catch {
    return nothing;
  }
}

/** Where the version before stands; null for the first, and for a file, which stands alone. */
function versionBefore(source: string, number: number, previous: string | null): Version | null {
  const end = `/${number}.json`;
  if (previous === null || !isAddress(source) || !source.endsWith(end)) return null;
  return { source: `${source.slice(0, -end.length)}/${number - 1}.json`, expected: previous };
}
