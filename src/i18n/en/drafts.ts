export const drafts = {
  events: { purge: 'Abandoned draft deleted' },
  unfinished: {
    subject: 'Your application is not sent yet: it closes on {day}',
    preheader: 'Send it by {closing}',
    ask: 'Please finish and send your application for {cycle} by {closing}.',
    how: 'Your answers so far are saved. The button takes you back to them, on this device or another one.',
    after: 'If you do not want to apply, you need not do anything. Then we delete the draft 90 days after the closing.',
  },
} as const;
