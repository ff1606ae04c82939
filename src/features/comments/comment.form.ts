import { field, parseForm } from '../../lib/form';
import { holdReasons } from './comment';

/** Languages a comment may be written in. */
export const commentLanguages = ['en', 'es'] as const;

/** Stands for the meeting's public comment where a line of the agenda is chosen. */
export const general = 'general';

/** The form of a comment; `items` are the lines of the posted agenda it may be about. */
export const parseComment = (body: unknown, { items, words }: { readonly items: readonly string[]; readonly words: number }) =>
  parseForm(
    {
      item: field.choice([general, ...items]),
      text: field.words(words),
      language: field.choice(commentLanguages),
      name: field.optionalText(100),
      email: field.optionalEmail(),
      consent: field.consent('comments.errors.consent'),
    },
    body,
  );

export const publishFields = { version: field.version() };

export const holdFields = { version: field.version(), reason: field.choice(holdReasons) };
