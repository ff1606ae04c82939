interface MemberMessage {
  readonly from: 'chair' | 'secretary' | 'member';
  readonly to: 'chair' | 'secretary' | 'member';
  readonly day: number;
  readonly time: string;
  readonly text: string;
}

/** What members of a body wrote to one another, each in the language of the writer; nothing that belongs into a meeting. */
export const memberMessages: readonly MemberMessage[] = [
  {
    from: 'chair',
    to: 'member',
    day: -6,
    time: '17:20',
    text: 'Thank you for bringing the photos of the crossing last time. Could you be there ten minutes early, to help with the chairs?',
  },
  {
    from: 'member',
    to: 'chair',
    day: -6,
    time: '20:05',
    text: 'Con gusto. Llego a las cinco y media y traigo agua.',
  },
  {
    from: 'secretary',
    to: 'member',
    day: -4,
    time: '12:10',
    text: 'Is your name right on the sign for the table? Please tell me if it needs an accent.',
  },
];
