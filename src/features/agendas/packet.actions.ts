import type { Deps } from '../../deps';
import { readKept } from '../../files/store';
import { canDraw } from '../../pdf';
import type { Attachment } from './attachment';
import { mostPacketBytes, papersForAll, wayOf, type PacketPaper } from './packet';
import type { Posting } from './posting';

/** The papers of a packet with the bytes of those that come along, while there is room. */
export async function gatherPacket(
  deps: Pick<Deps, 'config'>,
  attachments: readonly Attachment[],
  postings: readonly Posting[],
): Promise<PacketPaper[]> {
  const papers: PacketPaper[] = [];
  let room = mostPacketBytes;
  for (const { attachment, item } of papersForAll(attachments, postings)) {
    const paper = await carry(deps, { attachment, item, room });
    room -= paper.bytes?.length ?? 0;
    papers.push(paper);
  }
  return papers;
}

interface Next {
  readonly attachment: Attachment;
  readonly item: number | null;
  readonly room: number;
}

async function carry(deps: Pick<Deps, 'config'>, { attachment, item, room }: Next): Promise<PacketPaper> {
  const way = wayOf(attachment);
  const named: PacketPaper = { attachment, item, carried: 'named', bytes: null };
  if (way === 'named' || attachment.bytes > room) return named;
  const bytes = await readKept(deps, attachment.sha256);
  if (bytes === undefined || (way === 'drawn' && !canDraw(bytes))) return named;
  return { attachment, item, carried: way, bytes };
}
