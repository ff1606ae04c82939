import type { FormPage } from './question';
import { documentsQuestion } from './standard-form-documents';
import { both, option, page, question, single } from './standard-question';

const notForReviewers = { seenByReviewers: false, hiddenInBlind: true } as const;

/** The second half of the standard form: ties, reasons, time, needs, consents (facts: application form 4 to 14). */
export const servicePages: readonly FormPage[] = [
  page('connection', both('What ties you to this local district?', '¿Qué le une a este distrito local?'), [
    question({
      key: 'connection',
      kind: 'many_of',
      label: both('Your ties to this local district', 'Sus vínculos con este distrito local'),
      hint: both(
        'Tick all that are true. We may ask for proof later.',
        'Marque todo lo que sea cierto. Es posible que más adelante le pidamos un comprobante.',
      ),
      options: [
        option('lives', 'I live here', 'Vivo aquí'),
        option('works', 'I work here', 'Trabajo aquí'),
        option('child', 'My child goes to school here', 'Mi hijo o hija va a la escuela aquí'),
        option('student', 'I go to school here', 'Voy a la escuela aquí'),
        option('serves', 'My organization serves people here', 'Mi organización atiende a personas de aquí'),
      ],
      required: true,
    }),
    question({
      key: 'source',
      kind: 'one_of',
      label: both('How did you hear of us?', '¿Cómo supo de nosotros?'),
      options: [
        option('school', 'From my school', 'Por mi escuela'),
        option('friend', 'From someone I know', 'Por alguien que conozco'),
        option('organization', 'From an organization', 'Por una organización'),
        option('media', 'News or social media', 'Por las noticias o redes sociales'),
        option('other', 'In another way', 'De otra manera'),
      ],
      ...notForReviewers,
    }),
  ]),
  single(
    question({
      key: 'reasons',
      kind: 'long_text',
      label: both('Why do you want to serve?', '¿Por qué quiere participar?'),
      hint: both('Write as you speak. Spelling does not count.', 'Escriba como habla. La ortografía no cuenta.'),
      required: true,
      words: 250,
    }),
  ),
  single(
    question({
      key: 'experience',
      kind: 'long_text',
      label: both('What experience or view would you bring?', '¿Qué experiencia o punto de vista aportaría?'),
      hint: both(
        'Life counts as much as work. Name earlier committees, if any.',
        'La vida cuenta tanto como el trabajo. Mencione comités anteriores, si los hubo.',
      ),
      words: 250,
    }),
  ),
  single(
    question({
      key: 'priorities',
      kind: 'long_text',
      label: both('What should the local district care about most?', '¿Qué debería importarle más al distrito local?'),
      words: 150,
    }),
  ),
  page('availability', both('When can you come?', '¿Cuándo puede asistir?'), [
    question({
      key: 'times',
      kind: 'many_of',
      label: both('Days and times', 'Días y horas'),
      options: [
        option('weekday_mornings', 'Weekday mornings', 'Entre semana por la mañana'),
        option('weekday_afternoons', 'Weekday afternoons', 'Entre semana por la tarde'),
        option('weekday_evenings', 'Weekday evenings', 'Entre semana por la noche'),
        option('saturdays', 'Saturdays', 'Los sábados'),
        option('online', 'Online only', 'Solo en línea'),
      ],
    }),
    question({
      key: 'full_term',
      kind: 'yes_no',
      label: both('Can you serve the whole term of two years?', '¿Puede participar durante todo el periodo de dos años?'),
      required: true,
    }),
  ]),
  page('access', both('What do you need to take part?', '¿Qué necesita para participar?'), [
    question({
      key: 'access',
      kind: 'many_of',
      label: both('Help at meetings', 'Apoyo en las reuniones'),
      hint: both('It does not affect your chances: reviewers do not see it.', 'No influye en la decisión: quienes evalúan no lo ven.'),
      options: [
        option('interpreter', 'An interpreter', 'Un intérprete'),
        option('accommodation', 'An accommodation for a disability', 'Una adaptación por discapacidad'),
        option('child_care', 'Child care', 'Cuidado de niños'),
        option('transport', 'Help to get there', 'Ayuda con el transporte'),
      ],
      ...notForReviewers,
    }),
    question({
      key: 'access_words',
      kind: 'short_text',
      label: both('Tell us more about what you need', 'Díganos más sobre lo que necesita'),
      ...notForReviewers,
    }),
  ]),
  page('conflicts', both('Does any of these apply to you?', '¿Le corresponde algo de lo siguiente?'), [
    question({
      key: 'conflicts',
      kind: 'many_of',
      label: both('Ties to the school district', 'Vínculos con el distrito escolar'),
      hint: both(
        'None of these shuts you out. We ask so that it is known.',
        'Nada de esto impide que participe. Preguntamos para que se sepa.',
      ),
      options: [
        option('employee', 'I am employed by the school district', 'Trabajo para el distrito escolar'),
        option('contractor', 'I have a contract with it', 'Tengo un contrato con él'),
        option('grantee', 'I, or my organization, get a grant from it', 'Yo, o mi organización, recibimos una subvención de él'),
        option('relative', 'A close relative works in it', 'Un familiar cercano trabaja en él'),
        option('boards', 'I sit on another board or committee', 'Formo parte de otro consejo o comité'),
      ],
    }),
    question({
      key: 'conflicts_words',
      kind: 'short_text',
      label: both('Which of these ties, and with whom', 'Cuál de estos vínculos y con quién'),
      hiddenInBlind: true,
    }),
  ]),
  page(
    'references',
    both('Who could say something about you?', '¿Quién podría dar referencias de usted?'),
    [
      question({
        key: 'reference_1',
        kind: 'short_text',
        label: both('First person: name and how to reach them', 'Primera persona: nombre y cómo comunicarnos'),
        ...notForReviewers,
      }),
      question({
        key: 'reference_2',
        kind: 'short_text',
        label: both('Second person: name and how to reach them', 'Segunda persona: nombre y cómo comunicarnos'),
        ...notForReviewers,
      }),
      documentsQuestion,
    ],
    both('You may leave this empty. Ask them first.', 'Puede dejarlo en blanco. Pídales permiso antes.'),
  ),
  page(
    'demographics',
    both('Would you tell us a little about yourself?', '¿Quiere contarnos un poco sobre usted?'),
    [
      question({
        key: 'home_language',
        kind: 'short_text',
        label: both('Languages you speak at home', 'Idiomas que habla en casa'),
        storedApart: true,
        ...notForReviewers,
      }),
      question({
        key: 'gender',
        kind: 'one_of',
        label: both('Gender', 'Género'),
        options: [
          option('woman', 'Woman', 'Mujer'),
          option('man', 'Man', 'Hombre'),
          option('nonbinary', 'Nonbinary', 'No binario'),
          option('unsaid', 'I prefer not to say', 'Prefiero no decirlo'),
        ],
        storedApart: true,
        ...notForReviewers,
      }),
      question({
        key: 'heritage',
        kind: 'many_of',
        label: both('Race or ethnicity', 'Raza u origen étnico'),
        options: [
          option('latino', 'Hispanic or Latino', 'Hispano o latino'),
          option('black', 'Black or African American', 'Negro o afroamericano'),
          option('asian', 'Asian', 'Asiático'),
          option('white', 'White', 'Blanco'),
          option('native', 'American Indian or Alaska Native', 'Indígena estadounidense o de Alaska'),
          option('pacific', 'Native Hawaiian or Pacific Islander', 'Nativo de Hawái o de las islas del Pacífico'),
          option('unsaid', 'I prefer not to say', 'Prefiero no decirlo'),
        ],
        storedApart: true,
        ...notForReviewers,
      }),
    ],
    both(
      'All of this is optional. It is kept apart from your application: nobody who decides sees it. We publish it only as numbers for groups of ten or more.',
      'Todo esto es opcional. Se guarda aparte de su solicitud: nadie que decida lo ve. Solo lo publicamos como cifras de grupos de diez o más.',
    ),
  ),
  page('consents', both('Please read and agree', 'Por favor, lea y dé su consentimiento'), [
    question({
      key: 'consent_record',
      kind: 'consent',
      label: both(
        'I know that what I send is a public record. Private details are left out.',
        'Sé que mi solicitud es un documento público. Los datos privados no se muestran.',
      ),
      required: true,
      ...notForReviewers,
    }),
    question({
      key: 'consent_conduct',
      kind: 'consent',
      label: both('I will follow the code of conduct if I am given a seat.', 'Cumpliré el código de conducta si se me da un lugar.'),
      required: true,
      ...notForReviewers,
    }),
    question({
      key: 'consent_directory',
      kind: 'consent',
      label: both(
        'Members may see in the directory how to reach me.',
        'Los integrantes pueden ver en el directorio cómo comunicarse conmigo.',
      ),
      ...notForReviewers,
    }),
    question({
      key: 'consent_photo',
      kind: 'consent',
      label: both('You may publish photos of meetings that show me.', 'Pueden publicar fotos de reuniones en las que aparezca.'),
      ...notForReviewers,
    }),
    question({
      key: 'consent_mail',
      kind: 'consent',
      label: both(
        'Write to me about the next cycle if I get no seat this time.',
        'Escríbanme sobre la próxima convocatoria si esta vez no obtengo un lugar.',
      ),
      ...notForReviewers,
    }),
  ]),
];
