import type { Translation } from '../keys';
import type { applicationsStart as source } from '../en/applications-start';

export const applicationsStart: Translation<typeof source> = {
  title: 'Solicite un lugar en un colaborativo',
  lede: 'Un colaborativo es un grupo de familias, estudiantes, vecinos y aliados que aconseja a la dirección de un distrito local. No necesita experiencia ni una cuenta.',
  who: 'Quién puede presentar una solicitud',
  whoItems: {
    families: 'Madres, padres y tutores de alumnos de una escuela del distrito local.',
    students: 'Estudiantes de 14 años o más, con el consentimiento de un tutor.',
    others: 'Personas que viven o trabajan en el distrito local, organizaciones comunitarias, filantropía y negocios locales.',
    age: 'Todas las personas deben tener al menos 13 años. No se requiere la ciudadanía y no la preguntamos.',
  },
  need: 'Qué necesita',
  needItems: {
    time: 'Unos 15 minutos. Sus respuestas se guardan en cada paso y puede continuar después.',
    email: 'Un correo electrónico. Si no tiene, le ayudamos por teléfono o en papel.',
    words: 'Una respuesta más larga: por qué quiere participar. Hasta 250 palabras, en el idioma que prefiera.',
  },
  privacy: 'Su privacidad en tres líneas',
  privacyItems: {
    use: 'Usamos sus respuestas solo para elegir a los integrantes y para escribirle.',
    see: 'Quienes evalúan no ven al principio su nombre ni cómo comunicarse con usted. Las preguntas opcionales sobre usted se guardan aparte.',
    keep: 'Si no obtiene un lugar, conservamos su solicitud dos años y después la borramos. No nombre ni describa a ningún menor.',
  },
  open: 'Convocatoria abierta',
  none: 'Ahora no hay ninguna convocatoria abierta.',
  noneHint: 'Mire un colaborativo para ver sus lugares y cuándo abre la próxima convocatoria.',
  noneLink: 'Ver los colaborativos',
  closes: 'Cierra: {moment}',
  decisions: 'Decisiones: {date}',
  term: 'Periodo: del {from} al {to}',
  seats: 'Lugares por cubrir',
  begin: 'Empezar ahora',
  beginFor: 'Empezar ahora: {name}',
  paper: 'Imprimir el formulario y llenarlo a mano',
  rubric: 'Cómo se puntúan las solicitudes',
  continueTitle: 'Tiene una solicitud que todavía no ha enviado',
  continueLink: 'Continuar con ella',
  askLink: 'Ya la empecé o ya la envié: envíenme mi enlace',
};
