import type { Db } from '../../db/database';
import type { LocalText } from '../../lib/local-text';

/** An advisory note that an agenda line is about. */
export interface LinkedNote {
  readonly id: string;
  /** What people cite: `C-2026-03`. */
  readonly reference: string;
  readonly title: LocalText;
  readonly href: string;
}

/** Handed in by the application: advice rests on agendas, not agendas on advice. */
export interface NotesOnAgenda {
  /** The notes of a body that anyone may read: those a line can be linked to. One query. */
  readonly toLink: (db: Db, collaborativeId: string) => Promise<LinkedNote[]>;
  /** Notes by their ids, public or not. One query, none where there are no ids. */
  readonly named: (db: Db, ids: readonly string[]) => Promise<(LinkedNote & { readonly isPublic: boolean })[]>;
}
