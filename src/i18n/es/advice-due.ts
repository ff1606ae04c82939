import type { Translation } from '../keys';
import type { adviceDue as source } from '../en/advice-due';

export const adviceDue: Translation<typeof source> = {
  acknowledge: {
    ahead: 'Por favor, confirme la recomendación {reference} antes del {date} o ese día',
    late: 'Con retraso desde el {date}: confirmar la recomendación {reference}',
    lead: 'Por favor, confirme que recibió «{title}». El plazo vence el {date}.',
  },
  answer: {
    ahead: 'Por favor, responda la recomendación {reference} a más tardar el {date}',
    late: 'Con retraso desde el {date}: la respuesta a {reference}',
    lead: 'Por favor, responda cada recomendación de «{title}». El plazo vence el {date}.',
  },
  sign: {
    ahead: 'Por favor, firme la respuesta a {reference} a más tardar el {date}',
    late: 'Con retraso desde el {date}: la firma de la respuesta a {reference}',
    lead: 'Por favor, firme la respuesta a «{title}» o devuélvala con sus palabras. El plazo vence el {date}.',
  },
  preheader: 'El plazo vence el {date}.',
  ways: 'Si hace falta más tiempo, diga por qué en la página de la nota: se avisa a los autores del nuevo día.',
  action: 'Abrir la nota',
};
