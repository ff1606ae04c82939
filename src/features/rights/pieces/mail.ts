import { blanked, deleted, kept, type Piece } from '../piece';

/** Mail and letters. Bodies stand in a table of their own; the keys of mails may hold an address and are put anew (`rights.queries`). */
export const mailPieces: readonly Piece[] = [
  { table: 'outbox_bodies', area: 'mail', column: 'outbox_id', set: 'mails', erase: deleted, gives: [] },
  {
    table: 'outbox',
    area: 'mail',
    column: 'id',
    set: 'mails',
    erase: blanked('nameless', { to_name: '', to_address: '', subject: '', reply: null }),
    gives: ['kind', 'subject', 'to_address', 'status', 'created_at', 'finished_at'],
  },
  {
    table: 'paper_letters',
    area: 'mail',
    column: 'person_id',
    set: 'person',
    erase: deleted,
    gives: ['kind', 'subject', 'status', 'created_at', 'finished_at'],
  },
  { table: 'member_messages', area: 'mail', column: 'from_id', set: 'person', erase: deleted, gives: ['text', 'sent_at'] },
  { table: 'member_messages', area: 'mail', column: 'to_id', set: 'person', erase: deleted, gives: ['text', 'sent_at', 'report_words'] },
  { table: 'member_blocks', area: 'mail', column: 'person_id', set: 'person', erase: deleted, gives: ['blocked_at'] },
  { table: 'member_blocks', area: 'mail', column: 'blocked_id', set: 'person', erase: deleted, gives: [] },
  { table: 'notice_choices', area: 'mail', column: 'person_id', set: 'person', erase: deleted, gives: ['kind', 'choice', 'chosen_at'] },
  {
    table: 'comments',
    area: 'mail',
    column: 'email',
    set: 'emails',
    erase: blanked('publicRecord', { name: '', email: '' }),
    gives: ['name', 'email', 'text', 'status', 'sent_at'],
  },
  {
    table: 'speakers',
    area: 'mail',
    column: 'email',
    set: 'emails',
    erase: blanked('publicRecord', { name: '', email: '', interpreter: '' }),
    gives: ['number', 'name', 'email', 'interpreter', 'status', 'signed_at'],
  },
  { table: 'agenda_requests', area: 'mail', column: 'email', set: 'emails', erase: deleted, gives: ['email', 'asked_at', 'lapses_on'] },
  { table: 'suppressions', area: 'mail', column: 'address', set: 'emails', erase: deleted, gives: ['reason', 'at'] },
  { table: 'events', area: 'history', column: 'actor_id', set: 'person', erase: kept('history'), gives: ['at', 'action'] },
];
