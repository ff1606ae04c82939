import type { Translation } from '../keys';
import type { help as source } from '../en/help';

export const help: Translation<typeof source> = {
  events: { asked: 'Se hizo una pregunta', answered: 'Se respondió una pregunta' },
  errors: { answered: 'Esta pregunta ya se respondió. La persona recibió esa respuesta por correo electrónico.' },
  title: 'Ayuda',
  description: 'Respuestas a preguntas frecuentes sobre los colaborativos, a quién llamar y un formulario para preguntarnos.',
  lead: 'Pregúntenos lo que quiera sobre los colaborativos, en español o en inglés. Una persona lee cada pregunta y responde por correo electrónico.',
  usual: 'Preguntas frecuentes',
  questions: {
    apply: {
      question: '¿Cómo presento mi solicitud? ¿Necesito una cuenta?',
      answer:
        'Abra «Solicitar» y empiece. No necesita cuenta ni contraseña. Guardamos cada paso y le enviamos un enlace para volver a su solicitud.',
    },
    email: {
      question: 'No tengo correo electrónico. ¿Puedo participar?',
      answer: 'Sí. Llame o visite la oficina de su distrito local: el personal llenará la solicitud con usted, en papel o por teléfono.',
    },
    language: {
      question: '¿Puedo usar otro idioma?',
      answer: 'Este sitio está en español y en inglés. Para las reuniones, pida interpretación en la página de la reunión: no cuesta nada.',
    },
    meeting: {
      question: '¿Puedo ir a una reunión y hablar?',
      answer:
        'Sí. Todas las reuniones están abiertas al público y cada orden del día incluye tiempo para comentarios. No tiene que dar su nombre.',
    },
    where: {
      question: '¿Cuál es mi colaborativo?',
      answer:
        'Abra «Busque el suyo» y escriba su código postal o el nombre de una escuela. Si su código postal está dividido, usted elige.',
    },
  },
  contacts: 'Llame o escriba a un distrito local',
  form: {
    title: 'Pregúntenos',
    name: 'Su nombre',
    email: 'Su correo electrónico',
    emailHint: 'Allí enviaremos la respuesta, y a ningún otro lugar.',
    collaborative: '¿De qué colaborativo se trata?',
    collaborativeHint: 'Su personal recibirá la pregunta.',
    notSure: 'De todos, o no lo sé',
    text: 'Su pregunta',
    textHint: 'Por favor, no escriba nombres, calificaciones ni datos de salud de un menor.',
    send: 'Enviar la pregunta',
    kept: 'Guardamos su nombre, su correo electrónico y su pregunta para responderle. Consulte Privacidad.',
  },
  sent: {
    title: 'Su pregunta va en camino',
    text: 'Enviamos un acuse de recibo a su correo electrónico. La respuesta llegará a la misma dirección, en el idioma que usó aquí.',
    noMail: '¿No llega el acuse después de una hora? Revise la carpeta de correo no deseado, o revise la dirección y pregunte otra vez.',
  },
  list: {
    title: 'Preguntas',
    tabs: 'Qué preguntas',
    waiting: 'En espera',
    answered: 'Respondidas',
    program: 'Todos los colaborativos',
    asked: 'Enviada el {moment}',
    answeredBy: 'Respondida el {moment} por {name}',
    noneWaiting: 'No hay preguntas en espera. Las nuevas le llegan por correo electrónico y aparecen aquí, la más antigua primero.',
    noneAnswered: 'Todavía no se ha respondido ninguna pregunta.',
  },
  request: {
    title: 'Pregunta de {name}',
    question: 'La pregunta',
    answer: 'Su respuesta',
    given: 'La respuesta enviada',
    note: 'Se envía por correo electrónico, con la pregunta al final. La persona preguntó en {language}: responda en ese idioma si puede.',
    send: 'Enviar la respuesta',
    done: 'La respuesta va en camino.',
  },
  mails: {
    asked: {
      subject: 'Pregunta de {name}',
      preheader: 'Alguien hizo una pregunta. Por favor, responda en un plazo de cinco días hábiles.',
      lead: 'Por favor, responda en un plazo de cinco días hábiles: {name} hizo una pregunta en la página de ayuda.',
      when: 'Enviada',
      language: 'Idioma',
      text: 'Pregunta',
      action: 'Leer y responder',
    },
    received: {
      subject: 'Recibimos su pregunta',
      preheader: 'Una persona la leerá y le responderá por correo electrónico.',
      greeting: 'Hola:',
      lead: 'No tiene que hacer nada: recibimos su pregunta y una persona le responderá a esta dirección.',
      next: 'La mayoría de las respuestas se envían en un plazo de cinco días hábiles.',
      notYou: 'Si usted no nos preguntó nada, alguien escribió mal su dirección. Puede ignorar este correo.',
    },
    answered: {
      subject: 'Respuesta a su pregunta',
      preheader: 'Nuestra respuesta a lo que preguntó en la página de ayuda.',
      lead: 'Usted nos hizo una pregunta. Esta es nuestra respuesta; no tiene que hacer nada.',
      question: 'Su pregunta',
      action: 'Hacer otra pregunta',
    },
  },
};
