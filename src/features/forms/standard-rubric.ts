import type { LocalText } from '../../lib/local-text';
import type { Criterion } from './rubric';
import { both } from './standard-question';

type Anchors = Criterion['anchors'];

const anchors = (zero: LocalText, two: LocalText, four: LocalText): Anchors => [
  zero,
  both('Between 0 and 2: touched on, without saying how', 'Entre 0 y 2: se menciona, sin decir cómo'),
  two,
  both('Between 2 and 4: clear, with one example', 'Entre 2 y 4: claro, con un ejemplo'),
  four,
];

/** The rubric that ships filled in; its weights sum to 100 (facts: application form). */
export const standardRubric: readonly Criterion[] = [
  {
    key: 'connection',
    weight: 20,
    label: both('Connection to the district and its community', 'Vínculo con el distrito y su comunidad'),
    guide: both('How the person lives, works, learns or serves here.', 'Cómo la persona vive, trabaja, estudia o sirve aquí.'),
    anchors: anchors(
      both('Not addressed: no tie to the local district is named', 'No se aborda: no se menciona ningún vínculo con el distrito local'),
      both('Addressed in general terms: a tie is named', 'Se aborda en términos generales: se menciona un vínculo'),
      both('Specific, with examples of what they do here and with whom', 'Específico, con ejemplos de lo que hace aquí y con quién'),
    ),
  },
  {
    key: 'experience',
    weight: 20,
    label: both('Lived or professional experience', 'Experiencia de vida o profesional'),
    guide: both('Life counts as much as work.', 'La vida cuenta tanto como el trabajo.'),
    anchors: anchors(
      both('Not addressed: no experience is named', 'No se aborda: no se menciona ninguna experiencia'),
      both(
        'Addressed in general terms: experience without its use here',
        'Se aborda en términos generales: experiencia sin decir para qué sirve aquí',
      ),
      both('Specific, with examples that matter for schools', 'Específico, con ejemplos que importan para las escuelas'),
    ),
  },
  {
    key: 'reasons',
    weight: 20,
    label: both('Reasons fit an advisory role', 'Sus razones corresponden a una función consultiva'),
    guide: both('The collaborative advises; it does not decide.', 'El colaborativo aconseja; no decide.'),
    anchors: anchors(
      both(
        'Not addressed: no reason, or a reason that has no place in an advisory body',
        'No se aborda: sin razón, o una razón ajena a un órgano consultivo',
      ),
      both('Addressed in general terms: wants to help', 'Se aborda en términos generales: quiere ayudar'),
      both('Specific, with examples of advice they would give or seek', 'Específico, con ejemplos de recomendaciones que daría o buscaría'),
    ),
  },
  {
    key: 'listening',
    weight: 15,
    label: both('Listening and working with others', 'Escuchar y trabajar con otras personas'),
    guide: both('Also with people who see things otherwise.', 'También con personas que ven las cosas de otro modo.'),
    anchors: anchors(
      both('Not addressed: others are not mentioned', 'No se aborda: no se menciona a otras personas'),
      both('Addressed in general terms: likes to work in groups', 'Se aborda en términos generales: le gusta trabajar en grupo'),
      both('Specific, with examples of a disagreement and how it went', 'Específico, con ejemplos de un desacuerdo y cómo se resolvió'),
    ),
  },
  {
    key: 'perspective',
    weight: 15,
    label: both('Perspective not yet at the table', 'Un punto de vista que aún no está presente'),
    guide: both(
      'Compare with who sits there now, not with other applicants.',
      'Compare con quienes ya participan, no con otros solicitantes.',
    ),
    anchors: anchors(
      both('Not addressed: nothing new is named', 'No se aborda: no se menciona nada nuevo'),
      both('Addressed in general terms: a group is named', 'Se aborda en términos generales: se menciona un grupo'),
      both('Specific, with examples of what goes unheard', 'Específico, con ejemplos de lo que no se escucha'),
    ),
  },
  {
    key: 'commitment',
    weight: 10,
    label: both('Availability and commitment', 'Disponibilidad y compromiso'),
    guide: both(
      'Needs such as child care or an interpreter never lower this score.',
      'Necesidades como cuidado de niños o intérprete nunca bajan esta puntuación.',
    ),
    anchors: anchors(
      both('Not addressed: cannot serve the term or says nothing', 'No se aborda: no puede cumplir el periodo o no dice nada'),
      both('Addressed in general terms: can come most times', 'Se aborda en términos generales: puede asistir la mayoría de las veces'),
      both('Specific, with days, and an example of a duty kept', 'Específico, con días y un ejemplo de un compromiso cumplido'),
    ),
  },
];
