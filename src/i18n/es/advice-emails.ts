import type { Translation } from '../keys';
import type { adviceEmails as source } from '../en/advice-emails';

export const adviceEmails: Translation<typeof source> = {
  note: 'Nota',
  answerBy: 'Respuesta a más tardar',
  reason: {
    author: 'Recibe este correo porque su nombre está en esta nota.',
    office: 'Recibe este correo porque su oficina contesta las recomendaciones de este colaborativo.',
  },
  delivered: {
    subject: 'Entregada: {reference}, {title}',
    preheader: 'El distrito dará acuse de recibo y la contestará.',
    lead: 'No tiene que hacer nada. Su nota «{title}» se entregó hoy. El distrito dará acuse de recibo a más tardar el {acknowledge} y la contestará a más tardar el {answer}.',
    action: 'Ver la nota',
  },
  received: {
    subject: 'Dé acuse de recibo de {reference}: {title}',
    preheader: 'Un colaborativo hizo recomendaciones a su oficina.',
    lead: 'Por favor, dé acuse de recibo de la nota «{title}» a más tardar el {acknowledge} y contéstela, recomendación por recomendación, a más tardar el {answer}.',
    action: 'Abrir la nota',
  },
  acknowledged: {
    subject: 'Leída: {reference}, {title}',
    preheader: 'El distrito leyó su nota.',
    lead: 'No tiene que hacer nada. El distrito leyó «{title}». La respuesta debe llegar a más tardar el {answer}.',
    action: 'Ver la nota',
  },
  extended: {
    subject: 'La respuesta a {reference} llegará después',
    preheader: 'El distrito dice por qué y hasta cuándo.',
    lead: 'No tiene que hacer nada. El plazo de la respuesta a «{title}» vence ahora el {date}. El distrito dice por qué:',
    action: 'Ver la nota',
  },
  question: {
    subject: 'El distrito le pregunta sobre {reference}',
    preheader: 'El plazo se detiene hasta que responda.',
    lead: 'Por favor, responda: el distrito tiene una pregunta sobre «{title}». El plazo de la respuesta se detiene hasta que responda alguno de los autores.',
    action: 'Responder',
  },
  replied: {
    subject: 'Los autores respondieron sobre {reference}',
    preheader: 'El plazo se reanuda.',
    lead: 'Los autores de «{title}» respondieron a su pregunta. El plazo de la respuesta vence ahora el {date}.',
    action: 'Abrir la nota',
  },
  awaits: {
    subject: 'Firme la respuesta a {reference}',
    preheader: 'Una respuesta espera su firma.',
    lead: 'Por favor, firme la respuesta a «{title}» o devuélvala con sus palabras. Se debe contestar a más tardar el {answer}.',
    action: 'Leer y firmar',
  },
  returned: {
    subject: 'Cambie la respuesta a {reference}',
    preheader: 'Quien la aprueba la devolvió con sus palabras.',
    lead: 'Por favor, cambie la respuesta a «{title}» y envíela otra vez. Se debe contestar a más tardar el {answer}.',
    action: 'Abrir la respuesta',
  },
  answered: {
    subject: 'Contestada: {reference}, {title}',
    preheader: 'El distrito contestó su nota.',
    lead: 'No tiene que hacer nada antes de la próxima reunión. El distrito contestó «{title}», recomendación por recomendación. La respuesta va en el próximo orden del día.',
    action: 'Leer la respuesta',
  },
};
