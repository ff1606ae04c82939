import { path } from '../../lib/path';

export const roomPaths = {
  projector: path('/meetings/:id/session/projector'),
  chair: path('/meetings/:id/session/chair'),
  revocation: path('/meetings/:id/session/devices/:device/revocation'),
  device: path('/room/:token'),
  deviceArrival: path('/room/:token/arrival'),
  here: path('/meetings/:id/here'),
  herePicture: path('/meetings/:id/here/code'),
  devicePicture: path('/room/:token/code'),
} as const;
