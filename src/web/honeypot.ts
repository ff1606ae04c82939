import { rawForm, rawText } from '../lib/form';

/** A field that people do not see and programs fill in (`components/honeypot`); `website` is what they look for. */
export const honeypot = 'website';

/** Whether a program filled the form in: it is answered as if all were well, and nothing is kept. */
export const isFromProgram = (body: unknown): boolean => rawText(rawForm(body), honeypot) !== '';
