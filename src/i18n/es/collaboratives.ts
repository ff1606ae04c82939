import type { Translation } from '../keys';
import type { collaboratives as source } from '../en/collaboratives';

export const collaboratives: Translation<typeof source> = {
  events: { imported: 'Se cargó un archivo', set: 'Cambió los ajustes' },
  settings: {
    title: 'Ajustes del {name}',
    lead: 'Lo que cambia de un colaborativo a otro. Un cambio vale desde ahora; lo decidido antes queda como estaba.',
    leadRead: 'Lo que cambia de un colaborativo a otro. Lo cambia la oficina del programa.',
    denied: 'Los ajustes son de la oficina del programa; el personal y quienes aprueban en el colaborativo pueden leerlos.',
    now: 'Ahora: {value}',
    usual: 'Lo usual: {value}',
    neverChanged: 'Nunca se ha cambiado aquí.',
    changed: 'Último cambio: {by}, {at}.',
    putBack: 'Volver a lo usual: {value}',
    nothing: 'nada',
    short: 'Ajustes',
    overtaken:
      'Alguien cambió los ajustes mientras usted estaba aquí. Todavía no se guardó nada. Lo que escribió sigue abajo: revíselo y guarde otra vez',
    both: 'Mientras tanto alguien guardó “{value}” aquí. En el campo está lo que usted puso; si guarda, ocupará su lugar',
    history: {
      link: 'Ver todos los cambios',
      title: 'Cambios de los ajustes: {name}',
      lead: 'Todos los cambios de los ajustes, primero el más reciente.',
      line: '{name}: de “{from}” a “{to}”',
      none: 'Todavía no se ha cambiado ningún ajuste. Todos tienen su valor usual.',
    },
    saved: 'Los ajustes se guardaron.',
    same: 'No había nada distinto, así que no se cambió nada.',
    regime: {
      label: 'Reglas que siguen las reuniones',
      brown: 'La Ley Ralph M. Brown',
      greene: 'La Ley Greene',
      policy: 'Una norma propia del distrito',
      by: 'Quién lo decidió',
      byHint: 'Una oficina, por ejemplo “Oficina del Asesor Jurídico”',
      on: 'Cuándo se decidió',
      decided: 'Decidido por {by} el {date}.',
      undecided: 'Todavía no consta quién lo decidió ni cuándo.',
      together: 'Diga quién lo decidió y cuándo, o ninguna de las dos cosas',
    },
    termYears: {
      name: 'Años de un periodo',
      meaning: 'Cuánto dura un periodo completo. Los lugares nuevos del plan empiezan con este valor.',
    },
    termLimit: {
      name: 'Máximo de periodos completos seguidos',
      meaning:
        'No se puede dar otro periodo más allá de este límite. El resto del periodo de otra persona no cuenta. Un lugar puede tener su propio límite.',
    },
    endingWithinDays: {
      name: 'Días antes del final en que un periodo está “por terminar”',
      meaning: 'Desde entonces el plan de lugares lo señala y la previsión lo cuenta.',
    },
    holdoverVotes: {
      name: 'Votan quienes siguen después de su periodo',
      meaning: 'Quien termina su periodo permanece hasta que se ocupe el lugar. Aquí se dice si cuenta para el quórum y vota.',
    },
    quorum: {
      name: 'Quórum',
      meaning: 'Cuántos integrantes con voto deben estar presentes para decidir.',
      majority_of_filled: 'Más de la mitad de los lugares con voto ocupados',
      majority_of_all: 'Más de la mitad de todos los lugares con voto',
    },
    motionRule: {
      name: 'Lo que necesita una moción para aprobarse',
      meaning: 'Un empate nunca la aprueba. Una moción ya decidida queda como estaba.',
      majority_of_votes: 'Más votos a favor que en contra',
      majority_of_present: 'El voto a favor de más de la mitad de los integrantes con voto presentes',
    },
    noticeRegular: {
      name: 'Horas de aviso, reunión ordinaria',
      meaning: 'La agenda se publica al menos con esta anticipación. La ley pide 72.',
    },
    noticeSpecial: { name: 'Horas de aviso, reunión especial', meaning: 'La ley pide 24.' },
    publicCommentMinutes: {
      name: 'Minutos para cada persona en los comentarios del público',
      meaning: 'Los órdenes del día nuevos lo dicen en ese punto. Con intérprete se tiene el doble de tiempo.',
    },
    commentWords: {
      name: 'Máximo de palabras de un comentario escrito',
      meaning: 'Es igual para todas las personas que escriben antes de una reunión.',
    },
    commentHours: {
      name: 'Horas antes del inicio en que terminan los comentarios escritos',
      meaning: 'El personal necesita ese tiempo para buscar datos personales. Después, todavía se puede hablar en la reunión.',
    },
    minutesDueDays: {
      name: 'Días para entregar la minuta',
      meaning: 'Se cuentan desde la reunión. Después se les recuerda a la secretaría y al personal.',
    },
    draftMinutesPublic: {
      name: 'Los borradores de minutas son públicos',
      meaning: 'Van señalados como borradores. Si no, las minutas se publican una vez aprobadas.',
    },
    acknowledgeDays: {
      name: 'Días hábiles para confirmar que llegó una nota',
      meaning: 'Se cuentan desde la entrega. Las notas en curso conservan sus fechas.',
    },
    answerDays: {
      name: 'Días hábiles para responder una nota',
      meaning: 'Se cuentan desde la entrega. Las notas en curso conservan sus fechas.',
    },
    minimumReviews: {
      name: 'Evaluaciones que recibe cada solicitud',
      meaning: 'El reparto del trabajo busca este número, y las listas señalan las solicitudes que tienen menos.',
    },
    blindFirstPass: {
      name: 'En la primera lectura no se ven los nombres',
      meaning:
        'Quienes evalúan puntúan sin ver nombre, contacto ni foto hasta que ningún puntaje pueda cambiar. Vale solo si el ciclo también lo pide.',
    },
    spreadFlag: {
      name: 'Puntos de diferencia que se señalan',
      meaning: 'Dos puntajes de un mismo criterio con esta diferencia se señalan para que el panel los comente.',
    },
    smallGroup: {
      name: 'Grupo más pequeño que muestran los informes',
      meaning: 'Los grupos menores no aparecen en ningún informe, para que no se reconozca a nadie.',
    },
  },
  list: {
    title: 'Los colaborativos',
    description:
      'Un colaborativo por cada distrito local: familias, miembros de la comunidad, filantropía y negocios locales que aconsejan a su dirección.',
    lead: 'Cada distrito local tiene uno. Lo forman familias, miembros de la comunidad, filantropía y negocios locales. Trabajan con la dirección del distrito local y la aconsejan en público.',
    find: '¿No sabe cuál es el suyo? Búsquelo por código postal o por escuela.',
    findAction: 'Busque el suyo',
    empty: 'Todavía no se ha formado ningún colaborativo. Pregúntenos cuándo empiezan los primeros.',
    emptyAction: 'Hacer una pregunta',
  },
  find: {
    title: 'Encuentre su colaborativo',
    description: 'Encuentre el colaborativo de su distrito local por código postal o por el nombre de una escuela.',
    lead: 'Cada escuela y cada hogar pertenece a un distrito local.',
    label: 'Código postal o nombre de una escuela',
    hint: 'Por ejemplo 90012 o Gardena Elementary',
    button: 'Buscar',
    one: {
      title: 'El código postal {zip} está en el Distrito Local {area}',
      text: 'Ese es su colaborativo.',
      corner:
        'Una parte pequeña de este código postal, cerca del {percent} %, está en el Distrito Local {area}. Si vive allí, ese es el suyo.',
    },
    split: {
      title: 'El código postal {zip} está en más de un distrito local',
      why: 'El límite entre distritos locales cruza este código postal. Solo con el código postal no podemos saber de qué lado vive usted; por eso, elija. Primero aparece el más probable.',
      sure: 'Para tener certeza, escriba el nombre de la escuela más cercana. Si presenta una solicitud, puede nombrar hasta tres colaborativos, así que no puede equivocarse.',
      share: 'Aquí está cerca del {percent} % del área del código postal {zip}.',
      likelier: 'Más probable',
    },
    outside:
      'Una parte de este código postal, cerca del {percent} % de su área, pertenece a otro distrito escolar. Si la escuela más cercana es del nuestro, le damos la bienvenida.',
    unknown: {
      title: 'No conocemos el código postal {zip}',
      text: 'Puede ser nuevo o estar fuera del distrito. De todos modos le damos la bienvenida: elija el distrito local donde vive, trabaja o tiene hijos en la escuela.',
    },
    mistyped: {
      title: '«{text}» no es un código postal completo',
      text: 'Un código postal tiene cinco dígitos, como 90012. También puede escribir el nombre de una escuela o elegir abajo.',
    },
    schools: {
      title: {
        one: '{count} escuela encontrada para «{text}»',
        many: '{count} de escuelas encontradas para «{text}»',
        other: '{count} escuelas encontradas para «{text}»',
      },
      many: 'Más de {most} escuelas llevan «{text}» en su nombre. Estas son las primeras. Escriba más del nombre para ver menos.',
      none: 'No se encontró ninguna escuela para «{text}»',
      noneText:
        'Nuestra lista todavía no incluye todas las escuelas. Pruebe con una palabra del nombre, con un código postal, o elija abajo.',
    },
    all: 'Todos los distritos locales',
    goTo: 'Ir al colaborativo de {area}',
    nothing: 'Todavía no se ha formado ningún colaborativo, así que no hay nada que buscar. Pregúntenos cuándo empiezan los primeros.',
  },
  import: {
    kinds: { collaboratives: 'Colaborativos', schools: 'Escuelas', zips: 'Códigos postales' },
    done: '{what}: archivo cargado.',
    dryRun: '{what}: prueba, no se cambió nada.',
    refused: '{what}: no se cargó nada porque el archivo tiene errores.',
    added: { one: '{count} nuevo', many: '{count} de nuevos', other: '{count} nuevos' },
    changed: { one: '{count} con cambios', many: '{count} de registros con cambios', other: '{count} con cambios' },
    removed: { one: '{count} por quitar', many: '{count} de registros por quitar', other: '{count} por quitar' },
    kept: {
      one: '{count} no está en el archivo, pero se conserva porque está en uso',
      many: '{count} de registros no están en el archivo, pero se conservan porque están en uso',
      other: '{count} no están en el archivo, pero se conservan porque están en uso',
    },
    unchanged: { one: '{count} queda igual', many: '{count} de registros quedan igual', other: '{count} quedan igual' },
    errorCount: { one: '{count} fila tiene un error:', many: '{count} de filas tienen errores:', other: '{count} filas tienen errores:' },
    errorRow: 'Fila {row}: {problem}',
    names: ': {names}',
    more: { one: '{count} más', many: '{count} más', other: '{count} más' },
    errors: {
      json: 'el archivo no es una lista en JSON',
      field: '«{name}» falta o no tiene sentido',
      schoolCode: 'el código de la escuela debe tener 14 dígitos, no «{value}»',
      schoolName: 'la escuela no tiene nombre, o tiene más de 200 caracteres',
      zip: 'un código postal tiene cinco dígitos, no «{value}»',
      district: 'ningún colaborativo tiene el código «{value}»',
      split: 'escriba yes o no para un código postal dividido, no «{value}»',
      share: 'una parte debe estar entre 0 y 1',
      twice: '«{value}» aparece dos veces en el archivo',
    },
  },
};
