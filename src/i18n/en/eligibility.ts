export const eligibility = {
  title: 'Is there a place for you?',
  lede: 'Three short questions. We keep none of your answers.',
  button: 'See the answer',
  skip: 'I know that I can apply: go to the form',
  begin: 'Start my application',
  again: 'Answer again',
  ties: {
    question: 'What ties you to the local district?',
    hint: 'Tick all that are true.',
    child: 'My child, or a child I take care of, goes to school there',
    student: 'I go to school there',
    lives: 'I live there',
    works: 'I work there',
    serves: 'I speak for a group that serves people there',
    gives: 'I speak for a foundation or fund that gives there',
    business: 'I own a business there, or work in one',
    none: 'None of these',
  },
  age: { question: 'How old are you?', under_13: 'Under 13', '13': '13', '14_to_17': '14 to 17', adult: '18 or older' },
  term: {
    question: 'Can you serve the whole term?',
    hint: 'It is two years, with about one meeting a month.',
    yes: 'Yes',
    unsure: 'I am not sure',
    no: 'No',
  },
  guardianNote: 'For a student seat, your parent or guardian must agree. We ask for their name in the form.',
  unsureNote: 'You may apply even if you are not sure about the whole term. You decide when a seat is offered to you.',
  outcomes: {
    welcome: { title: 'There is a place for you', lead: 'You can apply for a seat of this kind:' },
    tooYoung: {
      title: 'You can take part when you are older',
      lead: 'You must be 13 to apply. Until then a parent or guardian can speak for you, and the meetings are open to everyone.',
    },
    waitUntil14: {
      title: 'A student seat is open to you at 14',
      lead: 'Until then you can come to the meetings and speak there. If you also live in the local district, you can apply for a community seat now.',
    },
    noTie: {
      title: 'The seats are for people with a tie to the local district',
      lead: 'A tie can be a child in school, a home, a job, a group or a business. If you have one after all, answer again. If not, there is more you can do.',
    },
    noTime: {
      title: 'Another way to take part',
      lead: 'A seat asks for two years. If that is too long now, you can still come to the meetings, speak there and help shape the advice.',
    },
    noSeat: {
      title: 'No seat of your kind is free this time',
      lead: 'All the seats that fit you are filled in this cycle. Seats become free again, and the meetings are open to everyone.',
    },
  },
  others: {
    title: 'What you can do',
    find: 'Find your collaborative',
    meetings: 'Come to a meeting',
    help: 'Ask us a question',
  },
} as const;
