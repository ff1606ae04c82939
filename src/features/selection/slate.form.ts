import { field, parseForm } from '../../lib/form';
import { reasons } from './slate';

/** `candidacy:seat`, `candidacy:alternate` from the board; or the longer form of a candidate's own page. */
export const parsePlacement = (body: unknown) =>
  parseForm(
    {
      version: field.version(),
      candidacy: field.id(),
      seat: field.id(),
      reason: field.optionalChoice(reasons),
      words: field.optionalText(500),
    },
    body,
  );

export const parseRemoval = (body: unknown) => parseForm({ version: field.version(), candidacy: field.id() }, body);

/** The button pressed, `candidacy:up` or `candidacy:down`. */
export const parseMove = (body: unknown) => parseForm({ version: field.version(), move: field.text(60) }, body);

export const parseVersion = (body: unknown) => parseForm({ version: field.version() }, body);

export const parseReturn = (body: unknown) =>
  parseForm({ version: field.version(), words: field.text(2000, 'selection.errors.returnWords') }, body);
