export const applicationsStanding = {
  draft: {
    title: 'Not sent yet',
    now: 'You have begun an application. We do not have it yet.',
    next: 'Send it by {closing}.',
  },
  withdrawn: {
    title: 'Withdrawn',
    now: 'You have withdrawn your application.',
    next: 'There is nothing left to do. You may apply again in another cycle.',
    nextOpen: 'Did you change your mind? You can take this back until {closing}. What you sent last then counts again.',
  },
  discarded: { title: 'Discarded', now: 'This draft was not sent and is over.', next: 'You may apply again in another cycle.' },
  received: {
    title: 'Received',
    now: 'We have your application.',
    next: 'You can change it until {closing}. Then reviewers read it; they finish by {review}. You hear from us on {decisions}.',
  },
  closed: {
    title: 'Received',
    now: 'The cycle has closed and we have your application.',
    next: 'Reviewers read it by {review}. You hear from us on {decisions}.',
  },
  in_review: {
    title: 'In review',
    now: 'Reviewers now read what people sent, at first without names.',
    next: 'They finish by {review}. You hear from us on {decisions}.',
  },
  deciding: {
    title: 'Decisions are being made',
    now: 'The reviews are in. The collaborative’s staff and its local district decide now.',
    next: 'You hear from us on {decisions}. You do not need to do anything.',
  },
  decided: {
    title: 'Decided',
    now: 'Decisions have been announced. See below how each of your choices stands.',
    next: 'We have written to you. If a seat is offered to you, please answer in time.',
  },
  cancelled: {
    title: 'The cycle was cancelled',
    now: 'This application cycle was cancelled.',
    next: 'We keep what you sent and write to you about the next cycle.',
  },
} as const;
