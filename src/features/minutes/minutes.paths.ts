import { path } from '../../lib/path';

export const minutesPaths = {
  show: path('/meetings/:id/minutes'),
  json: path('/meetings/:id/minutes.json'),
  pdf: path('/meetings/:id/minutes.pdf'),
  desk: path('/meetings/:id/minutes/desk'),
  compilation: path('/meetings/:id/minutes/compilation'),
  text: path('/meetings/:id/minutes/text'),
  circulation: path('/meetings/:id/minutes/circulation'),
  agendaItem: path('/meetings/:id/minutes/agenda-item'),
  correction: path('/meetings/:id/minutes/correction'),
  changes: path('/meetings/:id/minutes/changes'),
  amendment: path('/meetings/:id/minutes/amendment'),
  amendmentWithdrawal: path('/meetings/:id/minutes/amendment/withdrawal'),
  answer: path('/meetings/:id/minutes/corrections/:correction/answer'),
} as const;
