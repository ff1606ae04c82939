import type { Translation } from '../keys';
import type { rubrics as source } from '../en/rubrics';

export const rubrics: Translation<typeof source> = {
  events: {
    edit: 'Cambiaron las palabras o los pesos de los criterios',
    begin: 'Se inició una versión nueva de los criterios',
    discard: 'Se desechó una versión nueva de los criterios',
    publish: 'Hay una versión nueva de los criterios en vigor',
  },
  errors: {
    frozen: 'Estos criterios ya no se pueden cambiar. Para hacerlo, inicie una versión nueva.',
    sum: 'Los pesos deben sumar 100. Ahora suman {sum}.',
    lastCriterion: 'Se necesita al menos un criterio.',
  },
  stage: {
    before: 'Versión {number}. Se puede cambiar hasta que abra la convocatoria. Después es pública y queda fija.',
    frozen: 'Versión {number}, pública y fija desde el {date}. Para cambiarla, inicie una versión nueva.',
    version: 'Está escribiendo la versión {number}. Se evalúa con la versión {before} hasta que ponga esta en vigor.',
    over: 'Versión {number}. Se está decidiendo con ella; por eso queda como está.',
  },
  show: {
    title: 'Criterios: {cycle}',
    weightOf: 'Peso de «{criterion}»',
    sum: 'Los pesos suman {sum} de 100.',
    sumLive: 'Los pesos suman % de 100.',
    writtenBy: 'Escritos por',
    writtenByHint: 'Aparece en la página pública.',
    save: 'Guardar los pesos',
    saved: 'Se guardaron los pesos.',
    add: 'Agregar un criterio',
    moved: 'Se guardó el orden.',
    begun: 'Ya puede cambiar los criterios. Quienes evalúan siguen con la versión anterior.',
  },
  criterion: {
    newTitle: 'Agregar un criterio',
    title: 'Editar un criterio',
    label: 'Nombre',
    guide: 'Qué buscan quienes evalúan',
    anchor: 'Qué significa una puntuación de {score}',
    added: 'Se agregó el criterio. Cuenta cuando le dé un peso.',
    saved: 'Se guardó el criterio.',
  },
  removal: {
    title: '¿Quitar «{criterion}»?',
    text: 'Su peso pasa a los demás, para que la suma siga siendo 100. Después puede cambiar los pesos.',
    line: '{criterion}: {weight}',
    done: 'Se quitó el criterio.',
  },
  difference: {
    added: 'Se agregó: {criterion}, peso {after}',
    removed: 'Se quitó: {criterion}, peso {before}',
    weight: '{criterion}: el peso {before} pasa a {after}',
    wording: '{criterion}: palabras nuevas',
  },
  publication: {
    scored: {
      one: '{count} evaluación está completa. Conserva la versión con que se puntuó y lo indica.',
      many: '{count} evaluaciones están completas. Conservan la versión con que se puntuaron y lo indican.',
      other: '{count} evaluaciones están completas. Conservan la versión con que se puntuaron y lo indican.',
    },
    note: 'Qué cambió, en palabras para el público',
    noteHint: 'Aparece en la página pública de los criterios.',
  },
};
