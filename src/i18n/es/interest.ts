import type { Translation } from '../keys';
import type { interest as source } from '../en/interest';

export const interest: Translation<typeof source> = {
  events: { join: 'Quiere saber de la próxima convocatoria', leave: 'Ya no quiere saber de la próxima convocatoria' },
  status: {
    title: 'La próxima convocatoria',
    ask: '¿Quiere que le escribamos cuando se vuelva a abrir el plazo? Le llenamos sus respuestas para que las revise.',
    join: 'Tómenme en cuenta para la próxima convocatoria',
    joined: 'Le escribiremos cuando se vuelva a abrir el plazo.',
    on: 'Nos pidió que le escribamos cuando se vuelva a abrir el plazo.',
    leave: 'No me escriban sobre esto',
    left: 'No le escribiremos sobre la próxima convocatoria.',
  },
  leave: {
    title: '¿Ya no quiere correos sobre la próxima convocatoria?',
    lead: 'Oprima el botón y ya no le escribiremos cuando se abra el plazo.',
    button: 'No me escriban sobre esto',
    doneTitle: 'Ya no está en la lista',
    done: 'No le escribiremos sobre la próxima convocatoria. Puede presentar una solicitud siempre que haya una convocatoria abierta.',
  },
  again: {
    title: 'Presente otra solicitud',
    lead: 'Oprima el botón. Llenamos lo que nos dijo la última vez y usted lo revisa.',
    button: 'Empezar con mis respuestas anteriores',
    filled: 'Llenamos lo que nos dijo la última vez. Revíselo y cambie lo que ya no sea cierto.',
  },
  emails: {
    opens: {
      subject: 'Otra vez se reciben solicitudes: {collaborative}',
      preheader: 'Presente la suya a más tardar el {closing}',
      ask: 'Por favor, presente su solicitud a más tardar el {closing} si todavía quiere un lugar en el {collaborative}.',
      how: 'El botón le lleva a un formulario con sus respuestas anteriores. Revíselas, agregue lo nuevo y envíelo.',
      button: 'Presentar mi solicitud con mis respuestas anteriores',
      reason: 'Recibe este mensaje porque nos pidió que le escribiéramos cuando se abra la próxima convocatoria.',
    },
  },
};
