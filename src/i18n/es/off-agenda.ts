import type { Translation } from '../keys';
import type { offAgenda as source } from '../en/off-agenda';

export const offAgenda: Translation<typeof source> = {
  events: {
    proposed: 'Se propuso un asunto fuera del orden del día',
    carried: 'Se aceptó por voto un asunto fuera del orden del día',
    failed: 'No se aceptó un asunto fuera del orden del día',
    withdrawn: 'Se retiró un asunto fuera del orden del día',
  },
  errors: { open: 'Un asunto fuera del orden del día espera su votación. Primero voten o retírelo.' },
  obstacle: {
    late: 'Ningún orden del día se publicó a tiempo. En esta reunión no se puede decidir ni agregar nada.',
    onlyListed: 'Esta reunión trata solo lo que dice su aviso. Una reunión ordinaria sí puede agregar un asunto por voto.',
    noQuorum: 'No hay cuórum. No se puede agregar nada al orden del día.',
  },
  rule: {
    brown:
      'Se necesitan dos tercios de los integrantes que están aquí, o todos ellos si están menos de dos tercios de los integrantes (Código de Gobierno 54954.2(b)).',
    greene: 'Se necesita el sí de cada integrante que está aquí (Código de Educación 35147(c)).',
    policy: 'Se necesita la misma mayoría que para una moción.',
  },
  status: { proposed: 'Espera su votación', carried: 'Aceptado', failed: 'No aceptado', withdrawn: 'Retirado' },
  title: 'Un asunto que no está en el orden del día',
  lede: 'Solo para lo que surgió después de publicar el orden del día y no puede esperar. Los integrantes votan primero si lo tratan. Si lo aceptan, se agrega y se pueden presentar mociones.',
  propose: 'Proponer un asunto',
  titleEn: 'El asunto, en inglés',
  titleEs: 'El asunto, en español',
  why: 'Cuándo surgió y por qué no puede esperar',
  whyHint: 'Queda en el acta pública.',
  save: 'Proponerlo',
  proposed: 'El asunto espera el voto de los integrantes.',
  vote: 'Votación {number} sobre tratar un asunto',
  caption: 'Votos sobre tratar el asunto {number}',
  withdraw: 'Retirar el asunto',
  withdrawn: 'El asunto se retiró.',
  carried: 'Los integrantes lo aceptan. Ya está en el orden del día.',
  failed: 'Los integrantes no lo aceptan.',
  tag: 'Tratado por excepción',
  takenUp: 'No está en el orden del día publicado. Se aceptó por voto: {yes} sí, {no} no',
  minutesTitle: 'Asuntos que no estaban en el orden del día publicado',
};
