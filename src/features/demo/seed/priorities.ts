import type { LocalText } from '../../../lib/local-text';
import { addPriority, linkPriority, listPriorities, type LinkedPriority } from '../../priorities';
import { as, goTo, momentOn, type Body, type World } from './world';

/** Invented priorities of local districts; each takes three or four that follow one another. */
const words: readonly { readonly title: LocalText; readonly text: LocalText }[] = [
  {
    title: { en: 'Every child in school, every day', es: 'Cada niño en la escuela, cada día' },
    text: {
      en: 'Fewer missed days, above all on Mondays and after holidays.',
      es: 'Menos días perdidos, sobre todo los lunes y después de los feriados.',
    },
  },
  {
    title: { en: 'Families are partners', es: 'Las familias son aliadas' },
    text: {
      en: 'Families are heard in their own language before something is decided.',
      es: 'Se escucha a las familias en su idioma antes de decidir algo.',
    },
  },
  {
    title: { en: 'Safe and shaded ways to school', es: 'Caminos seguros y con sombra a la escuela' },
    text: {
      en: 'Crossings, gates and yards where children can walk and wait.',
      es: 'Cruces, puertas y patios donde los niños puedan caminar y esperar.',
    },
  },
  {
    title: { en: 'Ready for the world', es: 'Listos para el mundo' },
    text: {
      en: 'First jobs, college visits and two languages for each graduate.',
      es: 'Primeros empleos, visitas a universidades y dos idiomas para cada egresado.',
    },
  },
  {
    title: { en: 'Joy and wellbeing', es: 'Alegría y bienestar' },
    text: { en: 'Somebody to talk to in each school.', es: 'Alguien con quien hablar en cada escuela.' },
  },
];

/** Staff write down three or four priorities of the local district. */
export async function setPriorities(world: World, body: Body, index: number): Promise<void> {
  goTo(world, momentOn(world, -60, '09:00'));
  const staff = await as(world, 'staff', body);
  for (let count = 0; count < 3 + (index % 2); count += 1) {
    const chosen = words[(index + count) % words.length];
    if (chosen !== undefined) await addPriority(world.deps, staff, { collaborativeId: body.id, key: world.deps.newId(), words: chosen });
  }
}

/** One of the body's priorities, to link something to. */
export async function priorityOf(world: World, body: Body, which: number): Promise<LinkedPriority | null> {
  const priorities = await listPriorities(world.deps.db, body.id);
  return linkPriority(world.deps.db, body.id, priorities[which % priorities.length]?.id ?? null);
}
