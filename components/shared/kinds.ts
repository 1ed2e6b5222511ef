import type { MessageName } from '../../lib/i18n.ts';
import type { EntityType, Kind } from '../../lib/pack/schema.ts';

/** The plural name of each kind, for lists and switches. */
export const kindNames: Readonly<Record<Kind, MessageName>> = {
  person: 'kindPerson',
  group: 'kindGroup',
  place: 'kindPlace',
  operation: 'kindOperation',
  agreement: 'kindAgreement',
  state: 'kindState',
  concept: 'kindConcept',
};

/** What one entity is called, for a card's first line. */
export const typeNames: Readonly<Record<EntityType, MessageName>> = {
  person: 'typePerson',
  'armed-group': 'typeArmedGroup',
  organisation: 'typeOrganisation',
  media: 'typeMedia',
  place: 'typePlace',
  'military-operation': 'typeMilitaryOperation',
  event: 'typeEvent',
  agreement: 'typeAgreement',
  state: 'typeState',
  'government-body': 'typeGovernmentBody',
  concept: 'typeConcept',
};
