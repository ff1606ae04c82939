import type { Translation } from '../keys';
import type { membershipEmails as source } from '../en/membership-emails';

export const membershipEmails: Translation<typeof source> = {
  openSeats: 'Abrir los lugares',
  openMine: 'Abrir mi página',
  office: {
    subject: 'Su cargo en el {collaborative} desde el {date}: {office}',
    lead: 'Por ahora no tiene que hacer nada. Desde el {date} usted tiene el cargo de {office} en el {collaborative}. Su página muestra lo que puede hacer.',
    staffSubject: '{name}: {office} desde el {date}',
    staffLead: 'No tiene que hacer nada. Desde el {date}, {name} tiene el cargo de {office} en el {collaborative}.',
  },
  officeEnd: {
    subject: 'Su cargo en el {collaborative}: último día {date}',
    lead: 'No tiene que hacer nada. Su último día en el cargo de {office} del {collaborative} es el {date}. Gracias. Usted conserva su lugar.',
    staffSubject: '{name}: último día en el cargo de {office}, {date}',
    staffLead: 'Por favor planee una elección. El último día de {name} en el cargo de {office} del {collaborative} es el {date}.',
  },
  begun: {
    subject: 'Hoy empieza su lugar en el {collaborative}',
    lead: 'No le queda nada por hacer: su lista está completa y hoy empieza su lugar en el {collaborative}.',
    next: 'Ya aparece en la lista pública. Las invitaciones a las reuniones llegan por correo y su página muestra lo que sigue.',
    staffSubject: '{name} forma parte del {collaborative} desde hoy',
    staffLead: 'No se le pide nada: {name} ocupa ahora el lugar {seat}. La lista está completa y el periodo empezó.',
  },
  heldOver: {
    subject: 'Usted permanece en el {collaborative} hasta que haya sucesor',
    lead: 'No se le pide nada. Su periodo en el {collaborative} terminó el {date}. Conserva su lugar hasta que haya sucesor.',
    staffSubject: '{name} permanece en el {collaborative} después de su periodo',
    staffLead: 'Por favor, busque a quien ocupe este lugar. El periodo de {name} terminó el {date} y todavía no hay sucesor.',
  },
  leave: {
    subject: 'Su licencia del {collaborative} empieza el {date}',
    lead: 'No tiene que hacer nada. Anotamos su licencia del {collaborative}. Empieza el {date}.',
    back: 'Usted conserva su lugar. Si cambian sus planes, escriba al personal de su colaborativo.',
    staffSubject: '{name} está de licencia desde el {date}',
    staffLead: 'Por favor planifique sin {name} desde el {date}. Quien está de licencia no cuenta para el quórum.',
  },
  back: {
    subject: 'Su licencia del {collaborative}: un cambio',
    lead: 'No tiene que hacer nada. El último día de su licencia del {collaborative} es el {date}. Nos alegra su regreso.',
    never: 'No tiene que hacer nada. Se anuló su licencia desde el {date}. Usted sigue como integrante del {collaborative}.',
    staffSubject: 'La licencia de {name}: un cambio',
    staffLead: 'No tiene que hacer nada. El último día de la licencia de {name} es el {date}.',
    staffNever: 'No tiene que hacer nada. Se anuló la licencia de {name} desde el {date}.',
  },
  stays: {
    subject: 'Usted sigue en el {collaborative}',
    lead: 'No tiene que hacer nada. Le habíamos escrito que su último día en el {collaborative} era el {date}. Eso se anuló: usted se queda.',
    staffSubject: '{name} sigue en el {collaborative}',
    staffLead: 'No tiene que hacer nada. Se anuló el último día de {name}, el {date}.',
  },
  renewed: {
    subject: 'Un periodo más en el {collaborative}',
    lead: 'No tiene que hacer nada. Usted tiene un periodo más en el {collaborative}. Empieza por sí solo.',
    thanks: 'Gracias por continuar con este trabajo.',
    staffSubject: '{name} tiene un periodo más en el {collaborative}',
    staffLead: 'No tiene que hacer nada. {name} continúa en el mismo lugar. El periodo empieza por sí solo.',
  },
  moved: {
    subject: 'Su nuevo lugar en el {collaborative}',
    lead: 'No tiene que hacer nada. Usted pasa del lugar {from} al lugar {seat} del {collaborative}.',
    staffSubject: '{name} pasa al lugar {seat}',
    staffLead: 'No tiene que hacer nada. {name} pasa del lugar {from} al lugar {seat}. El lugar {from} queda libre entonces.',
  },
  ending: {
    subject: 'Su periodo en el {collaborative} termina el {date}',
    lead: 'Por favor dígale al personal si le gustaría continuar. Su periodo en el {collaborative} termina el {date}.',
    next: 'Usted conserva su lugar hasta que alguien le siga. Un periodo más depende del personal y del límite de periodos.',
    staffSubject: 'El periodo de {name} termina el {date}',
    staffLead: 'Por favor decida lo que sigue: un periodo más para {name}, o el lugar en el próximo ciclo. El periodo termina el {date}.',
  },
  ended: {
    subject: 'Su lugar en el {collaborative}: último día, {date}',
    lead: 'No se le pide nada. El último día de su lugar en el {collaborative} es el {date}.',
    thanks: 'Gracias por el tiempo y el cuidado que ha dado a las escuelas de su comunidad.',
    staffSubject: '{name} deja el {collaborative}: último día, {date}',
    staffLead: 'No se le pide nada por ahora. El último día de {name} en el {collaborative} es el {date}; después el lugar queda libre.',
  },
};
