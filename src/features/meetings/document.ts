export type MinutesStatus = 'drafted' | 'circulated' | 'approved';

/** What there is to read about a meeting, from the tables of postings and minutes. */
export interface Documents {
  readonly isPosted: boolean;
  readonly minutes: MinutesStatus | null;
}

export const noDocuments: Documents = { isPosted: false, minutes: null };
