import type { Translation } from '../keys';
import type { attending as source } from '../en/attending';

export const attending: Translation<typeof source> = {
  title: '{name}, ¿va a venir?',
  said: 'Su respuesta hasta ahora: {answer}. Puede cambiarla aquí hasta que termine la reunión.',
  expected:
    'Según las respuestas, vienen {coming} de {voters} integrantes con voto. Se necesitan {needed}. No vienen {declined} y no han respondido {unanswered}.',
  mails: {
    open: 'Ver la reunión',
    coming: {
      subject: '¿Va a venir el {date}?',
      lead: 'Por favor díganos ahora si va a venir a la reunión del {name}: {moment}. Necesitamos saber si habrá suficientes integrantes para decidir.',
      open: 'Dar mi respuesta',
      after: 'El enlace es solo para usted y no pide contraseña. Por favor no lo comparta.',
    },
    tomorrow: {
      subject: 'Mañana: {title}',
      lead: 'Le esperamos mañana en la reunión del {name}: {moment}. Si no puede asistir, avísenos en la página de la reunión antes de que empiece.',
    },
    soon: {
      subject: 'A las {time}: {title}',
      lead: 'Le esperamos a las {time}: la reunión del {name} empieza en dos horas.',
    },
    quorum: {
      subject: 'Es posible que vengan muy pocos el {date}',
      lost: 'Por favor cambie la fecha o llame ya a los integrantes: aunque vengan todos los demás, en la reunión del {name} del {moment} habrá muy pocos para decidir.',
      open: 'Por favor llame a los integrantes que no han respondido: hasta ahora muy pocos han dicho que vienen a la reunión del {name} del {moment}.',
      after: 'Usted recibe este aviso una vez al día hasta que suficientes integrantes digan que vienen.',
    },
  },
};
