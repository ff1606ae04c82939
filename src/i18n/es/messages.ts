import type { Translation } from '../keys';
import type { messages as source } from '../en/messages';

export const messages: Translation<typeof source> = {
  meetingTomorrow: {
    subject: 'Mañana: {title}',
    lead: 'Le esperamos mañana en la reunión de {name}: {moment}. Si no puede asistir, avísenos en la página de la reunión antes de que empiece.',
    open: 'Ver la reunión',
  },
};
