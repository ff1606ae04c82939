/**
 * The version of the promise of confidentiality and the guide to fair scoring. A change of their words takes a new one, and
 * every reviewer reads them again; a test holds version and words together.
 */
export const guideVersion = '2026-12';

/** When a panel member acknowledged something, and which version. */
export interface Acknowledged {
  readonly acknowledgedAt: string | null;
  readonly acknowledgedGuide: string | null;
}

/** Whether a reviewer has acknowledged the words as they are now. */
export const hasReadGuide = ({ acknowledgedAt, acknowledgedGuide }: Acknowledged): boolean =>
  acknowledgedAt !== null && acknowledgedGuide === guideVersion;
