import type { Translation } from '../keys';
import type { applicationsEntry as source } from '../en/applications-entry';

export const applicationsEntry: Translation<typeof source> = {
  title: 'Registrar una solicitud: {area}',
  lede: 'Para solicitudes en papel, por teléfono o en persona. El solicitante recibe una copia por correo electrónico, o en papel si no tiene. El historial la nombra a usted.',
  how: 'Cómo llegó',
  way: '¿Cómo nos llegó?',
  ways: { paper: 'En papel', phone: 'Por teléfono', in_person: 'En persona' },
  receivedOn: 'Día en que llegó',
  receivedHint: 'Lo que llegó a más tardar el día de cierre cuenta, aunque usted lo registre después.',
  address: 'Dirección postal',
  addressHint: 'Una línea para la calle y otra para la ciudad. Ahí llegan las cartas cuando no hay correo electrónico.',
  bestTime: 'Mejor hora para llamar',
  kept: 'Usted empezó esta hoja el {moment}. Continúe, o empiece una nueva.',
  anew: 'Empezar una hoja nueva',
  late: 'La convocatoria cerró el {day}. Todavía puede registrar lo que llegó antes.',
  next: 'Registrarla y pasar a la siguiente',
  doneOnPaper: 'La solicitud está registrada. Su número de referencia es {reference}. El acuse queda entre las cartas por imprimir.',
  lateCode: 'Código para entrega tardía',
  lateCodeHint: 'Solo para lo que llegó después del día de cierre. El código cuenta como usado.',
  emailHint: 'Déjelo vacío si no tiene.',
  button: 'Registrar la solicitud',
  done: 'La solicitud está registrada. Su número de referencia es {reference}.',
};
