import { seal, unseal } from '../../lib/secret';

const purpose = 'guest';

/** A text for the link in a mail by which whoever registered can give the place back; nothing of it is stored. */
export const guestToken = (guestId: string, secret: string): string => seal(`${purpose} ${guestId}`, secret);

/** The registration such a text stands for; undefined for anything else. */
export function readGuestToken(token: string, secret: string): string | undefined {
  try {
    const [kind, id] = unseal(token, secret).split(' ');
    return kind === purpose ? id : undefined;
  } catch {
    return undefined;
  }
}
