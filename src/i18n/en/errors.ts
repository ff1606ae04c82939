export const errors = {
  notFound: {
    title: 'We could not find that page',
    lead: 'The address may be wrong, or the page may not be yours to see.',
    help: 'Check the address, or start from the home page.',
  },
  forbidden: {
    title: 'This is not open to you',
    lead: 'You are signed in, but this is for someone else to do.',
    help: 'If you think it should be yours, write to us through Help.',
  },
  conflict: {
    title: 'That could not be done now',
    changedMeanwhile: 'Someone else changed this before you. Go back, look again, and repeat your change if it is still needed.',
    notNow: 'This step is not possible now. It may already have been done.',
    help: 'Nothing was changed. Go back and look at how it stands now.',
  },
  invalid: {
    title: 'Something in the form is missing',
    lead: 'We could not read what was sent.',
    help: 'Go back, check the form and send it again.',
  },
  failure: {
    title: 'Something went wrong on our side',
    lead: 'Your last step may not have been saved.',
    help: 'Try again in a minute. If it stays, write to us and name this number: {id}',
  },
  busy: {
    title: 'We are busy for a moment',
    lead: 'Nothing is lost. Wait a few seconds, then send it again.',
    help: 'If it stays, write to us and name this number: {id}',
  },
  csrf: {
    title: 'This form was open for too long',
    lead: 'For your safety we did not send it. Your words are below.',
    help: 'Go back, load the page again, and send the form once more.',
    words: 'What you wrote',
  },
  tooLarge: {
    title: 'That was too large',
    lead: 'A file may have up to 10 MB, a form up to 200 KB.',
    help: 'Make it smaller and send it again.',
  },
  tooMany: { title: 'Too many tries', lead: 'Wait {minutes} minutes, then try again.', help: 'Nothing is locked for good.' },
  home: 'Go to the home page',
  helpLink: 'Ask for help',
  goBack: 'Go back',
} as const;
