export const messages = {
  meetingTomorrow: {
    subject: 'Tomorrow: {title}',
    lead: 'Please come to the meeting of {name} tomorrow: {moment}. If you cannot come, tell us on the page of the meeting before it begins.',
    open: 'Open the meeting',
  },
} as const;
