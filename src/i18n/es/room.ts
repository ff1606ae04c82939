import type { Translation } from '../keys';
import type { room as source } from '../en/room';

export const room: Translation<typeof source> = {
  events: {
    deviceAdded: 'Se agregó un dispositivo para la sala',
    deviceRevoked: 'Se retiró un dispositivo de la sala',
  },
  errors: { closed: 'El registro de esta reunión está cerrado. Ya no se puede agregar ningún dispositivo.' },
  kind: {
    projector: 'Proyector: para todas las personas en la sala',
    chair: 'Tableta de la presidencia: qué sigue y quién habla',
  },
  begins: 'Empieza a las {time}.',
  line: '{number}. {title}',
  count: '{label}: {number}',
  until: 'Hasta las {time}',
  next: 'Sigue:',
  refresh: 'Ver cómo está ahora',
  lost: 'Sin conexión. Esto puede no estar al día.',
  projector: { title: 'Pantalla del proyector' },
  chair: { title: 'Pantalla de la presidencia', waiting: 'Esperan para hablar' },
  devices: {
    title: 'Pantallas en la sala',
    link: 'Pantallas en la sala',
    lede: 'Cada dispositivo abre su pantalla con una dirección propia, solo para esta reunión, y nada más. Termina cuando se levanta la reunión.',
    kind: '¿Para qué es el dispositivo?',
    make: 'Crear una dirección',
    made: 'Abra esto en el dispositivo',
    once: 'Esto se muestra una sola vez. Escanee el código con el dispositivo o escriba la dirección.',
    picture: 'Código con la dirección del dispositivo',
    list: 'Direcciones que abren',
    row: '{kind} (creada: {moment})',
    revoke: 'Retirar',
    revokeOne: 'Retirar: {device}',
    revoked: 'La dirección ya no abre.',
    here: 'En este dispositivo',
  },
};
