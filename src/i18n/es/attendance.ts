import type { Translation } from '../keys';
import type { attendance as source } from '../en/attendance';

export const attendance: Translation<typeof source> = {
  title: 'Asistencia: {name}',
  short: 'Asistencia',
  kicker: 'Asistencia y votos, {name}',
  lead: 'Se toma solo de actas aprobadas. A cada integrante se le cuentan sus propios días: no antes de empezar su lugar ni durante una licencia.',
  meetings: {
    one: 'De las actas aprobadas de {count} reunión.',
    many: 'De las actas aprobadas de {count} de reuniones.',
    other: 'De las actas aprobadas de {count} reuniones.',
  },
  empty: 'Todavía no hay actas aprobadas. Cuando las haya, todos podrán ver aquí quién asistió.',
  person: 'Integrante',
  sums: { called: 'reuniones', there: 'con asistencia', remote: 'de ellas a distancia', excused: 'con justificación', absent: 'con falta' },
  how: { present: 'En la sala', remote: 'A distancia', excused: 'Con justificación', absent: 'Faltó' },
  cameLater: 'Llegó después de pasar lista',
  carried: 'Moción {number}: {vote}. Se aprobó. «{text}»',
  failed: 'Moción {number}: {vote}. No se aprobó. «{text}»',
  votes: { yes: 'votó a favor', no: 'votó en contra', abstain: 'se abstuvo', recused: 'se apartó', absent: 'no estaba' },
  mails: {
    meetings: 'Reuniones con falta',
    open: 'Ver las próximas reuniones',
    member: {
      subject: 'Le echamos de menos en {count} reuniones seguidas',
      lead: 'Por favor díganos si algo se lo impide: usted no estuvo en las últimas {count} reuniones del {name} y no supimos por qué.',
      help: 'Podemos ayudarle con intérprete, cuidado de niños o una manera de participar a distancia, y usted puede pedir una licencia. Escriba o llame: {contact}.',
    },
    staff: {
      subject: '{member} ha faltado a tres reuniones seguidas o más',
      lead: 'Por favor llame a {member}: faltó sin justificación a las últimas {count} reuniones del {name}.',
    },
  },
};
