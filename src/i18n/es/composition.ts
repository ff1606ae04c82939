import type { Messages } from '../keys';

export const composition: Messages['composition'] = {
  dimension: {
    constituency: 'Grupo representado',
    school: 'Escuela',
    area: 'Zona, según el código postal',
    language: 'Idioma de la solicitud',
    served: 'Ha participado antes',
  },
  group: 'Grupo',
  applicants: 'Solicitantes',
  placed: 'Con lugar',
  served: { first_time: 'Primera vez', before: 'Ya participó' },
  none: { school: 'No indicó escuela', area: 'Código postal fuera del distrito' },
  anyOne: 'Una misma escuela',
  others: { one: '{count} grupo pequeño', many: '{count} grupos pequeños', other: '{count} grupos pequeños' },
  notShown: 'no se muestra',
  atLeast: 'al menos {number}',
  atMost: 'como máximo {number}',
  between: '{from} a {to}',
  placedOf: '{placed} de {wanted}',
  state: { met: 'Cumple la meta', below: 'Por debajo de la meta', above: 'Por encima de la meta' },
  metOf: '{met} de {all} metas cumplidas',
  targets: {
    title: 'Metas de la propuesta',
    back: 'Tablero de selección',
    lead: {
      one: '¿Para qué grupo debería ser el lugar que se ofrece ({count})? Deje el campo vacío donde no haya límite. Las metas orientan la elección. Por sí solas no colocan ni rechazan a nadie.',
      many: '¿Cuántos de los {count} lugares deberían ser para cada grupo? Deje el campo vacío donde no haya límite. Las metas orientan la elección. Por sí solas no colocan ni rechazan a nadie.',
      other:
        '¿Cuántos de los {count} lugares deberían ser para cada grupo? Deje el campo vacío donde no haya límite. Las metas orientan la elección. Por sí solas no colocan ni rechazan a nadie.',
    },
    schoolHint: 'Las escuelas que más solicitantes indicaron, y un límite que vale para una misma escuela.',
    areaHint: 'El distrito local en el que más probablemente está el código postal.',
    least: '{group}: al menos',
    leastShort: 'Al menos',
    most: '{group}: como máximo',
    mostShort: 'Como máximo',
    button: 'Guardar las metas',
    history: 'Historial',
  },
  errors: {
    turned: 'El máximo no puede ser menor que el mínimo',
    tooMany: 'En conjunto son más que los {seats} lugares que se ofrecen',
    over: 'Las decisiones ya salieron; las metas no se pueden cambiar.',
  },
  denied: {
    view: 'Las metas las ven el personal del distrito local y quien aprueba.',
    set: 'Las metas las fija el personal del distrito local.',
  },
  events: { setTargets: 'Cambió las metas' },
};
