/** Ids (or addresses) of one person's records, by what they are. */
export const setNames = [
  'person',
  'emails',
  'accounts',
  'applications',
  'candidacies',
  'offers',
  'memberships',
  'plans',
  'ownReviews',
  'reviewsAbout',
  'mails',
] as const;
export type SetName = (typeof setNames)[number];
export type Sets = Readonly<Record<SetName, readonly string[]>>;

export const noSets: Sets = {
  person: [],
  emails: [],
  accounts: [],
  applications: [],
  candidacies: [],
  offers: [],
  memberships: [],
  plans: [],
  ownReviews: [],
  reviewsAbout: [],
  mails: [],
};

/** Why something stays when a person is erased; said to them in these words (`rights.keeps.<reason>`). */
export type KeepReason = 'publicRecord' | 'memberFile' | 'nameless' | 'othersWork' | 'history' | 'protectsThem';

/** What a part of a person's data is called (`rights.areas.<area>`). */
export type Area = 'person' | 'account' | 'applications' | 'selection' | 'seats' | 'mail' | 'work' | 'history';

type Erase =
  | { readonly does: 'delete' }
  /** Sets these columns to these values; the row itself stays, for a reason. */
  | { readonly does: 'blank'; readonly to: Readonly<Record<string, string | null>>; readonly why: KeepReason }
  | { readonly does: 'keep'; readonly why: KeepReason };

/** One place in the database that holds something about a person: how it is found, what an export gives of it, what an erasure does to it. */
export interface Piece {
  readonly table: string;
  readonly area: Area;
  readonly column: string;
  readonly set: SetName;
  readonly erase: Erase;
  /** Of the rows found, only those whose column holds one of these values; or nothing, or anything. */
  readonly only?: { readonly column: string; readonly is: readonly string[] | 'empty' | 'filled' };
  /** Columns an export gives; empty: others wrote it, or it says nothing by itself. */
  readonly gives: readonly string[];
}

export const deleted = { does: 'delete' } as const;
export const blanked = (why: KeepReason, to: Readonly<Record<string, string | null>>) => ({ does: 'blank', to, why }) as const;
export const kept = (why: KeepReason) => ({ does: 'keep', why }) as const;
