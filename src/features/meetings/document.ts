export type MinutesStatus = 'drafted' | 'circulated' | 'approved';

/** What there is to read about a meeting, from the tables of postings and minutes. */
export interface Documents {
  readonly isPosted: boolean;
  readonly minutes: MinutesStatus | null;
}

export const noDocuments: Documents = { isPosted: false, minutes: null };

/** Which of them anyone may read: minutes once approved, and before only where drafts are public. */
export const listedDocuments = (
  { isPosted, minutes }: Documents,
  settings: { readonly draftMinutesPublic: boolean },
): { readonly agenda: boolean; readonly minutes: boolean } => ({
  agenda: isPosted,
  minutes: minutes === 'approved' || (minutes === 'circulated' && settings.draftMinutesPublic),
});
