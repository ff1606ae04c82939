import type { LocalText } from '../../../lib/local-text';

type Purpose = 'inform' | 'promote' | 'advise';

export interface ItemWords {
  readonly title: LocalText;
  readonly text: LocalText;
  readonly purpose: Purpose;
  readonly presenter: string;
  readonly minutes: number;
}

/** What the meetings of the demo talk about, in turn. */
export const itemWords: readonly ItemWords[] = [
  {
    title: {
      en: 'Attendance after long weekends: what the first ten weeks show',
      es: 'La asistencia después de los puentes: lo que muestran las primeras diez semanas',
    },
    text: {
      en: 'The office shows attendance by school and weekday.\n\n- which schools improved, and what they did\n- what families say keeps children at home',
      es: 'La oficina presenta la asistencia por escuela y día de la semana.\n\n- qué escuelas mejoraron y qué hicieron\n- qué dicen las familias sobre lo que deja a los niños en casa',
    },
    purpose: 'inform',
    presenter: 'Local district office',
    minutes: 20,
  },
  {
    title: { en: 'A welcome desk in every school office', es: 'Un mostrador de bienvenida en cada oficina escolar' },
    text: {
      en: 'Two schools tried a desk where a parent volunteer greets families in their language. What would it take everywhere?',
      es: 'Dos escuelas probaron un mostrador donde un padre voluntario recibe a las familias en su idioma. ¿Qué haría falta en todas?',
    },
    purpose: 'promote',
    presenter: 'Family center coordinators',
    minutes: 15,
  },
  {
    title: {
      en: 'Summer jobs for graduates with neighborhood businesses',
      es: 'Trabajos de verano para egresados en negocios del vecindario',
    },
    text: {
      en: 'Local businesses offer first jobs. The collaborative hears how students find out about them.',
      es: 'Los negocios locales ofrecen primeros empleos. El colaborativo escucha cómo se enteran los estudiantes.',
    },
    purpose: 'promote',
    presenter: 'Business members',
    minutes: 15,
  },
  {
    title: { en: 'Shade on the playgrounds: the list for next year', es: 'Sombra en los patios: la lista del próximo año' },
    text: {
      en: 'Facilities shows the draft list of yards that get trees or sails, and how the order was made.',
      es: 'El área de instalaciones presenta la lista preliminar de patios que tendrán árboles o velarias y cómo se decidió el orden.',
    },
    purpose: 'inform',
    presenter: 'Facilities',
    minutes: 20,
  },
];

/** What every evening has besides, as the template of a body. */
export const usualLines = [
  {
    title: { en: 'Advisory notes: where each one stands', es: 'Notas de recomendación: en qué va cada una' },
    text: {
      en: 'The secretary reads which notes wait for an answer, and since when.',
      es: 'La secretaría lee qué notas esperan respuesta y desde cuándo.',
    },
    purpose: 'inform' as const,
    presenter: 'Secretary',
    minutes: 10,
    isAction: false,
  },
  {
    title: { en: 'News from the schools, two minutes each', es: 'Noticias de las escuelas, dos minutos cada una' },
    text: { en: '' },
    purpose: 'inform' as const,
    presenter: '',
    minutes: 15,
    isAction: false,
  },
];

/** Routine items that one motion takes together. */
export const routineLines = [
  {
    title: { en: 'Dates and rooms of the meetings until June', es: 'Fechas y salas de las reuniones hasta junio' },
    text: {
      en: 'The dates stand in the calendar of the year; nothing changed since the last meeting.',
      es: 'Las fechas están en el calendario del año; nada cambió desde la última reunión.',
    },
    purpose: 'procedure' as const,
    presenter: 'Secretary',
    minutes: 2,
    isAction: true,
  },
  {
    title: { en: 'Thanks to the volunteers of the reading week', es: 'Agradecimiento a los voluntarios de la semana de la lectura' },
    text: { en: 'A letter in the name of the collaborative.', es: 'Una carta en nombre del colaborativo.' },
    purpose: 'procedure' as const,
    presenter: '',
    minutes: 2,
    isAction: true,
  },
];
