import { field, parseForm } from '../../lib/form';
import { outcomes } from './procedure';

export const parseRequest = (body: unknown) =>
  parseForm({ candidacy: field.id(), words: field.text(4000, 'offers.errors.requestWords') }, body);

export const parseOutcome = (body: unknown) =>
  parseForm({ version: field.version(), outcome: field.choice(outcomes), words: field.text(4000, 'offers.errors.answer') }, body);
