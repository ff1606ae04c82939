export const adviceDue = {
  acknowledge: {
    ahead: 'Please acknowledge advice {reference} by {date}',
    late: 'Late since {date}: the acknowledgement of advice {reference}',
    lead: 'Please acknowledge “{title}”. It is due by {date}.',
  },
  answer: {
    ahead: 'Please answer advice {reference} by {date}',
    late: 'Late since {date}: the answer to advice {reference}',
    lead: 'Please answer each recommendation of “{title}”. The answer is due by {date}.',
  },
  sign: {
    ahead: 'Please sign the answer to advice {reference} by {date}',
    late: 'Late since {date}: the signature under the answer to {reference}',
    lead: 'Please sign the answer to “{title}”, or give it back with words. It is due by {date}.',
  },
  preheader: 'Due by {date}.',
  ways: 'If more time is needed, say why on the page of the note: the authors are told of the new day.',
  action: 'Open the note',
} as const;
