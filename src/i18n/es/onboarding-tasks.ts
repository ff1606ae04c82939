import type { Translation } from '../keys';
import type { onboardingTasks as source } from '../en/onboarding-tasks';

export const onboardingTasks: Translation<typeof source> = {
  accept_seat: {
    title: 'Aceptar su lugar y su periodo',
    text: `Usted dijo que sí a un lugar. Revise una vez más las fechas de arriba: son el primer y el último día de su periodo.

Al firmar acepta el lugar por este periodo. Asistirá a las reuniones o avisará a tiempo si no puede, leerá los documentos antes y hablará por las personas de su comunidad, no solo por usted.

Si ya no puede seguir, avise al personal. Nadie se lo reprochará.`,
  },
  contact: {
    title: 'Revisar sus datos de contacto, su idioma y su nombre',
    text: `Le escribimos en el idioma que elija aquí. Su nombre aparece en la lista pública. Su teléfono y su dirección, nunca.`,
  },
  access_needs: {
    title: 'Decirnos qué necesita para participar',
    text: `Díganoslo una vez y lo preparamos para cada reunión: intérprete, acceso sin escalones, subtítulos, letra grande, cuidado de niños.

Deje todo vacío si no necesita nada. Puede cambiarlo más adelante.`,
  },
  code_of_conduct: {
    title: 'Código de conducta',
    text: `## Cómo trabajamos juntos
- Me preparo. Leo los documentos antes de la reunión.
- Escucho para entender. Dejo terminar a los demás y doy espacio a quienes hablan menos.
- Puedo estar en contra de una idea, nunca del valor de una persona. No me burlo, no amenazo, no grito.
- Respeto todos los idiomas. Espero a la persona que interpreta.
- Guardo para mí lo que sepa de un niño o de una familia. No nombro a ningún estudiante en una reunión ni en un documento.

## Cómo uso mi lugar
- Hablo por el colaborativo solo cuando me lo ha pedido. Por mi cuenta, digo que hablo por mí.
- No pido nada para mí, mi familia ni mi negocio. Cuando algo les toca, lo digo y me hago a un lado.
- No acepto regalos por tener este lugar.
- No decido asuntos con otros integrantes fuera de una reunión, tampoco en un chat.

## Cuando algo sale mal
- Puedo decírselo a la presidencia o al personal, y se me escuchará. A nadie se le castiga por hablar de buena fe.
- La presidencia puede pedirme que pare o que deje la reunión. Las faltas graves o repetidas pueden costarme el lugar, después de escucharme.`,
  },
  conflict_statement: {
    title: 'Declaración de conflictos de interés',
    text: `Un conflicto de interés es todo lo que puede hacer que la gente se pregunte a quién sirven sus recomendaciones. Tenerlo no es una vergüenza. Lo malo es ocultarlo.

Cuéntenos sobre:
- un trabajo para el distrito, una escuela o una empresa que les vende, suyo o de alguien de su casa
- dinero, una propiedad o un negocio al que una decisión pueda afectar
- un puesto de dirección en un grupo que pide dinero o un contrato al distrito
- un familiar que decide sobre estas cosas

Usted hace esta declaración cada año, y antes si algo cambia. La lee el personal de su colaborativo. En la reunión lo dice otra vez cuando se trate el asunto, y no vota sobre él.`,
  },
  open_meeting_act: {
    title: 'Lo que le pide la ley de reuniones abiertas',
    text: `La ley de reuniones abiertas de California dice que los órganos públicos hacen el trabajo de la gente delante de la gente. Con nuestras palabras, le pide lo siguiente. Hay una copia de la ley en la página de su colaborativo, y el personal se la imprime si la desea.

## Aviso
- El orden del día de una reunión ordinaria se publica al menos 72 horas antes. El de una reunión extraordinaria, 24 horas antes.
- Solo decidimos sobre lo que está en el orden del día publicado.

## A la vista de todos
- Cualquier persona puede venir, escuchar y hablar. Nadie tiene que dar su nombre.
- Se vota en público. Se anota cómo votó cada integrante. No hay votos secretos.
- Los documentos que recibe la mayoría son también para el público, en el mismo momento.

## Entre reuniones
- La mayoría de los integrantes no puede tratar asuntos del colaborativo fuera de una reunión. Ni en un mismo cuarto ni en cadena: de uno a otro, por teléfono, correo, chat o por medio de otra persona.
- Puede hablar con otro integrante, con el personal y con su comunidad. Cuide que la conversación no siga hasta que haya participado la mayoría.
- No use «responder a todos» en un correo sobre asuntos del colaborativo.

## A distancia
- Participar desde otro lugar tiene sus propias reglas. Pregunte al personal antes de la reunión.

Al firmar dice que recibió una copia de la ley y este resumen.`,
  },
  charge: {
    title: 'El encargo de su colaborativo',
    text: `## Para qué existimos
El colaborativo reúne a familias, vecinos, filantropía y negocios locales con la dirección del distrito local. Informa, promueve y aconseja. No dirige escuelas ni decide sobre el personal o los estudiantes.

## Integrantes
Los lugares pertenecen a grupos de la comunidad, para que se oigan muchas voces. Cada persona sirve por un periodo fijo, por lo general de dos años, y puede servir tres periodos seguidos. La lista pública muestra quién ocupa cada lugar.

## Cargos
Los integrantes eligen la presidencia, la vicepresidencia y la secretaría por voto abierto en la primera reunión del año. La presidencia dirige la reunión, la vicepresidencia la reemplaza y la secretaría cuida las actas. El cargo termina con el lugar.

## Personal
Cada colaborativo tiene una persona de contacto en el distrito local. Su nombre y dirección están en la página. El personal prepara los documentos, reserva salas e intérpretes y responde a sus preguntas.

## Metas e informes
Una vez al año acordamos unas pocas metas. Cada primavera informamos qué recomendamos y qué resultó. El informe es público.

## Reuniones
Nos reunimos en público, por lo general una vez al mes durante el año escolar. Para votar debe estar presente más de la mitad de los lugares con voto ocupados.

## Recomendaciones
Nuestras recomendaciones salen como una nota numerada. El distrito local confirma en cinco días hábiles que la recibió y responde a cada punto en treinta.

## Medios y normas
Los documentos, la interpretación y el cuidado de niños no le cuestan nada. El lugar no se paga. Las normas del distrito sobre respeto, seguridad, privacidad y archivos valen también para nosotros.`,
  },
  meeting_procedure: {
    title: 'Cómo funciona una reunión, en diez minutos',
    text: `## Antes
Usted recibe el orden del día con sus documentos. Diga si va a venir. Si no puede, avise pronto: sin suficientes integrantes no podemos votar.

## Pase de lista y cuórum
La secretaría llama cada nombre. Responda «presente». Hay cuórum cuando está más de la mitad de los lugares con voto ocupados. Si alguien se va y se pierde el cuórum, podemos conversar, pero no votar.

## Un asunto a la vez
La presidencia abre el asunto, alguien lo presenta, el público puede comentar y después hablan los integrantes. Levante la mano, espere su turno y no se salga del asunto.

## De una idea a un voto
- Alguien dice: «Propongo que…» y lee una frase clara. Esa es la moción.
- Otra persona dice: «Secundo». Solo quiere decir: hablemos de ello.
- Los integrantes lo discuten. Para cambiar las palabras, diga: «Propongo enmendar…». Primero se vota el cambio.
- La presidencia lee la moción una vez más.
- La secretaría pasa lista. Cada quien dice sí, no o abstención. Con más síes que noes, la moción se aprueba.

## Frases útiles
- «Moción de orden»: no se está respetando una regla. La presidencia responde de inmediato.
- «Propongo dejar esto para la próxima reunión».
- «Tengo un conflicto»: dígalo antes de que empiece la discusión y hágase a un lado.
- «¿Nos lo puede decir en palabras sencillas?» siempre se puede preguntar.

## Después
La secretaría redacta el acta. Léala, sugiera correcciones, y la aprobamos en la próxima reunión.`,
  },
  orientation: {
    title: 'Asistir a una reunión de orientación',
    text: `En hora y media conoce al personal y a otros nuevos integrantes, oye cómo trabaja el distrito local y recorre una reunión paso a paso. Hay intérpretes y cuidado de niños si nos avisa antes.

El personal anota que usted estuvo. Aquí no tiene que hacer nada.`,
  },
  directory: {
    title: 'Directorio y fotos',
    text: `Los demás integrantes siempre pueden escribirle por medio de este sitio. Aquí elige si también ven cómo comunicarse con usted y si podemos mostrar fotos suyas.`,
  },
  emergency_contact: {
    title: 'Contacto de emergencia',
    text: `¿A quién debemos llamar si le pasa algo en una reunión? Solo el personal lo ve.`,
  },
  clearance: {
    title: 'Autorización de voluntariado',
    text: `Es solo para tareas en las que esté con estudiantes, como una visita a una escuela. El personal le dice si la suya es una de ellas y le ayuda.

Guardamos solo la fecha hasta la que está autorizado. Los papeles quedan en la oficina que los revisa.`,
  },
  interview: {
    title: 'Conversar sobre seguir o terminar',
    text: `Tres meses antes de que termine su periodo, el personal le pregunta cómo le fue y si quisiera servir otra vez.`,
  },
};
