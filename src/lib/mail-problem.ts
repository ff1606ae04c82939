/** Why a mail waits or ended as it did. */
export type MailProblem =
  'unreachable' | 'deferred' | 'refused' | 'gave_up' | 'unknown' | 'bad_address' | 'unreadable' | 'not_allowed' | 'suppressed' | 'not_due';
