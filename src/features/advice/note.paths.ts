import { path } from '../../lib/path';

export const advicePaths = {
  list: path('/:slug/advice'),
  show: path('/advice/:id'),
  begin: path('/advice/new'),
  notes: path('/advice'),
  edit: path('/advice/:id/words'),
  opening: path('/advice/:id/opening'),
  revision: path('/advice/:id/revision'),
  endorsement: path('/advice/:id/endorsement'),
  agendaItem: path('/advice/:id/agenda-item'),
  delivery: path('/advice/:id/delivery'),
  closing: path('/advice/:id/closing'),
  withdrawal: path('/advice/:id/withdrawal'),
  mine: path('/me/advice'),
  staffList: path('/staff/:slug/advice'),
  staffNote: path('/staff/advice/:id'),
  acknowledgement: path('/staff/advice/:id/acknowledgement'),
  answer: path('/staff/advice/:id/answer'),
  signature: path('/staff/advice/:id/signature'),
  giveBack: path('/staff/advice/:id/return'),
};
