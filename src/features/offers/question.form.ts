import { field, parseForm } from '../../lib/form';

export const parseQuestion = (body: unknown) => parseForm({ words: field.text(2000, 'offers.errors.question') }, body);

export const parseAnswer = (body: unknown) =>
  parseForm({ version: field.version(), words: field.text(4000, 'offers.errors.answer') }, body);

export const parseExtension = (body: unknown) =>
  parseForm({ version: field.version(), until: field.date(), reason: field.text(500, 'offers.errors.extensionReason') }, body);

export const parseNext = (body: unknown) => parseForm({ seat: field.id(), candidacy: field.id() }, body);

export const parseDecline = (body: unknown) => parseForm({ reason: field.optionalText(500) }, body);
