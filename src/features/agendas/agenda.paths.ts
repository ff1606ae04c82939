import { path } from '../../lib/path';

export const agendaPaths = {
  current: path('/:c/agenda/current'),
  show: path('/meetings/:id/agenda'),
  pdf: path('/meetings/:id/agenda.pdf'),
  packet: path('/meetings/:id/packet.pdf'),
  draftPdf: path('/meetings/:id/agenda/draft.pdf'),
  desk: path('/meetings/:id/agenda/desk'),
  items: path('/meetings/:id/agenda/items'),
  newItem: path('/meetings/:id/agenda/items/new'),
  item: path('/meetings/:id/agenda/items/:item'),
  removal: path('/meetings/:id/agenda/items/:item/removal'),
  /** Taking over the lines of a template or of the agenda before. */
  beginning: path('/meetings/:id/agenda/beginning'),
  changes: path('/meetings/:id/agenda/changes'),
  carryOver: path('/meetings/:id/agenda/carry-over'),
  order: path('/meetings/:id/agenda/order'),
  posting: path('/meetings/:id/agenda/posting'),
  papers: path('/meetings/:id/papers'),
  paper: path('/meetings/:id/papers/:file/:name'),
  paperRemoval: path('/meetings/:id/papers/:file/removal'),
  notice: path('/meetings/:id/notice'),
  door: path('/meetings/:id/door'),
} as const;

/** The exact bytes of one version; `path` cannot name a parameter before a dot. */
export const snapshotFile = {
  pattern: '/meetings/:id/notice/:number.json',
  of: (id: string, number: number): string => `/meetings/${encodeURIComponent(id)}/notice/${number}.json`,
} as const;

/** Names the hash that stands on the proof page, so that a program need not read the page. */
export const snapshotHashHeader = 'Posting-SHA-256';

/** The code on the sheet for the door. */
export const doorPicture = {
  pattern: '/meetings/:id/door/:lang.svg',
  of: (id: string, lang: string): string => `/meetings/${encodeURIComponent(id)}/door/${lang}.svg`,
} as const;
