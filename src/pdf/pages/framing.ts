import type { NotTaken, Taken, TakenPages } from './taken';

/** What the process that reads a file answers. */
export type Answer = { readonly taken: Taken } | { readonly reason: NotTaken };

/** The answer as bytes: the length of its words, the words, and the bytes they speak of. */
export function toBytes(answer: Answer): Buffer {
  const [head, tail] = 'taken' in answer ? [withoutBytes(answer.taken), answer.taken.bytes] : [answer, Buffer.alloc(0)];
  const words = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  return Buffer.concat([length, words, tail]);
}

const withoutBytes = ({ objects, pages }: Taken): TakenPages => ({ objects, pages });

/** The other way round. Throws where the answer was cut short. */
export function fromBytes(bytes: Buffer): Answer {
  const end = 4 + bytes.readUInt32BE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, end)) as TakenPages | { readonly reason: NotTaken };
  return 'reason' in head ? head : { taken: { ...head, bytes: bytes.subarray(end) } };
}
