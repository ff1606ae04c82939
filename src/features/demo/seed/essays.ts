import type { Chance } from './random';

type Texts = Readonly<Record<'en' | 'es', readonly string[]>>;

const whyBegins: Texts = {
  en: [
    'I have three children in our neighborhood schools, and I want other parents to know that they are heard.',
    'I moved here eleven years ago and the school was the first place where people learned my name.',
    'I run a small shop two blocks from the middle school and hire its graduates every summer.',
    'As a grandmother who does the school run each day, I see what the children carry with them.',
    'I volunteer in the library on Tuesdays and keep meeting families who do not know whom to ask.',
  ],
  es: [
    'Tengo tres hijos en las escuelas del vecindario y quiero que otros padres sepan que se les escucha.',
    'Llegué hace once años y la escuela fue el primer lugar donde aprendieron mi nombre.',
    'Tengo un negocio pequeño a dos cuadras de la secundaria y cada verano doy trabajo a sus egresados.',
    'Como abuela que lleva a los niños cada mañana, veo lo que cargan consigo.',
    'Soy voluntaria en la biblioteca los martes y siempre encuentro familias que no saben a quién preguntar.',
  ],
};

const whyEnds: Texts = {
  en: [
    'I would bring patience, two languages and a calendar that is free on Thursday evenings.',
    'I can explain a budget page in plain words and I like to listen before I speak.',
    'My promise is to come prepared and to report back to the families I know.',
    'What I can offer is a bridge between the block and the office.',
    'I care most about safe walks to school and teachers who stay.',
  ],
  es: [
    'Aportaría paciencia, dos idiomas y los jueves por la tarde libres.',
    'Puedo explicar una hoja de presupuesto con palabras sencillas y me gusta escuchar antes de hablar.',
    'Prometo llegar preparada e informar a las familias que conozco.',
    'Lo que ofrezco es un puente entre la cuadra y la oficina.',
    'Lo que más me importa es que los niños caminen seguros y que los maestros se queden.',
  ],
};

const experiences: Texts = {
  en: [
    'Two years on the school site council, minutes included.',
    'I coach the Saturday soccer league and coordinate forty families.',
    'Fifteen years of bookkeeping for nonprofits.',
    'I interpreted at parent meetings when nobody else could.',
    'I organized the tenants of our building.',
  ],
  es: [
    'Dos años en el consejo escolar, con las actas incluidas.',
    'Entreno la liga de fútbol de los sábados y coordino a cuarenta familias.',
    'Quince años llevando la contabilidad de organizaciones sin fines de lucro.',
    'Interpreté en juntas de padres cuando nadie más podía.',
    'Organicé a los inquilinos de nuestro edificio.',
  ],
};

const cares: Texts = {
  en: [
    'Attendance after long weekends.',
    'Mental health for teenagers.',
    'Shade on the playgrounds.',
    'Reading by third grade.',
    'Buses that come on time.',
  ],
  es: [
    'La asistencia después de los puentes.',
    'La salud mental de los jóvenes.',
    'Sombra en los patios.',
    'Leer bien en tercer grado.',
    'Autobuses puntuales.',
  ],
};

const comments: Texts = {
  en: [
    'Specific, with two examples.',
    'General, but sincere.',
    'Would balance the panel of voices.',
    'Availability is not quite clear.',
    'Strong on listening.',
  ],
  es: [
    'Concreto, con dos ejemplos.',
    'General, pero sincero.',
    'Equilibraría las voces.',
    'La disponibilidad no queda del todo clara.',
    'Sabe escuchar.',
  ],
};

/** Why somebody wants to serve: two sentences that belong together well enough. */
export const inventWhy = (chance: Chance, locale: 'en' | 'es'): string =>
  `${chance.pick(whyBegins[locale])} ${chance.pick(whyEnds[locale])}`;
export const inventExperience = (chance: Chance, locale: 'en' | 'es'): string => chance.pick(experiences[locale]);
export const inventCare = (chance: Chance, locale: 'en' | 'es'): string => chance.pick(cares[locale]);
export const inventComment = (chance: Chance, locale: 'en' | 'es'): string => chance.pick(comments[locale]);

/** Why somebody gives a seat back, and what somebody refused thinks went wrong. */
export const declineWords = {
  en: 'My shift changed and I work evenings now.',
  es: 'Me cambiaron el turno y ahora trabajo por las noches.',
} as const;

export const procedureWords = {
  en: 'My second page was empty in the copy I got. I would like to know if it was read.',
  es: 'La segunda página de mi copia salió vacía. Quisiera saber si la leyeron.',
} as const;
