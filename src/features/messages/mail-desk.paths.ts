import { path } from '../../lib/path';

export const mailDeskPaths = {
  desk: path('/admin/mail'),
  arrival: path('/admin/mail/:id/arrival'),
  resending: path('/admin/mail/:id/resending'),
  pause: path('/admin/mail/pause'),
  resumption: path('/admin/mail/resumption'),
} as const;
