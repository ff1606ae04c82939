import { path } from '../../lib/path';
import { meetingPaths } from '../meetings';

export const guestPaths = {
  register: meetingPaths.registration,
  sent: path('/meetings/:id/registration/sent'),
  own: path('/registrations/:token'),
  list: meetingPaths.guests,
  places: path('/meetings/:id/guests/places'),
  arrival: path('/meetings/:id/guests/:guest/arrival'),
  removal: path('/meetings/:id/guests/:guest/removal'),
} as const;
