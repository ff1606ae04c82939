/** The sections of a page in plain words; each has a heading, a text, and points where there is something to list. */
export const privacySections = {
  kept: ['application', 'optional', 'member', 'account', 'comment', 'guest', 'follow', 'question'],
  notKept: ['child', 'tracking', 'logs'],
  seen: ['public', 'staff', 'reviewers', 'optional', 'nobody'],
  howLong: ['drafts', 'applications', 'members', 'guests', 'record', 'messages'],
  cookies: ['session', 'language', 'none'],
  rights: ['see', 'correct', 'erase'],
} as const;

export const accessibilitySections = {
  does: ['standard', 'phone', 'keyboard', 'languages', 'print', 'noScript'],
  checked: ['automatic', 'hand'],
  limits: ['languages', 'pdf', 'files', 'audit'],
  meetings: ['interpreter', 'access', 'remote'],
} as const;
