export const adviceEmails = {
  note: 'Note',
  answerBy: 'Answer due by',
  reason: {
    author: 'You get this e-mail because your name stands on this note.',
    office: 'You get this e-mail because your office answers the advice of this collaborative.',
  },
  delivered: {
    subject: 'Delivered: {reference}, {title}',
    preheader: 'The district will acknowledge and answer it.',
    lead: 'Nothing is asked of you. Your note “{title}” was delivered today. The district acknowledges it by {acknowledge} and answers it by {answer}.',
    action: 'See the note',
  },
  received: {
    subject: 'Please acknowledge advice {reference}: {title}',
    preheader: 'A collaborative has advised your office.',
    lead: 'Please acknowledge the note “{title}” by {acknowledge}. Answer each of its recommendations by {answer}.',
    action: 'Open the note',
  },
  acknowledged: {
    subject: 'Read: {reference}, {title}',
    preheader: 'The district has read your note.',
    lead: 'Nothing is asked of you. The district has read “{title}”. The answer is due by {answer}.',
    action: 'See the note',
  },
  extended: {
    subject: 'The answer to {reference} comes later',
    preheader: 'The district says why, and until when.',
    lead: 'Nothing is asked of you. The answer to “{title}” is now due by {date}. The district says why:',
    action: 'See the note',
  },
  question: {
    subject: 'The district asks you about {reference}',
    preheader: 'The clock stands until you reply.',
    lead: 'Please reply: the district has a question about “{title}”. The clock of the answer stands until one of the authors replies.',
    action: 'Reply',
  },
  replied: {
    subject: 'The authors replied about {reference}',
    preheader: 'The clock runs on.',
    lead: 'The authors of “{title}” have replied to your question. The answer is now due by {date}.',
    action: 'Open the note',
  },
  awaits: {
    subject: 'Please sign the answer to {reference}',
    preheader: 'An answer waits for your signature.',
    lead: 'Please sign the answer to “{title}”, or give it back with words. It is due by {answer}.',
    action: 'Read and sign',
  },
  returned: {
    subject: 'Please change the answer to {reference}',
    preheader: 'The approver gave it back with words.',
    lead: 'Please change the answer to “{title}” and send it again. It is due by {answer}.',
    action: 'Open the answer',
  },
  answered: {
    subject: 'Answered: {reference}, {title}',
    preheader: 'The district has answered your note.',
    lead: 'Nothing is asked of you before the next meeting. The district has answered “{title}”, recommendation by recommendation. The answer goes on the next agenda.',
    action: 'Read the answer',
  },
} as const;
