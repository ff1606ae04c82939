import type { Translation } from '../keys';
import type { agendas as source } from '../en/agendas';

export const agendas: Translation<typeof source> = {
  standing: {
    callToOrder: 'Apertura de la sesión',
    rollCall: 'Pase de lista',
    publicComment: 'Comentarios del público',
    publicCommentText:
      'Cualquier persona puede hablar, sobre este orden del día o sobre cualquier otro asunto del que se ocupe el colaborativo. No hace falta dar el nombre.',
    adjourn: 'Cierre de la sesión',
  },
  events: {
    itemAdded: 'Se añadió un punto al orden del día',
    itemChanged: 'Se cambió un punto del orden del día',
    itemRemoved: 'Se quitó un punto del orden del día',
    itemMoved: 'Se movió un punto del orden del día',
    posted: 'Se publicó el orden del día',
    postedLate: 'Se publicó tarde el orden del día',
  },
  errors: { closed: 'El orden del día de esta reunión está cerrado.' },
};
