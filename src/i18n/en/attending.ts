export const attending = {
  title: '{name}, are you coming?',
  said: 'Your answer so far: {answer}. You can change it here until the meeting ends.',
  expected:
    'By the answers, {coming} of {voters} voting members come. {needed} are needed. {declined} do not come, and {unanswered} have not answered.',
  mails: {
    open: 'Open the meeting',
    coming: {
      subject: 'Are you coming on {date}?',
      lead: 'Please tell us now whether you come to the meeting of the {name}: {moment}. We need to know if enough members will be there to decide.',
      open: 'Give my answer',
      after: 'The link is yours alone and needs no password. Please do not pass it on.',
    },
    tomorrow: {
      subject: 'Tomorrow: {title}',
      lead: 'Please come to the meeting of the {name} tomorrow: {moment}. If you cannot come, tell us on the page of the meeting before it begins.',
    },
    soon: {
      subject: 'At {time}: {title}',
      lead: 'Please be there at {time}: the meeting of the {name} begins in two hours.',
    },
    quorum: {
      subject: 'Too few may come on {date}',
      lost: 'Please move the meeting or call members now: even if everyone else comes, too few will be at the meeting of the {name} on {moment} to decide.',
      open: 'Please call members who have not answered: so far too few have said that they come to the meeting of the {name} on {moment}.',
      after: 'You get this once a day until enough members say that they come.',
    },
  },
} as const;
