import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';

type Route = RecordOf<'review_route'>['fields'];

/** Ways to have the restriction explained, lifted or reviewed; duties that meet; what is watched for. */
export function routes(add: Add): void {
  const route = (id: string, name: Route['route'], available: Route['available'], why: string, more: Partial<Route> = {}) =>
    add('review_route', id, 'open', { route: name, order: 'restriction', available, why, sourceStatus: 'text_read', ...more });
  route('route-clarify', 'clarification', 'yes', 'Anybody may ask the issuer what it means; no period runs and nothing is stayed.', {
    effectOnOrder: 'none',
    filing: ['evidence-request'],
  });
  route('route-license', 'license', 'unknown', 'An export-control restriction as reported; whether it opens a license for the audience depends on its text (15 CFR 748).', {
    effectOnOrder: 'none',
  });
  route('route-appeal', 'appeal_756', 'unknown', 'Open against an administrative action, not against a regulation (15 CFR 756.1); the form of the restriction is not stated.', {
    effectOnOrder: 'stay_possible',
    clock: 'appeal',
    prerequisites: ['The text and its date'],
  });
  route('route-reconsider', 'reconsideration', 'unknown', 'Depends on form and issuer, which are not stated.', { sourceStatus: 'general_knowledge' });
  route(
    'route-court',
    'court',
    'arguable',
    'Functions under the Export Control Reform Act stand outside most of the Administrative Procedure Act (50 USC 4821(a)); no theory is chosen.',
    {
      effectOnOrder: 'stay_possible',
      prerequisites: ['A theory that does not rest on the Administrative Procedure Act'],
    },
  );
  route('route-foia', 'foia', 'yes', 'Reaches records of agencies; which agency holds them is for counsel.', {
    effectOnOrder: 'none',
    filing: ['meeting-records'],
    sourceStatus: 'general_knowledge',
  });

  add('conflict_of_duties', 'duties-mend', 'open', {
    title: 'Correct the weakness, and keep what shows it',
    type: 'order_preservation',
    one: 'direction',
    other: 'hold',
    effect: 'A correction changes model, filter and logs, which an agency or a court must be able to see as they were.',
    meanwhile: 'Nothing is changed before a snapshot is taken.',
    owner: 'General Counsel',
  });
  add('conflict_of_duties', 'duties-staff', 'open', {
    title: 'Keep foreign employees from the models, and treat nobody worse by nationality',
    type: 'order_foreign_law',
    one: 'restriction',
    law: '8 USC 1324b; Title VII',
    effect: 'The bar as reported looks at nationality; a removal beyond what law, regulation or order requires is discrimination.',
    meanwhile: 'Both models are off for everybody; no single person was removed by nationality.',
    owner: 'People team',
  });
  add('watch', 'watch-threshold', 'watching', {
    trigger: 'A definition of the capability above which a model is restricted, and who sets it',
    where: ['Federal Register', 'Statements of the issuer'],
    ifItComes: 'Compare every model in the register with it.',
    source: ['report'],
    about: ['restriction', 'fable', 'mythos', 'thresholds'],
    nextReview: { certainty: 'unknown', reason: 'Not set.' },
    owner: 'Export counsel',
  });
  add('watch', 'watch-models-not-chips', 'watching', {
    trigger: 'Further controls that name models or their users instead of chips and infrastructure',
    where: ['Federal Register'],
    ifItComes: 'Set it beside the earlier controls and note the differences.',
    source: ['report'],
    about: ['restriction', 'earlier-controls'],
    nextReview: { certainty: 'unknown', reason: 'Not set.' },
    owner: 'Export counsel',
  });
}
