import { path } from '../../lib/path';

export const speakerPaths = {
  signUp: path('/meetings/:id/speakers'),
  own: path('/speakers/:token'),
  list: path('/meetings/:id/session/speakers'),
  sheet: path('/meetings/:id/session/speakers/sheet'),
  door: path('/meetings/:id/session/speakers/door'),
  call: path('/meetings/:id/session/speakers/:speaker/call'),
  end: path('/meetings/:id/session/speakers/:speaker/end'),
  absence: path('/meetings/:id/session/speakers/:speaker/absence'),
} as const;
