import type { Collaborative } from './collaborative';

/** How much of a ZIP code's area lies in one local district: a hint where somebody lives, never a reason to refuse. */
export interface ZipShare {
  readonly collaborative: Collaborative;
  /** 0 to 1. */
  readonly share: number;
  readonly isPrimary: boolean;
}

export interface ZipPlace {
  readonly zip: string;
  /** The likelier first. */
  readonly shares: readonly ZipShare[];
  /** Two or more local districts are likely: the reader chooses. */
  readonly isSplit: boolean;
  /** Part of the area outside the school district, 0 to 1. */
  readonly shareOutside: number;
}

/** Parts under one in a hundred are the noise of drawn borders. */
const smallestShare = 0.01;

/** What a reader is told about a ZIP code. */
export interface ZipChoice {
  readonly likely: readonly ZipShare[];
  /** Local districts that hold only a corner of the area. */
  readonly unlikely: readonly ZipShare[];
  /** Worth saying that part of the area is another school district. */
  readonly isPartlyOutside: boolean;
}

/** The choice that a ZIP code leaves: all districts of a split one, else the one. Nobody is refused (domain.md 1). */
export function choiceOf({ shares, isSplit, shareOutside }: ZipPlace): ZipChoice {
  const worthNaming = inOrder(shares).filter(({ share, isPrimary }) => isPrimary || share >= smallestShare);
  const count = isSplit ? worthNaming.length : 1;
  return {
    likely: worthNaming.slice(0, count),
    unlikely: worthNaming.slice(count),
    isPartlyOutside: shareOutside >= 0.05,
  };
}

/** The main one first, then by area. */
export const inOrder = (shares: readonly ZipShare[]): ZipShare[] =>
  [...shares].sort(
    (a, b) =>
      Number(b.isPrimary) - Number(a.isPrimary) || b.share - a.share || a.collaborative.slug.localeCompare(b.collaborative.slug, 'en'),
  );
