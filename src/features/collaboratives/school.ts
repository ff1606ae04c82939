export type SchoolKind = 'district' | 'charter' | 'magnet' | 'pilot' | 'other';

export const schoolKinds: readonly SchoolKind[] = ['district', 'charter', 'magnet', 'pilot', 'other'];

export interface School {
  /** The state's 14-digit code. */
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly grades: string;
  readonly kind: SchoolKind;
  readonly city: string;
  readonly zip: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly collaborativeId: string;
}
