import type { Translation } from '../keys';
import type { agendaRequests as source } from '../en/agenda-requests';

export const agendaRequests: Translation<typeof source> = {
  link: 'Recibir los órdenes del día por correo',
  meetings: 'Reuniones',
  collaboratives: 'Todos los colaborativos',
  ask: {
    title: 'Recibir los órdenes del día por correo',
    lead: 'Le enviamos cada orden del día del {name} cuando se publica, y otra vez si cambia. No necesita una cuenta.',
    until: 'Por ley, esto dura hasta el {date}. Antes de ese día le preguntamos si quiere seguir.',
    email: 'Su correo electrónico',
    emailHint: 'Le enviamos un enlace. Ábralo para que sepamos que el correo es suyo.',
    kept: 'Usamos el correo solo para esto. Cada mensaje lleva un enlace para dejar de recibirlos.',
    send: 'Envíenme el enlace',
  },
  sent: {
    title: 'Revise su correo',
    lead: 'Le enviamos un enlace. Ábralo en un plazo de 7 días y recibirá los órdenes del día. Si no ve el mensaje, busque en la carpeta de correo no deseado.',
  },
  confirm: {
    title: '¿Quiere recibir estos órdenes del día?',
    lead: 'Oprima el botón para recibir por correo los órdenes del día del {name}.',
    button: 'Sí, quiero recibirlos',
    doneTitle: 'Listo: recibirá los órdenes del día',
    done: 'Recibirá por correo cada orden del día del {name} hasta el {date}.',
  },
  renewal: {
    title: '¿Quiere seguir recibiendo los órdenes del día?',
    lead: 'Oprima el botón y los recibirá hasta el {date}.',
    button: 'Sí, quiero seguir',
    doneTitle: 'Listo: los seguirá recibiendo',
    done: 'Recibirá los órdenes del día hasta el {date}.',
    goneTitle: 'No hay nada que renovar',
    gone: 'Esta petición ya terminó. Puede pedirlos de nuevo en la página del colaborativo.',
  },
  leave: {
    title: '¿Quiere dejar de recibir los órdenes del día?',
    lead: 'Oprima el botón y ya no recibirá más. Después olvidamos su correo.',
    button: 'Dejar de recibirlos',
    doneTitle: 'Listo: no recibirá más',
    done: 'Hemos olvidado su correo. Puede pedirlos de nuevo cuando quiera.',
  },
  mail: {
    greeting: 'Buen día:',
    reason: 'Recibe este correo porque pidió los órdenes del día del {name}.',
    confirm: {
      subject: 'Confirme, por favor: órdenes del día del {name}',
      preheader: 'Abra el enlace en un plazo de 7 días.',
      ask: 'Por favor, abra el enlace en un plazo de 7 días para recibir por correo los órdenes del día del {name}.',
      button: 'Recibir los órdenes del día',
      ignore: 'Si usted no lo pidió, no haga nada. No recibirá ningún orden del día.',
      reason: 'Recibe este correo porque alguien escribió esta dirección en nuestro sitio.',
    },
    lapses: {
      subject: '¿Todavía quiere los órdenes del día del {name}?',
      preheader: 'Terminan el {date} si no hace nada.',
      ask: 'Por favor, abra el enlace a más tardar el {date} si todavía quiere los órdenes del día del {name}. Por ley, cada petición termina con el año.',
      button: 'Seguir un año más',
      else: 'Si no hace nada, dejará de recibirlos ese día y olvidaremos su correo.',
    },
  },
};
