import type { Translation } from '../keys';
import type { drafts as source } from '../en/drafts';

export const drafts: Translation<typeof source> = {
  events: { purge: 'Borrador abandonado eliminado' },
  unfinished: {
    subject: 'Todavía no ha enviado su solicitud: el plazo cierra el {day}',
    preheader: 'Envíela a más tardar el {closing}',
    ask: 'Por favor, termine y envíe su solicitud para {cycle} a más tardar el {closing}.',
    how: 'Lo que ha escrito está guardado. El botón le lleva de vuelta, en este aparato o en otro.',
    after: 'Si no quiere presentar la solicitud, no tiene que hacer nada. Borraremos el borrador 90 días después del cierre.',
  },
};
