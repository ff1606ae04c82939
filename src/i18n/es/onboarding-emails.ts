import type { Translation } from '../keys';
import type { onboardingEmails as source } from '../en/onboarding-emails';

export const onboardingEmails: Translation<typeof source> = {
  open: 'Abrir mi lista',
  fact: 'Periodo',
  left: 'Falta',
  welcome: {
    subject: 'Le damos la bienvenida al {collaborative}: su lista de pasos',
    lead: 'Por favor, complete su lista de pasos antes del {date}. Su lugar empieza cuando los obligatorios estén hechos y haya empezado su periodo.',
    leadNow:
      'Por favor, complete su lista de pasos lo antes posible. Su periodo ya empezó, y su lugar empieza con el último paso obligatorio.',
    thanks: 'Gracias por aceptar un lugar en el {collaborative}. Nos alegra contar con usted.',
    noPassword: 'No necesita contraseña: al entrar le enviamos un enlace a este correo.',
    help: 'Si necesita intérprete, cuidado de niños o ayuda con algún paso, díganoslo ahí o hable con el personal de su colaborativo.',
  },
  due: {
    subject: 'Antes del {date}: un paso para su lugar',
    lateSubject: 'Pendiente desde el {date}: un paso para su lugar',
    lead: 'Por favor termine lo que sigue a más tardar el {date}.',
    late: 'Por favor termine lo que sigue. La fecha era el {date}.',
    why: 'De esto depende su lugar en el {collaborative}. Si necesita ayuda, pregunte al personal.',
  },
  stuck: {
    subject: {
      one: '{count} persona está detenida en su camino al {collaborative}',
      many: '{count} de personas están detenidas en su camino al {collaborative}',
      other: '{count} personas están detenidas en su camino al {collaborative}',
    },
    lead: {
      one: 'Por favor revise {count} lista con un paso atrasado.',
      many: 'Por favor revise {count} de listas con un paso atrasado.',
      other: 'Por favor revise {count} listas con un paso atrasado.',
    },
    open: 'Abrir el tablero',
  },
  nudge: {
    subject: {
      one: 'Falta {count} paso para que empiece su lugar',
      many: 'Faltan {count} pasos para que empiece su lugar',
      other: 'Faltan {count} pasos para que empiece su lugar',
    },
    lead: 'Por favor, termine los pasos de abajo. El siguiente es «{task}».',
    leadDue: 'Por favor, termine «{task}» a más tardar el {date} y después los demás pasos de abajo.',
    reason: 'El personal del {collaborative} nos pidió recordárselo.',
  },
};
