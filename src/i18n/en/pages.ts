export const pages = {
  ask: 'Ask us',
  privacy: {
    title: 'Privacy',
    description: 'What this site keeps about you, who sees it and for how long, in plain words.',
    lead: 'We keep what we need to choose members, hold meetings and answer you. We do not sell it, and we do not watch what you read.',
    kept: {
      title: 'What we keep',
      application: {
        name: 'When you apply:',
        text: 'your name, how to reach you, your ZIP code or school, and your answers. Each time you send the application, we keep that version.',
      },
      optional: {
        name: 'Questions about yourself that you may skip:',
        text: 'your answers are kept apart from the application and play no part in the choice.',
      },
      member: {
        name: 'When you become a member:',
        text: 'your seat and term, what you did before you began, when you came to meetings, and how you voted.',
      },
      account: {
        name: 'When you sign in:',
        text: 'your e-mail address, your language, and the time. A password, if you choose one, is kept in a form that nobody can read.',
      },
      comment: {
        name: 'When you write to a meeting or sign up to speak:',
        text: 'your words, and the name you give if you give one. Both are public. Your e-mail address, if you leave it, is not.',
      },
      guest: {
        name: 'When you register for a community session, or ask for help to take part:',
        text: 'your name, how many you are, your language and what you need.',
      },
      follow: {
        name: 'When you ask us to send you news or agendas:',
        text: 'your e-mail address, your language and what you follow. We keep nothing until you confirm, and one press ends it.',
      },
      question: { name: 'When you ask for help:', text: 'your name, your e-mail address, your question and our answer.' },
    },
    notKept: {
      title: 'What we do not keep',
      child: {
        name: 'Nothing about a named child:',
        text: 'no number, grades, health or disability. Please do not write it anywhere here.',
      },
      tracking: { name: 'No tracking:', text: 'no ads, no counters of other firms, and nothing that loads from other sites.' },
      logs: {
        name: 'No diary of your visits:',
        text: 'our logs say when someone asked for a page and if it worked. They hold no names, e-mail or internet addresses.',
      },
    },
    seen: {
      title: 'Who sees it',
      public: {
        name: 'Everyone:',
        text: 'the names of members, their seats and offices, who came and how they voted. Also agendas, minutes, advice and answers. Never your address, phone or e-mail.',
      },
      staff: {
        name: 'Staff of your local district:',
        text: 'what people send to their collaborative, and what they need to seat you. The program office sees all of them.',
      },
      reviewers: {
        name: 'Reviewers:',
        text: 'the answers they are asked to score. While they score, they do not see your name or how to reach you.',
      },
      optional: { name: 'Nobody, one by one:', text: 'the questions you may skip. They are shown only as totals of ten people or more.' },
      nobody: { name: 'Your access needs:', text: 'only those who book interpreters, seats or child care.' },
    },
    howLong: {
      title: 'How long',
      drafts: { name: 'Applications never sent:', text: 'until 90 days after the closing date.' },
      applications: { name: 'Applications that were not chosen:', text: 'two years.' },
      members: { name: 'Files of members:', text: 'the term and four years.' },
      guests: { name: 'Who signed up for an open session, and what they needed:', text: 'until 30 days after it.' },
      record: { name: 'Agendas, minutes, advice and answers:', text: 'for good. They are public records.' },
      messages: {
        name: 'To be honest:',
        text: 'applications never sent, registrations, and the words of old e-mails are deleted by themselves. For the rest, a person looks once a year at what is due. Ask us, and we delete sooner what the law does not make us keep.',
      },
    },
    cookies: {
      title: 'Cookies',
      session: { name: 'One while you fill in a form or are signed in:', text: 'it ends when you sign out, or after a time without use.' },
      language: { name: 'One for your language:', text: 'only when you store a choice.' },
      none: { name: 'None at all', text: 'when you only read public pages.' },
    },
    rights: {
      title: 'What you can ask of us',
      see: { name: 'See it:', text: 'we send you what we keep about you.' },
      correct: { name: 'Correct it:', text: 'we mend what is wrong.' },
      erase: {
        name: 'Erase it:',
        text: 'we take out what the law does not make us keep, and tell you what stays and why.',
      },
    },
    closing:
      'Some records of a public body may be asked for by anyone under California law. Before we give out anything that names you, we take out what the law lets us.',
  },
  accessibility: {
    title: 'Accessibility',
    description: 'What works with a keyboard, a screen reader or a phone, what does not yet, and whom to tell.',
    lead: 'Everyone should be able to apply, follow the meetings and read the answers. Tell us where we fall short: we mend it or find another way for you.',
    does: {
      title: 'What we build for',
      standard: { name: 'A standard:', text: 'WCAG 2.2, level AA.' },
      phone: { name: 'A phone:', text: 'every page fits a small screen, and text may be enlarged to 400 percent.' },
      keyboard: {
        name: 'A keyboard or a screen reader:',
        text: 'you can do it all without a mouse, and we say every error in words.',
      },
      languages: { name: 'Two languages:', text: 'every page, message and e-mail is in English and in Spanish.' },
      print: { name: 'Paper:', text: 'agendas and minutes print well, with the addresses of links.' },
      noScript: { name: 'Old phones and slow lines:', text: 'every page works without JavaScript, and none needs a download of fonts.' },
    },
    checked: {
      title: 'How it is checked',
      automatic: { name: 'By a program:', text: 'axe looks at the pages in a browser, wide and narrow, with each change of this site.' },
      hand: {
        name: 'By walking through:',
        text: 'a program fills in the whole form with keys alone. Then it does so again without JavaScript.',
      },
    },
    limits: {
      title: 'What does not work well yet',
      languages: {
        name: 'Other languages:',
        text: 'the site is not yet in Armenian, Korean, Chinese, Filipino, Russian, Farsi, Vietnamese or Arabic. Ask for an interpreter.',
      },
      pdf: {
        name: 'PDF:',
        text: 'agendas are tagged, so a screen reader can read them. Papers that others made may not be; the agenda says whom to ask.',
      },
      files: {
        name: 'Text that people write:',
        text: 'agendas, minutes and notes may be in one language only. We translate them when asked.',
      },
      audit: { name: 'No outside audit:', text: 'people who use screen readers every day have not tested this site for us yet.' },
    },
    meetings: {
      title: 'At meetings',
      interpreter: {
        name: 'Interpreters:',
        text: 'sign language and other languages, free. Ask by the day named on the page of the meeting.',
      },
      access: { name: 'Getting in:', text: 'tell us what you need about seating, hearing, sight or child care.' },
      remote: { name: 'From home:', text: 'where a meeting can be joined by computer or phone, its page says how.' },
    },
    closing:
      'If something stops you, write or call. We answer within five working days, and can take your application by phone or on paper.',
  },
} as const;
