import { z } from 'zod';
import type { LocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';

/** The law or rule a body's meetings follow (domain.md 1). */
export type Regime = 'brown' | 'greene' | 'policy';

const days = (usual: number) => z.number().int().min(0).default(usual);

const settingsSchema = z.object({
  termYears: z.number().int().min(1).default(2),
  /** Terms in a row that one person may serve. */
  termLimit: z.number().int().min(1).default(3),
  endingWithinDays: days(90),
  holdoverVotes: z.boolean().default(true),
  quorum: z.enum(['majority_of_filled', 'majority_of_all']).default('majority_of_filled'),
  /** What a motion needs: more than half of those who say yes or no, or of all voting members there. */
  motionRule: z.enum(['majority_of_votes', 'majority_of_present']).default('majority_of_votes'),
  noticeHours: z.object({ regular: days(72), special: days(24) }).default({ regular: 72, special: 24 }),
  publicCommentMinutes: days(2),
  /** Most words of a written comment. */
  commentWords: z.number().int().min(1).default(300),
  /** Hours before the start at which written comments end. */
  commentHours: days(24),
  minutesDueDays: days(10),
  draftMinutesPublic: z.boolean().default(true),
  /** Working days. */
  acknowledgeDays: days(5),
  /** Working days. */
  answerDays: days(30),
  minimumReviews: days(3),
  spreadFlag: days(2),
  blindFirstPass: z.boolean().default(true),
  /** Groups smaller than this are not shown in figures about people. */
  smallGroup: days(10),
});

/** What differs between bodies and over the years; whatever is not set has the usual value. */
export type CollaborativeSettings = Readonly<z.infer<typeof settingsSchema>>;

/** Settings as a body has decided them, the rest filled in. Throws on a value no rule could work with. */
export const settingsFrom = (decided: unknown): CollaborativeSettings => settingsSchema.parse(decided);

export const usualSettings: CollaborativeSettings = settingsFrom({});

/** The advisory body of one local district. */
export interface Collaborative {
  readonly id: string;
  /** In addresses: `central`. */
  readonly slug: string;
  /** The district's own short name: `C`, `NE`. */
  readonly code: string;
  /** "Local District Central Collaborative". */
  readonly name: LocalText;
  /** "Central". */
  readonly area: LocalText;
  readonly purpose: LocalText;
  /** One duty a line. */
  readonly duties: LocalText;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly officeAddress: string;
  readonly usualMeeting: LocalText;
  readonly regime: Regime;
  readonly regimeDecidedBy: string | null;
  readonly regimeDecidedOn: CalendarDate | null;
  readonly settings: CollaborativeSettings;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly version: number;
}
