import { BOOLEAN, text, URL_TEXT, whole } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** What is told to reports (GMS reference, reporting). */
export const REPORTING = inCategory('Reporting', [
  {
    name: '_rep_userevent_enable',
    values: BOOLEAN,
    defaultValue: 'false',
    ...proposed('advanced'),
    description: 'Whether events for reports are sent.',
  },
  {
    name: '_rep_userevent_dn',
    values: text(),
    ...proposed('advanced'),
    description: 'Number from which they are sent.',
  },
  { name: '_rep_userevent_switch', values: text(), ...proposed('advanced'), description: 'Switch of that number.' },
  {
    name: '_rep_userevent_mediatype',
    values: whole(),
    defaultValue: '0',
    ...proposed('advanced'),
    description: 'Media type of these events.',
  },
  {
    name: '_use_reporting_aggregator',
    values: BOOLEAN,
    ...proposed('advanced'),
    description: 'Whether an aggregator collects what is reported.',
  },
  {
    name: '_reporting_aggregator_url',
    values: URL_TEXT,
    ...proposed('advanced'),
    description: 'Address of that aggregator.',
  },
]);
