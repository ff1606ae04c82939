import type { Translation } from '../keys';
import type { meetingDuties as source } from '../en/meeting-duties';

export const meetingDuties: Translation<typeof source> = {
  post: {
    preheader: 'Está a tiempo hasta el {moment}.',
    ahead: {
      subject: 'Por favor, publique el orden del día del {date}',
      lead: 'Por favor, publique el orden del día del {name} para el {date}. Está a tiempo hasta el {moment}.',
    },
    last: {
      subject: {
        one: 'Queda {count} hora: orden del día del {date}',
        many: 'Quedan {count} de horas: orden del día del {date}',
        other: 'Quedan {count} horas: orden del día del {date}',
      },
      lead: 'Por favor, publique ahora el orden del día del {name} para el {date}. Después del {moment}, esta reunión solo puede informar y escuchar.',
    },
    action: 'Preparar el orden del día',
  },
  task: {
    preheader: 'Se anotó en la reunión del {meeting}.',
    ahead: {
      subject: 'Por hacer a más tardar el {date}',
      lead: 'Por favor, haga esto a más tardar el {date}. Usted lo asumió en la reunión del {meeting} ({title}):',
    },
    late: {
      subject: 'Debía estar hecho el {date}',
      lead: 'Por favor, hágalo o avise a la secretaría que ya está hecho. Debía estar listo el {date}. Usted lo asumió en la reunión del {meeting} ({title}):',
    },
    action: 'Ver lo que se le pide',
    after: 'La secretaría lo marca como hecho o como ya no necesario. Entonces dejan de llegar estos correos.',
    reason: 'Recibe este correo porque su nombre figura junto a esta tarea en el registro de la reunión.',
  },
};
