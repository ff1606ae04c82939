import type { Piece } from '../piece';
import { applicationPieces } from './application';
import { mailPieces } from './mail';
import { membershipPieces } from './membership';
import { personPieces } from './person';

/** Every place that holds something about a person, in the order in which an erasure goes: what hangs on a row goes before it. */
export const pieces: readonly Piece[] = [...mailPieces, ...applicationPieces, ...membershipPieces, ...personPieces];

/**
 * Tables that hold nothing about a person who could ask: the district's own records, what is public by law (agendas, minutes, notes),
 * and what is found in no way but by the tables above. `rights.queries` scrubs words about people from the marked ones.
 */
export const others: Readonly<Record<string, 'district' | 'publicRecord' | 'scrubbed' | 'noPerson'>> = {
  agenda_items: 'publicRecord',
  attachments: 'publicRecord',
  bulk_runs: 'noPerson',
  collaboratives: 'district',
  commitments: 'publicRecord',
  composition_targets: 'district',
  cycle_collaboratives: 'district',
  cycles: 'district',
  dispositions: 'publicRecord',
  elections: 'publicRecord',
  event_chains: 'noPerson',
  form_edits: 'district',
  form_previews: 'district',
  forms: 'district',
  holidays: 'district',
  import_tries: 'scrubbed',
  invitation_stops: 'noPerson',
  letter_texts: 'district',
  limits: 'noPerson',
  current_items: 'publicRecord',
  room_devices: 'noPerson',
  lots: 'district',
  meeting_notes: 'publicRecord',
  meeting_series: 'district',
  meetings: 'publicRecord',
  minutes: 'publicRecord',
  note_answers: 'publicRecord',
  note_schools: 'publicRecord',
  notes: 'publicRecord',
  onboarding_templates: 'district',
  opening_ticks: 'district',
  postings: 'publicRecord',
  public_changes: 'noPerson',
  public_documents: 'publicRecord',
  public_words: 'publicRecord',
  public_words_config: 'noPerson',
  public_words_data: 'publicRecord',
  public_words_docsize: 'noPerson',
  public_words_idx: 'publicRecord',
  recommendations: 'publicRecord',
  retention_runs: 'noPerson',
  rubrics: 'district',
  schools: 'district',
  search_documents: 'scrubbed',
  search_words: 'scrubbed',
  search_words_config: 'noPerson',
  search_words_data: 'scrubbed',
  search_words_docsize: 'noPerson',
  search_words_idx: 'scrubbed',
  seats: 'district',
  seats_kept_back: 'district',
  seats_on_offer: 'district',
  slate_sendings: 'scrubbed',
  slates: 'district',
  staff_labels: 'district',
  what_ifs: 'district',
  worker_state: 'noPerson',
  zip_shares: 'district',
  zips: 'district',
};
