import type { Translation } from '../keys';
import type { admin as source } from '../en/admin';

export const admin: Translation<typeof source> = {
  title: 'Administración',
  lead: 'Lo que solo hace la administración, para todos los colaborativos.',
  links: {
    people: { title: 'Personas y funciones', text: 'Invitar al personal y a quienes aprueban, terminar funciones, cerrar cuentas.' },
    cycles: { title: 'Convocatorias', text: 'Fechas, formulario, guía de puntuación y lugares de cada convocatoria.' },
    imports: { title: 'Escuelas, códigos postales y colaborativos', text: 'Ver lo último que se cargó y cargar un archivo nuevo.' },
    history: { title: 'Historial', text: 'Quién hizo qué y cuándo, y si el registro está completo.' },
    mail: { title: 'Correo', text: 'Si el correo sale, qué ha fallado y qué no se sabe si llegó.' },
    help: { title: 'Preguntas', text: 'Preguntas de la página de ayuda, de todos los colaborativos.' },
    staff: { title: 'Área del personal', text: 'Lo que está pendiente en cada colaborativo.' },
  },
  history: {
    title: 'Historial',
    lead: 'Cada cambio de estado, el más reciente primero. Nada de esto se puede cambiar ni quitar.',
    check: 'Revisar que el registro está completo',
    caption: 'Lo que se hizo',
    when: 'Cuándo',
    what: 'Qué',
    who: 'Quién',
    where: 'Dónde',
    program: 'Programa',
    record: 'Registro',
    empty: 'Todavía no se ha hecho nada. El primer cambio aparecerá aquí.',
  },
  check: {
    title: '¿Está completo el registro?',
    lead: 'Cada línea lleva una huella de sí misma y de la línea anterior. Acabamos de calcularlas todas de nuevo.',
    whole: { one: 'La única línea es correcta.', many: 'Las {count} de líneas son correctas.', other: 'Las {count} líneas son correctas.' },
    broken: 'El registro no es correcto. Llame a quien administra el servidor y no cambie nada hasta que lo revise.',
    chain: 'Cadena',
    lines: 'Líneas',
    result: 'Resultado',
    caption: 'Resultado de cada cadena',
    holds: 'Correcta',
    breaksAt: 'Falla en la línea {place}',
    cutOff: 'Faltan líneas al final',
    again: 'Volver al historial',
  },
  imports: {
    title: 'Cargar un archivo',
    lead: 'Pegue el texto de un archivo. Primero vea qué cambiaría; después, cárguelo. Un archivo con un error no se carga en absoluto.',
    last: 'Lo último que se cargó',
    kind: 'Qué contiene el archivo',
    never: 'Nunca',
    console: 'la línea de comandos',
    lastLine: '{moment}, {name}',
    counts: '{added} nuevos, {changed} con cambios, {removed} quitados, {unchanged} como antes',
    text: 'Texto del archivo',
    textHint:
      'Escuelas y códigos postales en CSV con una línea de encabezado, colaborativos en JSON. Hasta 150,000 caracteres; cargue archivos más grandes en el servidor con: npm run cli -- import schools ARCHIVO',
    try: 'Ver qué cambiaría',
    take: 'Cargarlo',
    result: 'Resultado',
  },
  cli: {
    migrated: { one: '{count} migración hecha.', many: '{count} de migraciones hechas.', other: '{count} migraciones hechas.' },
    rolledBack: {
      one: '{count} migración revertida.',
      many: '{count} de migraciones revertidas.',
      other: '{count} migraciones revertidas.',
    },
    nothingToDo: 'No hay nada que hacer.',
    rebuilt: {
      one: 'La búsqueda pública se hizo de nuevo con {count} registro.',
      many: 'La búsqueda pública se hizo de nuevo con {count} de registros.',
      other: 'La búsqueda pública se hizo de nuevo con {count} registros.',
    },
    indexed: {
      one: 'Ya se puede encontrar {count} solicitud.',
      many: 'Ya se pueden encontrar {count} de solicitudes.',
      other: 'Ya se pueden encontrar {count} solicitudes.',
    },
    administrator:
      'Se creó la administración para {email}. En un plazo de 7 días, abra este enlace una sola vez para entrar por primera vez:',
    verify: {
      version: 'Versión {number}: {sha256}',
      same: '  Es igual al número dado: son las palabras que se publicaron.',
      differs: '  NO es el número dado ({wanted}): son otras palabras.',
      rewritten: '  Otro programa volvió a escribir el archivo. El número es de sus palabras.',
      unreadable: 'Allí no se puede leer ningún orden del día publicado: {source}',
    },
    usage: `npm run cli -- ORDEN

  migrate                              pone la base de datos al día
  rollback                             revierte la última migración
  search                               añade al índice de búsqueda lo que una versión anterior no guardaba
  search rebuild                       hace de nuevo la búsqueda pública con los registros públicos
  create-admin CORREO NOMBRE           crea la primera administración y muestra el enlace para entrar
  import TIPO [ARCHIVO] [--dry-run]    carga collaboratives (JSON), schools o zips (CSV);
                                       sin ARCHIVO, el de src/facts; con --dry-run solo dice qué cambiaría
  states                               muestra cada ciclo de vida como diagrama Mermaid
  verify-posting ARCHIVO|DIRECCIÓN [SHA256]
                                       calcula el número de un orden del día publicado y de sus versiones anteriores
  demo [--keep]                        inicia una demostración con personas inventadas`,
  },
};
