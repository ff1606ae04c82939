import type { Translation } from '../keys';
import type { following as source } from '../en/following';

export const following: Translation<typeof source> = {
  link: 'Seguir por correo electrónico',
  what: {
    all: 'Todos los colaborativos',
    topic: 'Notas sobre: {topic}',
    note: 'Nota {reference}: {title}',
    gone: 'Algo que ya no es público',
  },
  frequency: { at_once: 'En el momento en que sucede', weekly: 'Una vez por semana, el viernes', stop: 'Dejar de recibir' },
  ask: {
    title: 'Seguir por correo electrónico',
    lead: 'Le avisamos de nuevos órdenes del día, actas aprobadas, notas y respuestas. No necesita una cuenta.',
    what: '¿Qué quiere seguir?',
    frequency: '¿Con qué frecuencia?',
    email: 'Su correo electrónico',
    emailHint: 'Le enviamos un enlace. Ábralo, para que sepamos que el correo es suyo.',
    kept: 'Usamos su correo solo para esto. Cada mensaje trae un enlace para dejar de recibirlo.',
    send: 'Envíenme el enlace',
  },
  sent: {
    title: 'Mire su correo',
    lead: 'Le enviamos un enlace. Ábralo en 7 días y llegarán las noticias. Si no ve el mensaje, mire en el correo no deseado.',
  },
  confirm: {
    title: '¿Seguir esto?',
    lead: 'Pulse el botón para recibir noticias por correo. Usted sigue: {what}.',
    button: 'Sí, envíenme las noticias',
    doneTitle: 'Listo: llegarán las noticias',
    done: 'Puede cambiar la frecuencia, o dejar de recibirlas, en cualquier momento.',
  },
  choices: {
    title: 'Lo que usted sigue',
    lead: 'Elija para cada cosa con qué frecuencia le escribimos.',
    save: 'Guardar',
    leave: 'Dejar de recibir todo y olvidar mi correo',
  },
  leave: {
    title: '¿Dejar de recibir todas las noticias?',
    lead: 'Pulse el botón y no llegarán más noticias. Después olvidamos su correo.',
    button: 'Dejar de recibir todo',
    doneTitle: 'Listo: no llegarán más noticias',
    done: 'Hemos olvidado su correo. Puede volver a seguir cuando quiera.',
  },
  news: {
    agenda: 'Orden del día publicado: {title}, {date}',
    minutes: 'Acta aprobada: {title}, {date}',
    adopt: 'Se adoptó la nota {reference}: {title}',
    deliver: 'La nota {reference} se entregó al distrito: {title}',
    acknowledge: 'El distrito recibió la nota {reference}: {title}',
    extend: 'La respuesta a la nota {reference} llegará después: {title}',
    ask: 'El distrito pregunta a los autores de la nota {reference}: {title}',
    reply: 'Los autores de la nota {reference} respondieron: {title}',
    sign: 'El distrito respondió a la nota {reference}: {title}',
  },
  feed: { title: 'Noticias: {name}', link: 'Noticias como canal para lectores (Atom)' },
  mail: {
    greeting: 'Hola:',
    choices: 'Cambie lo que sigue: {url}',
    reason: 'Recibe este mensaje porque nos pidió que le avisáramos de esto.',
    confirm: {
      subject: 'Confirme que quiere seguir: {what}',
      preheader: 'Abra el enlace en 7 días.',
      ask: 'Abra el enlace en 7 días para recibir noticias por correo. Usted seguiría: {what}.',
      button: 'Sí, envíenme las noticias',
      ignore: 'Si usted no pidió esto, no haga nada. No llegará ninguna noticia.',
      reason: 'Recibe este mensaje porque alguien escribió este correo en nuestro sitio.',
    },
    news: { preheader: 'Noticias de lo que usted sigue.', button: 'Leer' },
    digest: {
      subject: { one: 'Esta semana: {count} noticia', many: 'Esta semana: {count} de noticias', other: 'Esta semana: {count} noticias' },
      preheader: 'Noticias de lo que usted sigue.',
      lead: 'No tiene que hacer nada. Esto pasó esta semana en lo que usted sigue:',
      button: 'Cambiar lo que sigue',
    },
  },
};
