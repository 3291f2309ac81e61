import { URL_TEXT } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** What the customer hears (GMS reference, treatments). */
export const TREATMENTS = inCategory('Treatments', [
  {
    name: '_treatment_customer_connect',
    values: URL_TEXT,
    ...proposed('optional'),
    description: 'What a customer hears who has taken the call.',
  },
  {
    name: '_treatment_waiting_for_agent',
    values: URL_TEXT,
    ...proposed('optional'),
    description: 'What a customer hears while waiting for an agent.',
  },
  {
    name: '_treatment_find_agent_fail',
    values: URL_TEXT,
    ...proposed('optional'),
    description: 'What a customer hears when no agent could be found.',
  },
  {
    name: '_treatment_call_failure_answering_machine',
    values: URL_TEXT,
    ...proposed('optional'),
    description: 'What an answering machine is told.',
  },
]);
