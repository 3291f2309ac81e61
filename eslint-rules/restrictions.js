/** Things that may not be written in certain rooms: what to look for, and what to use instead. */

/** @typedef {{ selector: string, message: string }} Restriction */

/** @type {Restriction[]} */
export const wireNames = [
  'Literal[value=KEY]',
  'TSLiteralType > Literal[value=KEY]',
  'Property > Identifier.key[name=KEY]',
  'TSPropertySignature > Identifier.key[name=KEY]',
  'MemberExpression > Identifier.property[name=KEY]',
  'TemplateElement[value.raw=KEY]',
].map((selector) => ({
  selector: selector.replace(
    'KEY',
    '/^_(customer_number|callback_state|callback_reason|desired_time|new_desired_time|expiration_time|service_name|ors_session_id)$/',
  ),
  message: 'Names of the GMS wire belong to src/wire. Use the record, or a constant of src/domain/keys.ts.',
}));

/** @type {Restriction[]} */
export const rawMarkup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Markup comes from Lit templates only: data is never parsed as HTML.',
  },
  {
    selector:
      'ImportDeclaration[source.value=/directives\\u002f(unsafe-html|unsafe-svg|unsafe-mathml|style-map)\\.js$/]',
    message:
      'Unsafe markup and style attributes break the page policy. Use templates, parts, classes and custom properties.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(\\s\\.?style=|<style)/]',
    message: 'No style attribute and no style element in templates: the page policy forbids them. Use static styles.',
  },
];

/** @type {Restriction[]} */
export const dispatching = [
  {
    selector: 'CallExpression[callee.property.name="dispatchEvent"]',
    message: 'Events leave through emit() of src/internal/emit.ts, which knows their names and details.',
  },
];

/** @type {Restriction[]} */
export const clocks = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time is an argument here. Take it from the caller.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time is an argument here. Take it from the caller.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Time is an argument here. Take it from the caller.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance is an argument here. Use the seeded generator that is part of the state.',
  },
];

/** @type {Restriction[]} */
export const localeAndZone = [
  {
    selector: 'MemberExpression[property.name=/^(toLocale[A-Z]|localeCompare$)/]',
    message: 'The engine gives the same bytes everywhere: no locale. Compare with < and leave words to the views.',
  },
  {
    selector: 'MemberExpression[property.name=/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]',
    message:
      'The engine gives the same bytes everywhere: no local time zone. Use epoch milliseconds or the UTC methods.',
  },
];

/** @param {string} remedy */
const banned = (remedy) => (/** @type {string} */ name) => ({ name, message: remedy });

/** Globals that would let a pure room read or touch the world. */
export const worldGlobals = [
  ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'queueMicrotask'].map(
    banned('Nothing waits here. Return what is due and when; the caller owns the timer.'),
  ),
  ...['performance', 'Temporal'].map(banned('Time is an argument here. Take it from the caller.')),
  ...['crypto'].map(banned('Chance is an argument here. Use the seeded generator that is part of the state.')),
  ...['fetch', 'XMLHttpRequest', 'WebSocket'].map(
    banned('Nothing here knows a network. Requests belong to the transport and to mock-server/http.'),
  ),
  ...['localStorage', 'sessionStorage', 'indexedDB'].map(banned('Storage is a port. See mock-server/ports.')),
];

export const localeGlobals = ['Intl'].map(
  banned('The engine gives the same bytes everywhere: no locale. Leave words to the views.'),
);

/** Globals of Node that do not exist where the library runs. */
export const nodeGlobals = ['process', 'Buffer', 'global', '__dirname', 'setImmediate'].map(
  banned('The library runs in browsers. Use what the platform offers there.'),
);

export const sleeping = ['setTimeout', 'setInterval'].map(
  banned('Tests do not sleep. Wait for an event or a condition.'),
);
