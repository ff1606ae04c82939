import type { Translation } from '../keys';
import type { applicationsStanding as source } from '../en/applications-standing';

export const applicationsStanding: Translation<typeof source> = {
  draft: {
    title: 'Sin enviar',
    now: 'Usted empezó una solicitud. Todavía no la tenemos.',
    next: 'Envíela a más tardar el {closing}.',
  },
  withdrawn: {
    title: 'Retirada',
    now: 'Usted retiró su solicitud.',
    next: 'No queda nada por hacer. Puede presentar otra en la próxima convocatoria.',
    nextOpen: '¿Cambió de idea? Puede recuperar su solicitud hasta el {closing}. Entonces vuelve a contar lo último que envió.',
  },
  discarded: {
    title: 'Descartada',
    now: 'Este borrador no se envió y ya terminó.',
    next: 'Puede presentar otra en la próxima convocatoria.',
  },
  received: {
    title: 'Recibida',
    now: 'Tenemos su solicitud.',
    next: 'Puede cambiarla hasta el {closing}. Después la leen quienes evalúan, a más tardar el {review}. Le avisamos el {decisions}.',
  },
  closed: {
    title: 'Recibida',
    now: 'La convocatoria cerró y tenemos su solicitud.',
    next: 'Quienes evalúan la leen a más tardar el {review}. Le avisamos el {decisions}.',
  },
  in_review: {
    title: 'En evaluación',
    now: 'Se están leyendo las solicitudes, al principio sin nombres.',
    next: 'La evaluación termina el {review}. Le avisamos el {decisions}.',
  },
  deciding: {
    title: 'En decisión',
    now: 'Las evaluaciones están completas. Ahora deciden el personal del colaborativo y su distrito local.',
    next: 'Le avisamos el {decisions}. No necesita hacer nada.',
  },
  decided: {
    title: 'Decidida',
    now: 'Las decisiones ya se anunciaron. Abajo puede ver cómo quedó cada una de sus opciones.',
    next: 'Le hemos escrito. Si se le ofrece un lugar, por favor, responda a tiempo.',
  },
  cancelled: {
    title: 'La convocatoria se canceló',
    now: 'Esta convocatoria se canceló.',
    next: 'Conservamos lo que envió y le escribiremos sobre la próxima convocatoria.',
  },
};
