/** A value of a PDF as plain data: what a hostile file may not bring along has no word here. */
export type Plain =
  | null
  | boolean
  | number
  /** A name as it is written in the file, without its slash. */
  | { readonly name: string }
  /** A string, its bytes in hexadecimal digits. */
  | { readonly hex: string }
  /** Place of an object in `Taken.objects`. */
  | { readonly ref: number }
  | { readonly list: readonly Plain[] }
  | { readonly dict: readonly (readonly [key: string, value: Plain])[] };

/** A stretch of the bytes that come after the objects. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

export interface TakenObject {
  readonly value: Plain;
  readonly stream: Stretch | null;
}

/** One page: what it draws, in the coordinates of its file (points, from the bottom left). */
export interface TakenPage {
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
  /** Degrees clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly resources: Plain;
  /** Deflated. */
  readonly content: Stretch;
  readonly links: readonly { readonly box: readonly [number, number, number, number]; readonly href: string }[];
}

export interface TakenPages {
  readonly objects: readonly TakenObject[];
  readonly pages: readonly TakenPage[];
}

/** The pages of a file with the bytes they rest on. */
export type Taken = TakenPages & { readonly bytes: Buffer };

/**
 * Why a file's pages are not taken: it has a password, more pages than go in, fields, notes or hidden layers that a page
 * of ours would not show as its makers meant, or cannot be read (within the time and memory it is given).
 */
export const notTaken = ['locked', 'long', 'fields', 'broken'] as const;
export type NotTaken = (typeof notTaken)[number];

/** Thrown where a file is read, with the reason. */
export class CannotTake extends Error {
  constructor(readonly reason: NotTaken) {
    super(reason);
  }
}
