/** How somebody came to apply, when they came by a link of ours. */
export const applySources = ['flyer', 'share', 'invitation'] as const;
export type ApplySource = (typeof applySources)[number];

export const isApplySource = (said: unknown): said is ApplySource => applySources.some((source) => source === said);

/** What a flyer, a shared link or an invitation says of its reader. */
export interface ApplyHint {
  /** Of the collaborative. */
  readonly slug: string;
  readonly source: ApplySource;
}
