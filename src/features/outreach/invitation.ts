/** Longest personal note, in characters. */
export const noteLength = 300;

/**
 * Words of a stranger as they may stand in a mail to another: one line each, and nothing in them that a mail program
 * would make a link of (addresses lose their scheme, and a space stands before each dot or at-sign inside a word).
 */
export const withoutLinks = (text: string): string =>
  text
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/+/gi, '')
    .replace(/\b(mailto|tel|sms|javascript|data):/gi, '$1 ')
    .replace(/\bwww\./gi, 'www ')
    .replace(/([\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '$1 .')
    .replace(/(\S)@(?=\S)/g, '$1 @ ')
    .replace(/[<>]/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** What somebody asks us to write to somebody else. */
export interface InvitationWanted {
  /** How the sender calls themselves; only somebody signed in is known by it. */
  readonly from: string;
  readonly address: string;
  readonly locale: string;
  readonly note: string;
}
