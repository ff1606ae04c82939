import { cleanText } from '../lib/text';

const longest = 150;

/** A file's name as it is shown and given back: one line, no folders, at most 150 characters, its ending kept. */
export function shownName(given: string): string {
  const name = cleanText(given).normalize('NFC').replace(/\s+/g, ' ').replace(/[/\\]/g, '_').trim().replace(/^\.+/, '');
  const letters = Array.from(name);
  if (letters.length <= longest) return name;
  const ending = Array.from(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '');
  return [...letters.slice(0, longest - ending.length), ...ending].join('');
}

/** Endings of programs, scripts and pages: before the last ending they only serve to mislead. */
const misleading = /\.(exe|com|bat|cmd|scr|msi|js|mjs|vbs|ps1|jar|hta|html?|xhtml|svg|php|sh|lnk|docm|xlsm|pptm)\./i;

/** Whether a name plays tricks: a NUL, a second ending that misleads (`plan.exe.pdf`). */
export const isTrickyName = (given: string): boolean => given.includes('\0') || misleading.test(given);

/** A Content-Disposition that saves under this name (RFC 6266): plain ASCII for old programs, UTF-8 for all others. */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
