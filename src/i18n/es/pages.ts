import type { Translation } from '../keys';
import type { pages as source } from '../en/pages';

export const pages: Translation<typeof source> = {
  ask: 'Pregúntenos',
  privacy: {
    title: 'Privacidad',
    description: 'Qué guarda este sitio sobre usted, quién lo ve y por cuánto tiempo, en palabras sencillas.',
    lead: 'Guardamos lo que necesitamos para elegir a los integrantes, celebrar reuniones y responderle. No lo vendemos ni vigilamos lo que usted lee.',
    kept: {
      title: 'Qué guardamos',
      application: {
        name: 'Cuando presenta una solicitud:',
        text: 'su nombre, cómo comunicarnos con usted, su código postal o escuela y sus respuestas. Cada vez que envía la solicitud, guardamos esa versión.',
      },
      optional: {
        name: 'Preguntas sobre usted que puede omitir:',
        text: 'sus respuestas se guardan aparte de la solicitud y no influyen en la selección.',
      },
      member: {
        name: 'Cuando forma parte de un colaborativo:',
        text: 'su lugar y periodo, lo que hizo antes de empezar, cuándo asistió a las reuniones y cómo votó.',
      },
      account: {
        name: 'Cuando entra al sitio:',
        text: 'su correo electrónico, su idioma y la hora. Si elige una contraseña, se guarda de una forma que nadie puede leer.',
      },
      comment: {
        name: 'Cuando escribe a una reunión o se inscribe para hablar:',
        text: 'sus palabras y, si lo da, su nombre. Ambos son públicos. Su correo electrónico, si lo deja, no lo es.',
      },
      guest: {
        name: 'Cuando se inscribe en una sesión con la comunidad o pide ayuda para participar:',
        text: 'su nombre, cuántas personas vienen, su idioma y lo que necesita.',
      },
      follow: {
        name: 'Cuando sigue algo o pide los órdenes del día por correo:',
        text: 'su correo electrónico, su idioma y lo que sigue. No guardamos nada hasta que lo confirma, y se termina con un clic.',
      },
      question: { name: 'Cuando pide ayuda:', text: 'su nombre, su correo electrónico, su pregunta y nuestra respuesta.' },
    },
    notKept: {
      title: 'Qué no guardamos',
      child: {
        name: 'Nada que identifique a un menor:',
        text: 'ni número, ni calificaciones, ni salud, ni discapacidad. Por favor, no lo escriba en ninguna parte de este sitio.',
      },
      tracking: { name: 'Sin rastreo:', text: 'sin publicidad, sin contadores de otras empresas, nada que se cargue de otro lugar.' },
      logs: {
        name: 'Ningún diario de sus visitas:',
        text: 'nuestros registros dicen cuándo se pidió una página y si funcionó, sin nombres, correos ni direcciones de internet.',
      },
    },
    seen: {
      title: 'Quién lo ve',
      public: {
        name: 'Todo el mundo:',
        text: 'los nombres de los integrantes, sus lugares y cargos, la asistencia, los votos, los órdenes del día, las actas, las recomendaciones y las respuestas. Nunca su domicilio, teléfono ni correo.',
      },
      staff: {
        name: 'El personal de su distrito local:',
        text: 'las solicitudes a su colaborativo y lo necesario para que usted ocupe su lugar. La administración ve las de todos los colaborativos.',
      },
      reviewers: {
        name: 'Quienes evalúan:',
        text: 'las respuestas de las solicitudes que les tocan, sin su nombre ni sus datos de contacto mientras las puntúan.',
      },
      optional: {
        name: 'Nadie, de una en una:',
        text: 'las preguntas que puede omitir. Solo se muestran como totales de diez personas o más.',
      },
      nobody: { name: 'Sus necesidades de acceso:', text: 'solo quienes organizan intérpretes, asientos o cuidado de niños.' },
    },
    howLong: {
      title: 'Por cuánto tiempo',
      drafts: { name: 'Solicitudes que nunca se enviaron:', text: 'hasta 90 días después de la fecha de cierre.' },
      applications: { name: 'Solicitudes no elegidas:', text: 'dos años.' },
      members: { name: 'Expedientes de los integrantes:', text: 'el periodo y cuatro años más.' },
      guests: { name: 'Inscripciones en una sesión con la comunidad y lo que necesitó para participar:', text: 'hasta 30 días después.' },
      record: { name: 'Órdenes del día, actas, recomendaciones y respuestas:', text: 'para siempre. Son documentos públicos.' },
      messages: {
        name: 'Para ser sinceros:',
        text: 'las solicitudes sin enviar, las inscripciones y el texto de los correos antiguos se borran solos. Lo demás lo revisa una persona una vez al año. Pídanoslo y borraremos antes lo que la ley no nos obliga a guardar.',
      },
    },
    cookies: {
      title: 'Cookies',
      session: {
        name: 'Una mientras llena un formulario o tiene la sesión abierta:',
        text: 'termina cuando usted sale o después de un tiempo sin uso.',
      },
      language: { name: 'Una para su idioma:', text: 'solo cuando usted guarda una elección.' },
      none: { name: 'Ninguna', text: 'cuando solo lee páginas públicas.' },
    },
    rights: {
      title: 'Qué puede pedirnos',
      see: { name: 'Ver sus datos:', text: 'le enviamos lo que guardamos sobre usted.' },
      correct: { name: 'Corregirlos:', text: 'arreglamos lo que esté mal.' },
      erase: {
        name: 'Borrarlos:',
        text: 'quitamos lo que la ley no nos obliga a guardar y le decimos qué se queda y por qué.',
      },
    },
    closing:
      'Según la ley de California, cualquiera puede pedir ciertos documentos de un organismo público. Antes de entregar algo que lleve su nombre, quitamos lo que la ley nos permite quitar.',
  },
  accessibility: {
    title: 'Accesibilidad',
    description: 'Qué funciona con teclado, lector de pantalla o teléfono, qué no funciona todavía y a quién avisar.',
    lead: 'Toda persona debe poder presentar su solicitud, seguir las reuniones y leer las respuestas. Díganos en qué fallamos: lo arreglamos o buscamos otra manera para usted.',
    does: {
      title: 'Para qué lo construimos',
      standard: { name: 'Una norma:', text: 'WCAG 2.2, nivel AA.' },
      phone: { name: 'Un teléfono:', text: 'cada página cabe en una pantalla pequeña y el texto se puede ampliar al 400 por ciento.' },
      keyboard: {
        name: 'Un teclado o un lector de pantalla:',
        text: 'todo se puede hacer sin ratón, y cada error se explica con palabras.',
      },
      languages: { name: 'Dos idiomas:', text: 'cada página, mensaje y correo está en español y en inglés.' },
      print: { name: 'El papel:', text: 'los órdenes del día y las actas se imprimen bien, con las direcciones de los enlaces.' },
      noScript: {
        name: 'Teléfonos viejos y conexiones lentas:',
        text: 'cada página funciona sin JavaScript y ninguna necesita descargar tipos de letra.',
      },
    },
    checked: {
      title: 'Cómo se revisa',
      automatic: {
        name: 'Con un programa:',
        text: 'axe revisa las páginas en un navegador, anchas y angostas, con cada cambio de este sitio.',
      },
      hand: {
        name: 'Con un recorrido:',
        text: 'un programa llena toda la solicitud solo con el teclado, y otra vez con JavaScript desactivado.',
      },
    },
    limits: {
      title: 'Qué no funciona bien todavía',
      languages: {
        name: 'Otros idiomas:',
        text: 'el sitio todavía no está en armenio, coreano, chino, filipino, ruso, persa, vietnamita ni árabe. Pida un intérprete.',
      },
      pdf: {
        name: 'PDF:',
        text: 'los órdenes del día llevan etiquetas para que los lea un lector de pantalla. Los documentos que hicieron otros quizá no; el orden del día dice a quién pedir ayuda.',
      },
      files: {
        name: 'Textos que escriben las personas:',
        text: 'los órdenes del día, las actas y las notas pueden estar en un solo idioma. Los traducimos cuando alguien lo pide.',
      },
      audit: {
        name: 'Sin auditoría externa:',
        text: 'personas que usan lectores de pantalla todos los días todavía no han probado este sitio para nosotros.',
      },
    },
    meetings: {
      title: 'En las reuniones',
      interpreter: {
        name: 'Intérpretes:',
        text: 'de lengua de señas y de otros idiomas, gratis. Pídalos a más tardar el día que indica la página de la reunión.',
      },
      access: { name: 'Para entrar:', text: 'díganos qué necesita en cuanto a asientos, audición, vista o cuidado de niños.' },
      remote: { name: 'Desde casa:', text: 'cuando se puede participar por computadora o teléfono, la página de la reunión dice cómo.' },
    },
    closing:
      'Si algo se lo impide, escriba o llame. Respondemos en un plazo de cinco días hábiles y podemos tomar su solicitud por teléfono o en papel.',
  },
};
