import type { Deps } from '../../deps';
import { readKept } from '../../files/store';
import { canDraw, takePages } from '../../pdf';
import type { Attachment } from './attachment';
import { mostPacketBytes, mostPacketPages, mostPaperPages, papersForAll, wayOf, type PacketPaper } from './packet';
import type { Posting } from './posting';

/** What is still free in the packet. */
interface Room {
  readonly bytes: number;
  readonly pages: number;
}

/** Milliseconds that reading one paper's pages may take; after that it is put inside as a file. */
const readingTime = 10_000;

/** The papers of a packet with what of them comes along, while there is room. */
export async function gatherPacket(
  deps: Pick<Deps, 'config'>,
  attachments: readonly Attachment[],
  postings: readonly Posting[],
): Promise<PacketPaper[]> {
  const papers: PacketPaper[] = [];
  let room: Room = { bytes: mostPacketBytes, pages: mostPacketPages };
  for (const { attachment, item } of papersForAll(attachments, postings)) {
    const paper = { attachment, item, ...(await carry(deps, attachment, room)) };
    room = { bytes: room.bytes - bytesOf(paper), pages: room.pages - (paper.taken?.pages.length ?? 0) };
    papers.push(paper);
  }
  return papers;
}

const bytesOf = ({ bytes, taken }: Along): number => bytes?.length ?? taken?.bytes.length ?? 0;

type Along = Pick<PacketPaper, 'carried' | 'bytes' | 'taken' | 'notTaken'>;

const named: Along = { carried: 'named', bytes: null, taken: null, notTaken: null };

async function carry(deps: Pick<Deps, 'config'>, attachment: Attachment, room: Room): Promise<Along> {
  const way = wayOf(attachment);
  if (way === 'named' || attachment.bytes > room.bytes) return named;
  const bytes = await readKept(deps, attachment.sha256);
  if (bytes === undefined || (way === 'drawn' && !canDraw(bytes))) return named;
  return way === 'merged' ? merge(bytes, room) : { ...named, carried: way, bytes };
}

/** The pages of a PDF, or the whole file where they cannot be taken. */
async function merge(bytes: Buffer, room: Room): Promise<Along> {
  const limits = { bytes: room.bytes, pages: Math.min(mostPaperPages, room.pages), time: readingTime };
  const answer = await takePages(bytes, limits);
  if ('taken' in answer) return { ...named, carried: 'merged', taken: answer.taken };
  return { ...named, carried: 'inside', bytes, notTaken: answer.reason };
}
