import type { Translation } from '../keys';
import type { eligibility as source } from '../en/eligibility';

export const eligibility: Translation<typeof source> = {
  title: '¿Hay un lugar para usted?',
  lede: 'Tres preguntas cortas. Guardamos sus respuestas solo si continúa al formulario.',
  button: 'Ver la respuesta',
  skip: 'Sé que puedo presentar una solicitud: ir al formulario',
  begin: 'Empezar mi solicitud',
  carried: 'El formulario empieza con lo que acaba de decirnos. Allí lo puede cambiar.',
  again: 'Responder otra vez',
  ties: {
    question: '¿Qué le une al distrito local?',
    hint: 'Marque todo lo que sea cierto.',
    child: 'Mi hijo o hija, o un menor a mi cargo, va a la escuela ahí',
    student: 'Voy a la escuela ahí',
    lives: 'Vivo ahí',
    works: 'Trabajo ahí',
    serves: 'Represento a un grupo que atiende a personas de ahí',
    gives: 'Represento a una fundación o un fondo que hace donaciones ahí',
    business: 'Tengo un negocio ahí o trabajo en uno',
    none: 'Nada de lo anterior',
  },
  age: { question: '¿Qué edad tiene?', under_13: 'Menos de 13', '13': '13', '14_to_17': 'De 14 a 17', adult: '18 o más' },
  term: {
    question: '¿Puede participar durante todo el periodo?',
    hint: 'Son dos años, con una reunión al mes, más o menos.',
    yes: 'Sí',
    unsure: 'No estoy seguro o segura',
    no: 'No',
  },
  guardianNote: 'Para un lugar de estudiante, su madre, padre o tutor debe estar de acuerdo. En el formulario le pedimos su nombre.',
  unsureNote: 'Puede presentar la solicitud aunque no esté seguro o segura de todo el periodo. Lo decide cuando se le ofrezca un lugar.',
  outcomes: {
    welcome: { title: 'Hay un lugar para usted', lead: 'Puede solicitar un lugar de este tipo:' },
    tooYoung: {
      title: 'Podrá participar cuando tenga más edad',
      lead: 'Para presentar una solicitud hay que tener 13 años. Mientras tanto, su madre, padre o tutor puede hablar por usted, y las reuniones están abiertas a todos.',
    },
    waitUntil14: {
      title: 'Podrá solicitar un lugar de estudiante a los 14 años',
      lead: 'Mientras tanto puede venir a las reuniones y hablar en ellas. Si además vive en el distrito local, ya puede solicitar un lugar de la comunidad.',
    },
    noTie: {
      title: 'Los lugares son para quienes tienen un vínculo con el distrito local',
      lead: 'El vínculo puede ser un hijo en la escuela, una casa, un trabajo, un grupo o un negocio. Si al final tiene alguno, responda otra vez. Si no, hay otras cosas que puede hacer.',
    },
    noTime: {
      title: 'Otra manera de participar',
      lead: 'Un lugar pide dos años. Si ahora es demasiado, de todos modos puede venir a las reuniones, hablar en ellas y ayudar a dar forma a las recomendaciones.',
    },
    noSeat: {
      title: 'Esta vez no hay un lugar libre de su tipo',
      lead: 'En esta convocatoria están ocupados todos los lugares que le corresponden. Volverá a haber lugares, y las reuniones están abiertas a todos.',
    },
  },
  others: {
    title: 'Qué puede hacer',
    find: 'Encuentre su colaborativo',
    meetings: 'Venga a una reunión',
    help: 'Háganos una pregunta',
  },
};
