import type { LocalText } from '../../../lib/local-text';
import type { Note } from '../../advice';

export interface AdviceWords {
  readonly topic: Note['topic'];
  readonly title: LocalText;
  readonly background: LocalText;
  readonly recommendations: readonly [LocalText, LocalText];
}

/** What the collaboratives of the demo advise, one note for each. */
export const adviceWords: readonly AdviceWords[] = [
  {
    topic: 'facilities',
    title: { en: 'Shade where children wait', es: 'Sombra donde esperan los niños' },
    background: {
      en: 'On hot afternoons the pick-up lines of eleven schools stand in full sun for half an hour. Members measured 98 degrees at two gates in September.',
      es: 'En las tardes de calor, las filas de salida de once escuelas esperan media hora a pleno sol. En septiembre, los integrantes midieron 36 grados en dos puertas.',
    },
    recommendations: [
      {
        en: 'Put shade sails over the pick-up lines of the eleven schools named in the annex before next September.',
        es: 'Colocar velarias sobre las filas de salida de las once escuelas del anexo antes del próximo septiembre.',
      },
      {
        en: 'Publish the temperature limit above which pick-up moves indoors.',
        es: 'Publicar la temperatura a partir de la cual la salida se hace bajo techo.',
      },
    ],
  },
  {
    topic: 'language',
    title: { en: 'A call back in the language of the family', es: 'Que devuelvan la llamada en el idioma de la familia' },
    background: {
      en: 'Families who leave a message in Spanish or Armenian wait for days. Of forty test calls, nine were answered in the language of the caller.',
      es: 'Las familias que dejan un mensaje en español o armenio esperan días. De cuarenta llamadas de prueba, nueve se contestaron en el idioma de quien llamó.',
    },
    recommendations: [
      {
        en: 'Answer each message within two school days, in the language in which it was left.',
        es: 'Contestar cada mensaje en un plazo de dos días de clases y en el idioma en que se dejó.',
      },
      {
        en: 'Report twice a year how many messages were answered in time.',
        es: 'Informar dos veces al año cuántos mensajes se contestaron a tiempo.',
      },
    ],
  },
  {
    topic: 'attendance',
    title: { en: 'Mondays count', es: 'Los lunes cuentan' },
    background: {
      en: 'One in eight absences falls on the first day after a long weekend. Schools that send a friendly reminder on the last evening see fewer.',
      es: 'Una de cada ocho faltas ocurre el primer día después de un puente. Las escuelas que mandan un recordatorio amable la última noche tienen menos.',
    },
    recommendations: [
      {
        en: 'Send a reminder on the evening before school starts again, in every language of the school.',
        es: 'Mandar un recordatorio la noche antes del regreso a clases, en todos los idiomas de la escuela.',
      },
      { en: 'Open breakfast fifteen minutes earlier on those days.', es: 'Abrir el desayuno quince minutos antes en esos días.' },
    ],
  },
  {
    topic: 'wellbeing',
    title: { en: 'A quiet room in each high school', es: 'Un cuarto tranquilo en cada preparatoria' },
    background: {
      en: 'Students told us that the only quiet place in their day is the stairwell. Two schools have turned an unused office into a quiet room.',
      es: 'Los estudiantes nos dijeron que el único lugar tranquilo de su día es la escalera. Dos escuelas convirtieron una oficina vacía en un cuarto tranquilo.',
    },
    recommendations: [
      {
        en: 'Name one room in each high school that is open at lunch and after school.',
        es: 'Designar en cada preparatoria un cuarto abierto a la hora de comer y después de clases.',
      },
      { en: 'Let students write its rules.', es: 'Que los estudiantes escriban sus reglas.' },
    ],
  },
  {
    topic: 'family_engagement',
    title: { en: 'Evening hours at the family center', es: 'Horario de tarde en el centro de familias' },
    background: {
      en: 'The center closes at four. Parents who work until five have never been inside.',
      es: 'El centro cierra a las cuatro. Los padres que trabajan hasta las cinco nunca han entrado.',
    },
    recommendations: [
      { en: 'Keep the center open until seven on two evenings a week.', es: 'Abrir el centro hasta las siete dos tardes por semana.' },
      { en: 'Offer child care on those evenings.', es: 'Ofrecer cuidado de niños esas tardes.' },
    ],
  },
  {
    topic: 'safety',
    title: { en: 'Crossing guards at six corners', es: 'Guardias de cruce en seis esquinas' },
    background: {
      en: 'Six corners near schools have neither light nor guard. Neighbors counted cars that did not stop.',
      es: 'Seis esquinas cerca de escuelas no tienen semáforo ni guardia. Los vecinos contaron los autos que no se detuvieron.',
    },
    recommendations: [
      {
        en: 'Ask the city for guards at the six corners before the spring.',
        es: 'Pedir a la ciudad guardias para las seis esquinas antes de la primavera.',
      },
      { en: 'Paint the walkways this winter.', es: 'Pintar los pasos peatonales este invierno.' },
    ],
  },
];

/** How the demo's district answers the first and the second recommendation. */
export const answerWords = {
  putOff: 'We walk the routes with the schools in the new year and want to answer with what we saw.',
  opening: {
    en: 'Thank you for looking so closely. We answer each recommendation below.',
    es: 'Gracias por mirar con tanto cuidado. Abajo contestamos cada recomendación.',
  },
  accepted: {
    en: 'Yes. The need is plain and the money is in this year’s plan.',
    es: 'Sí. La necesidad es clara y el dinero está en el plan de este año.',
  },
  declined: {
    en: 'Not now. The rule is set for the whole school district, and we will carry your words there.',
    es: 'Por ahora no. La regla es de todo el distrito escolar y llevaremos allá sus palabras.',
  },
  under_way: {
    en: 'The order is out. Two schools have it already; the others follow as the parts arrive.',
    es: 'El pedido está hecho. Dos escuelas ya lo tienen; las demás seguirán cuando lleguen las piezas.',
  },
  done: {
    en: 'All schools have it. The principals have looked at it and signed.',
    es: 'Todas las escuelas lo tienen. Las directoras y los directores lo revisaron y firmaron.',
  },
  promise: {
    en: 'Order and install, school by school, and report at each meeting.',
    es: 'Pedir e instalar, escuela por escuela, e informar en cada reunión.',
  },
} as const;
