export const guardian = {
  title: 'May {student} apply for a student seat?',
  lead: '{student} has applied for a seat in {cycle} and named you as parent or guardian. A student seat needs your consent.',
  points: {
    meetings: 'Members meet about once a month, in the evening. You may come along.',
    public: 'The names of members are public. How to reach them is not.',
    stop: 'You can change your answer with this link until the decisions are made.',
  },
  name: 'Your full name',
  give: 'Yes, I agree',
  refuse: 'No, I do not agree',
  said: {
    given: '{name} has agreed: {moment}.',
    refused: '{name} has not agreed: {moment}.',
  },
  thanks: { given: 'Thank you. Your consent is kept with the application.', refused: 'Thank you. We have noted that you do not agree.' },
  errors: {
    over: 'This application is no longer waiting for a guardian.',
    notAsked: 'No guardian is asked for this application: it is not for a student seat.',
  },
  events: { agree: 'Guardian agreed', refuse: 'Guardian did not agree' },
  paper: {
    title: 'Consent on paper: {student}',
    lead: 'The guardian named is {guardian} ({cycle}). Write here that you hold the signed paper.',
    name: 'Name of the guardian who signed',
    give: 'The signed paper is here',
    done: 'The consent on paper is noted.',
  },
  standing: {
    waiting:
      'Your guardian has not answered yet. We wrote to them, or they can sign on paper. Without their consent we cannot offer you a seat.',
    given: 'Your guardian has agreed.',
    refused: 'Your guardian has not agreed. Talk with them; they can still change their answer.',
  },
  emails: {
    ask: {
      subject: 'Please say whether {student} may apply',
      preheader: 'By {until}',
      ask: 'Please say by {until} whether {student} may have a student seat in {cycle}.',
      how: 'The button shows what it is about. You need no account and no password.',
      button: 'Read and answer',
      after: 'If you do not know this student, you need not do anything.',
      reason: 'You get this because {student} named you as parent or guardian.',
    },
  },
} as const;
