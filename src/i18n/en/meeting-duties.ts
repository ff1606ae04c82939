export const meetingDuties = {
  post: {
    preheader: 'It is in time until {moment}.',
    ahead: {
      subject: 'Please post the agenda of {date}',
      lead: 'Please post the agenda of the {name} for {date}. It is in time until {moment}.',
    },
    last: {
      subject: { one: '{count} hour left: the agenda of {date}', other: '{count} hours left: the agenda of {date}' },
      lead: 'Please post the agenda of the {name} for {date} now. After {moment} this meeting can only inform and listen.',
    },
    action: 'Open the agenda desk',
  },
  task: {
    preheader: 'It was noted in the meeting of {meeting}.',
    ahead: {
      subject: 'To be done by {date}',
      lead: 'Please do this by {date}. You took it on in the meeting of {meeting} ({title}):',
    },
    late: {
      subject: 'It was to be done by {date}',
      lead: 'Please do this, or tell the secretary that it is done. It was due on {date}. You took it on in the meeting of {meeting} ({title}):',
    },
    action: 'See what is asked of you',
    after: 'The secretary marks it as done, or as not needed any more. Then these e-mails end.',
    reason: 'You get this e-mail because your name stands beside it in the record of the meeting.',
  },
} as const;
