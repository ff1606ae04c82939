import { inLocale } from '../../lib/local-text';
import type { NotTaken, Taken } from '../../pdf';
import { isForAll, type Attachment } from './attachment';
import type { Posting } from './posting';

/**
 * How a paper comes along in the packet: its own pages among ours, a picture drawn as a page, put inside as a file, or named
 * with its address alone.
 */
export type Carried = 'merged' | 'drawn' | 'inside' | 'named';

export interface PacketPaper {
  readonly attachment: Attachment;
  /** Number of its item; null where the item was taken off since. */
  readonly item: number | null;
  readonly carried: Carried;
  /** Of what is drawn or put inside. */
  readonly bytes: Buffer | null;
  /** Of what is merged. */
  readonly taken: Taken | null;
  /** Why a PDF is inside, and its pages not among ours. */
  readonly notTaken: NotTaken | null;
}

/** What a packet may carry; the rest is named with its address, so that a packet can be opened on a phone. */
export const mostPacketBytes = 25_000_000;
/** Pages of papers among ours, of one and of all together; a longer paper is put inside as a file. */
export const mostPaperPages = 150;
export const mostPacketPages = 400;

/** The papers that anyone may read now, in the order of the agenda. */
export function papersForAll(
  attachments: readonly Attachment[],
  postings: readonly Posting[],
): { attachment: Attachment; item: number | null }[] {
  const items = postings[0]?.content.items ?? [];
  return attachments
    .filter((attachment) => isForAll(attachment, postings))
    .map((attachment) => ({ attachment, item: items.find(({ id }) => id === attachment.itemId)?.number ?? null }))
    .sort((a, b) => (a.item ?? Infinity) - (b.item ?? Infinity) || compare(a.attachment.addedAt, b.attachment.addedAt));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** How a paper would come along if there is room and it can be read: pictures and PDF files as pages, others by their address. */
export const wayOf = ({ kind }: Pick<Attachment, 'kind'>): Carried =>
  kind === 'png' || kind === 'jpg' ? 'drawn' : kind === 'pdf' ? 'merged' : 'named';

/** A name that no other file inside has: number of the item and place. */
export const insideName = ({ attachment, item }: Pick<PacketPaper, 'attachment' | 'item'>, place: number, locale: string): string =>
  `${item ?? 0}-${place + 1} ${inLocale(attachment.title, locale).slice(0, 80)}.pdf`;
