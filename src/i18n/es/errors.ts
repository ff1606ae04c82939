import type { Translation } from '../keys';
import type { errors as source } from '../en/errors';

export const errors: Translation<typeof source> = {
  notFound: {
    title: 'No encontramos esa página',
    lead: 'Puede que la dirección tenga un error o que la página no sea para usted.',
    help: 'Revise la dirección o empiece desde la página de inicio.',
  },
  forbidden: {
    title: 'Esto no está abierto para usted',
    lead: 'Usted entró con su cuenta, pero esto le toca a otra persona.',
    help: 'Si cree que le corresponde, escríbanos desde Ayuda.',
  },
  conflict: {
    title: 'No se pudo hacer en este momento',
    changedMeanwhile: 'Otra persona cambió esto antes que usted. Regrese, mire de nuevo y repita su cambio si todavía hace falta.',
    notNow: 'Este paso no es posible ahora. Puede que ya esté hecho.',
    help: 'No se cambió nada. Regrese y mire cómo está ahora.',
  },
  invalid: {
    title: 'Falta algo en el formulario',
    lead: 'No pudimos leer lo que se envió.',
    help: 'Regrese, revise el formulario y envíelo otra vez.',
  },
  failure: {
    title: 'Algo falló de nuestro lado',
    lead: 'Puede que su último paso no se haya guardado.',
    help: 'Inténtelo de nuevo en un minuto. Si sigue igual, escríbanos y dé este número: {id}',
  },
  busy: {
    title: 'Estamos ocupados por un momento',
    lead: 'No se perdió nada. Espere unos segundos y envíelo otra vez.',
    help: 'Si sigue igual, escríbanos y dé este número: {id}',
  },
  csrf: {
    title: 'Este formulario estuvo abierto demasiado tiempo',
    lead: 'Por su seguridad no lo enviamos. Sus palabras están abajo.',
    help: 'Regrese, vuelva a cargar la página y envíe el formulario otra vez.',
    words: 'Lo que usted escribió',
  },
  tooLarge: {
    title: 'Eso es demasiado grande',
    lead: 'Un archivo puede tener hasta 10 MB; un formulario, hasta 200 KB.',
    help: 'Hágalo más pequeño y envíelo otra vez.',
  },
  tooMany: {
    title: 'Demasiados intentos',
    lead: 'Espere {minutes} minutos y vuelva a intentarlo.',
    help: 'Nada queda bloqueado para siempre.',
  },
  home: 'Ir a la página de inicio',
  helpLink: 'Pedir ayuda',
  goBack: 'Regresar',
};
