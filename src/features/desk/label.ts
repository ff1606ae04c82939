/** The colours a label may have; they say nothing by themselves. */
export const labelTones = ['neutral', 'info', 'success', 'warning', 'danger'] as const;
export type LabelTone = (typeof labelTones)[number];

/** A mark that the staff of one collaborative put on applications, for themselves alone. */
export interface StaffLabel {
  readonly id: string;
  readonly collaborativeId: string;
  readonly name: string;
  readonly tone: LabelTone;
}
