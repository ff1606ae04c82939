import { field, parseForm } from '../../lib/form';
import { general } from './comment.form';
import { speakerWays } from './speaker';

/** The form of a speaker; `items` are the lines of the posted agenda. */
export const parseSpeaker = (body: unknown, items: readonly string[]) =>
  parseForm(
    {
      item: field.choice([general, ...items]),
      way: field.choice(speakerWays),
      interpreter: field.optionalText(60),
      name: field.optionalText(100),
      email: field.optionalEmail(),
      key: field.key(),
    },
    body,
  );

export const callFields = { version: field.version() };
