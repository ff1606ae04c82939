export const applicationsEmails = {
  hello: 'Hello,',
  continue: {
    subject: 'Continue your application',
    preheader: 'Send it by {closing}',
    ask: 'Please finish and send your application by {closing}.',
    how: 'Your answers so far are saved. The button below takes you back to them, on this device or another one.',
    button: 'Continue your application',
    after:
      'The link works once and for 14 days. You can ask for a new one on the Apply page. If you did not begin an application, you need not do anything.',
  },
  received: {
    subject: 'We have your application {reference}',
    preheader: 'Decisions on {decisions}',
    ask: 'We have your application for {cycle}. You need not do anything now: you hear from us on {decisions}.',
    changes: 'You can change your answers until {closing}.',
    button: 'See where it stands',
    after: 'The button opens your page without a password. Do not pass this e-mail on.',
  },
  changed: {
    subject: 'We have your changes to application {reference}',
    ask: 'We have the changes to your application for {cycle}. You need not do anything now: you hear from us on {decisions}.',
  },
  entered: {
    subject: 'Staff have entered your application {reference}',
    ask: 'Please check this copy: staff entered your application for {cycle} as you gave it to them. You hear from us on {decisions}.',
  },
  corrected: {
    subject: 'Staff have corrected your application {reference}',
    ask: 'Please check this copy: staff corrected what they had typed of your application for {cycle}. You hear from us on {decisions}.',
  },
  reinstated: {
    subject: 'Your application {reference} counts again',
    ask: 'You took back your withdrawal. Your application for {cycle} counts as you sent it last. You need not do anything now: you hear from us on {decisions}.',
  },
  link: {
    subject: 'Your application {reference}',
    ask: 'You asked for the link to your application. Press the button to see where it stands.',
  },
} as const;
