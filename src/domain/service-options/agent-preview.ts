import { BOOLEAN, NAMES, seconds, text, whole } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** What an agent sees before and after a call (GMS reference, preview and disposition). */
export const AGENT_PREVIEW = inCategory('Agent Preview', [
  {
    name: '_agent_preview',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('optional'),
    description: 'Whether an agent sees the callback before the customer is called.',
  },
  {
    name: '_agent_preview_allow_reject',
    values: whole(),
    defaultValue: '0',
    ...proposed('optional'),
    description: 'How often agents may reject a callback before it ends. 0 lets them reject none.',
  },
  {
    name: '_agent_preview_data',
    values: NAMES,
    defaultValue: 'Value 1,Value 2,Value 3,Value 4,Value 5',
    ...proposed('optional'),
    description: 'Properties that the agent sees.',
  },
  {
    name: '_agent_preview_timeout',
    values: seconds(),
    defaultValue: '30',
    ...proposed('optional'),
    description: 'Seconds an agent has to accept or reject.',
  },
  {
    name: '_agent_preview_via_rp',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('advanced'),
    description: 'Whether the preview goes through the route point.',
  },
  {
    name: '_agent_preview_set_notready_reason',
    values: text(),
    since: '8.5.201.04',
    ...proposed('advanced'),
    description: 'Reason with which an agent becomes not ready after a preview.',
  },
  {
    name: '_agent_preview_set_notready_reason_attribute',
    values: text(),
    ...proposed('advanced'),
    description: 'Attribute that carries this reason.',
  },
  {
    name: '_agent_preview_set_notready_reason_key',
    values: text(),
    ...proposed('advanced'),
    description: 'Key under which this reason is sent.',
  },
  {
    name: '_agent_preview_timeout_set_notready',
    values: text(),
    ...proposed('advanced'),
    description: 'What becomes of an agent who lets a preview pass. Its values are not public.',
  },
  {
    name: '_agent_reject_retry_timeout',
    values: seconds(),
    defaultValue: '0',
    ...proposed('advanced'),
    description: 'Seconds until a rejected callback is offered again.',
  },
  {
    name: '_agent_reserve_timeout',
    values: seconds(),
    defaultValue: '30',
    ...proposed('advanced'),
    description: 'Seconds for which an agent stays reserved.',
  },
  {
    name: '_agent_disposition_timeout',
    values: seconds(),
    defaultValue: '45',
    ...proposed('advanced'),
    description: 'Seconds an agent has to say how the callback went.',
  },
  {
    name: '_enable_disposition_dialog',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('optional'),
    description: 'Whether the agent is asked how the callback went.',
  },
  {
    name: '_disposition_userevent_mediatype',
    values: whole(),
    defaultValue: '0',
    ...proposed('advanced'),
    description: 'Media type of the event that asks it.',
  },
  {
    name: '_preview_userevent_mediatype',
    values: whole(),
    defaultValue: '0',
    ...proposed('advanced'),
    description: 'Media type of the event that shows the preview.',
  },
]);
