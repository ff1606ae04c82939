export const onboardingEmails = {
  open: 'Open my checklist',
  fact: 'Term',
  left: 'Still open',
  welcome: {
    subject: 'Welcome to the {collaborative}: your checklist',
    lead: 'Please work through your checklist before {date}. Your seat begins when its required steps are done and your term has begun.',
    leadNow:
      'Please work through your checklist as soon as you can. Your term has begun, and your seat begins with the last required step.',
    thanks: 'Thank you for accepting a seat on the {collaborative}. We are glad to have you.',
    noPassword: 'You need no password: we send a link to this address when you sign in.',
    help: 'Do you need an interpreter, child care or help with a step? Tell us there, or ask the staff.',
  },
  due: {
    subject: 'By {date}: a step for your seat',
    lateSubject: 'Still open since {date}: a step for your seat',
    lead: 'Please finish what is listed below by {date}.',
    late: 'Please finish what is listed below. It was due on {date}.',
    why: 'Your seat on the {collaborative} rests on it. If you need help, ask the staff.',
  },
  stuck: {
    subject: {
      one: '{count} person is stuck on the way to the {collaborative}',
      other: '{count} people are stuck on the way to the {collaborative}',
    },
    lead: { one: 'Please look at {count} checklist with a late step.', other: 'Please look at {count} checklists with a late step.' },
    open: 'Open the board',
  },
  nudge: {
    subject: { one: '{count} step is left before your seat begins', other: '{count} steps are left before your seat begins' },
    lead: 'Please finish the steps below. The next one is “{task}”.',
    leadDue: 'Please finish “{task}” by {date}, then the other steps below.',
    reason: 'The staff of the {collaborative} asked us to remind you.',
  },
} as const;
