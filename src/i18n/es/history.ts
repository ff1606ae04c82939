import type { Translation } from '../keys';
import type { history as source } from '../en/history';

export const history: Translation<typeof source> = {
  title: 'Historial',
  by: '{name} ({capacity})',
  deputyOf: 'en lugar de {name}',
  system: 'Por sí solo, en su fecha',
  erased: 'Una persona cuyos datos se borraron',
  empty: 'Aquí todavía no ha pasado nada.',
  capacity: {
    visitor: 'sin cuenta',
    person: 'persona',
    member: 'integrante',
    chair: 'presidencia',
    vice_chair: 'vicepresidencia',
    secretary: 'secretaría',
    administrator: 'administración del programa',
    staff: 'personal del distrito local',
    approver: 'quien aprueba',
    deputy: 'en lugar de quien aprueba',
    reviewer: 'persona que evalúa',
    caller: 'llamadas',
    system: 'por fecha',
  },
};
