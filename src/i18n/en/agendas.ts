export const agendas = {
  standing: {
    callToOrder: 'Call to order',
    rollCall: 'Roll call',
    publicComment: 'Public comment',
    publicCommentText: 'Anyone may speak, on this agenda or on anything else the collaborative deals with. No name is needed.',
    adjourn: 'Adjournment',
  },
  events: {
    itemAdded: 'Agenda item added',
    itemChanged: 'Agenda item changed',
    itemRemoved: 'Agenda item removed',
    itemMoved: 'Agenda item moved',
    posted: 'Agenda posted',
    postedLate: 'Agenda posted late',
  },
  errors: { closed: 'The agenda of this meeting is closed.' },
} as const;
