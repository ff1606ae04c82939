import { path } from '../../lib/path';

const list = '/staff/cycles/:code/:slug/applications';

/** What staff do with the list of one collaborative, beside the addresses of applications. */
export const deskListPaths = {
  views: path(`${list}/views`),
  view: path(`${list}/views/:id`),
  viewRemoval: path(`${list}/views/:id/removal`),
  bulk: path(`${list}/bulk`),
  bulkCheck: path(`${list}/bulk/check`),
  bulkRun: path(`${list}/bulk/run`),
  duplicates: path(`${list}/duplicates`),
} as const;

export const recordPaths = {
  notes: path('/staff/applications/:ref/:slug/notes'),
  noteRemoval: path('/staff/applications/:ref/notes/:id/removal'),
  slatePacket: path('/staff/cycles/:code/:slug/slate/packet'),
  slatePacketPdf: path('/staff/cycles/:code/:slug/slate/packet.pdf'),
  packet: path('/staff/applications/:ref/packet'),
  packetPdf: path('/staff/applications/:ref/packet.pdf'),
  merge: path('/staff/applications/:ref/merge/:other'),
  different: path('/staff/applications/:ref/different/:other'),
} as const;
