export const interest = {
  events: { join: 'Wants to hear of the next cycle', leave: 'No longer wants to hear of the next cycle' },
  status: {
    title: 'The next cycle',
    ask: 'Shall we write to you when applications open again? We fill in your answers for you to check.',
    join: 'Consider me for the next cycle',
    joined: 'We write to you when applications open again.',
    on: 'You asked us to write to you when applications open again.',
    leave: 'Do not write to me about it',
    left: 'We will not write to you about the next cycle.',
  },
  leave: {
    title: 'No more mail about the next cycle?',
    lead: 'Press the button, and we no longer write to you when applications open.',
    button: 'Do not write to me about it',
    doneTitle: 'You are off the list',
    done: 'We will not write to you about the next cycle. You can apply at any time a cycle is open.',
  },
  again: {
    title: 'Apply again',
    lead: 'Press the button. We fill in what you told us last time, and you check it.',
    button: 'Begin with my last answers',
    filled: 'We filled in what you told us last time. Check it and change what is no longer true.',
  },
  emails: {
    opens: {
      subject: 'Applications are open again: {collaborative}',
      preheader: 'Apply by {closing}',
      ask: 'Please apply by {closing} if you would still like a seat on the {collaborative}.',
      how: 'The button takes you to a form that is filled in with your last answers. Check them, add what is new, and send it.',
      button: 'Apply with my last answers',
      reason: 'You get this because you asked us to write to you when the next cycle opens.',
    },
  },
} as const;
