export const attendance = {
  title: 'Attendance: {name}',
  short: 'Attendance',
  kicker: 'Attendance and votes, {name}',
  lead: 'Taken from approved minutes alone. Members are counted on their own days: not before a seat began, not while on leave.',
  meetings: { one: 'From the approved minutes of {count} meeting.', other: 'From the approved minutes of {count} meetings.' },
  empty: 'No minutes have been approved yet. When they are, everyone can see here who came.',
  person: 'Member',
  sums: { called: 'meetings', there: 'attended', remote: 'of these from afar', excused: 'excused', absent: 'missed' },
  how: { present: 'In the room', remote: 'From afar', excused: 'Excused', absent: 'Missed' },
  cameLater: 'Came after the roll call',
  carried: 'Motion {number}: {vote}. It passed. “{text}”',
  failed: 'Motion {number}: {vote}. It did not pass. “{text}”',
  votes: { yes: 'voted yes', no: 'voted no', abstain: 'abstained', recused: 'stepped aside', absent: 'was not there' },
  mails: {
    meetings: 'Meetings missed',
    open: 'See the next meetings',
    member: {
      subject: 'We missed you at {count} meetings in a row',
      lead: 'Please tell us if something stands in the way: you were not at the last {count} meetings of the {name}, and we had no word from you.',
      help: 'We can help with an interpreter, child care or a way to take part from afar, and you can ask for a leave. Write or call: {contact}.',
    },
    staff: {
      subject: '{member} has missed three meetings or more in a row',
      lead: 'Please call {member}: the last {count} meetings of the {name} were missed without an excuse.',
    },
  },
} as const;
