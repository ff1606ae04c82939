import { blanked, deleted, kept, type Piece } from '../piece';

/** What stands in the place of a name that was erased. */
export const erasedName = '—';

/** The person, their account, and what lets them sign in. */
export const personPieces: readonly Piece[] = [
  {
    table: 'people',
    area: 'person',
    column: 'id',
    set: 'person',
    erase: blanked('nameless', {
      name: erasedName,
      preferred_name: null,
      pronouns: null,
      email: null,
      email_verified_at: null,
      phone: '',
      access_needs: '{}',
      address: '',
      zip: '',
      find_text: '',
    }),
    gives: ['name', 'preferred_name', 'pronouns', 'email', 'phone', 'locale', 'access_needs', 'address', 'zip', 'created_at'],
  },
  { table: 'recovery_codes', area: 'account', column: 'account_id', set: 'accounts', erase: deleted, gives: [] },
  { table: 'accounts', area: 'account', column: 'person_id', set: 'person', erase: deleted, gives: ['last_sign_in_at', 'created_at'] },
  { table: 'tokens', area: 'account', column: 'person_id', set: 'person', erase: deleted, gives: [] },
  { table: 'tokens', area: 'account', column: 'email', set: 'emails', erase: deleted, gives: [] },
  { table: 'tokens', area: 'account', column: 'subject_id', set: 'applications', erase: deleted, gives: [] },
  { table: 'sessions', area: 'account', column: 'person_id', set: 'person', erase: deleted, gives: ['created_at', 'seen_at'] },
  { table: 'roles', area: 'account', column: 'person_id', set: 'person', erase: kept('nameless'), gives: ['role', 'starts_on', 'ends_on'] },
  {
    table: 'deputies',
    area: 'account',
    column: 'deputy_id',
    set: 'person',
    erase: kept('nameless'),
    gives: ['starts_on', 'ends_on', 'ended_at'],
  },
  {
    table: 'deputies',
    area: 'account',
    column: 'approver_id',
    set: 'person',
    erase: kept('nameless'),
    gives: ['starts_on', 'ends_on', 'ended_at'],
  },
  { table: 'mail_stops', area: 'mail', column: 'person_id', set: 'person', erase: kept('protectsThem'), gives: ['since'] },
  { table: 'standing_conflicts', area: 'work', column: 'person_id', set: 'person', erase: deleted, gives: ['kind', 'name', 'declared_at'] },
  { table: 'reviewer_absences', area: 'work', column: 'person_id', set: 'person', erase: deleted, gives: ['from_on', 'to_on'] },
  { table: 'saved_views', area: 'work', column: 'owner_id', set: 'person', erase: deleted, gives: ['name', 'query'] },
  { table: 'entry_drafts', area: 'work', column: 'person_id', set: 'person', erase: deleted, gives: [] },
  {
    table: 'panel_members',
    area: 'work',
    column: 'person_id',
    set: 'person',
    erase: blanked('nameless', { note: '' }),
    gives: ['kind', 'acknowledged_at', 'languages', 'most_files', 'note'],
  },
  { table: 'help_requests', area: 'mail', column: 'email', set: 'emails', erase: deleted, gives: ['text', 'asked_at', 'answer'] },
  {
    table: 'erasure_requests',
    area: 'history',
    column: 'person_id',
    set: 'person',
    erase: blanked('history', { words: '' }),
    gives: ['status', 'asked_at', 'decided_at', 'words'],
  },
  { table: 'legal_holds', area: 'history', column: 'person_id', set: 'person', erase: kept('history'), gives: [] },
];
