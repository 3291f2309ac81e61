import type { WireBed, WireCase } from './wire-bed.js';

/** What the customer of a new callback does next, and what is known of a phone number. */

type Fields = Readonly<Record<string, unknown>>;

const ORIGINATED = { _call_direction: 'USERORIGINATED', _wait_for_agent: 'false' };

async function started(bed: WireBed, fields: Fields = {}): Promise<Fields> {
  const body = await bed.good(
    bed.send('POST', '/genesys/1/service/callback/S', { _customer_number: '5115', ...fields }),
  );
  const { _id, ...dialog } = body as Fields;
  bed.assert.ok(typeof _id === 'string' && _id !== '', 'an id');
  return dialog;
}

async function phoneNumber(bed: WireBed, query: Readonly<Record<string, string>>): Promise<Fields> {
  return (await bed.good(bed.get(`/genesys/1/phonenumber?${new URLSearchParams(query).toString()}`))) as Fields;
}

export const startCases: readonly WireCase[] = [
  {
    name: '1.1: the customer of a user-originated service dials',
    async run(bed) {
      await bed.service('S', ORIGINATED);
      const { _tel_url: url, ...dialog } = await started(bed);
      bed.assert.deepEqual(dialog, { _dialog_id: '0', _action: 'DialNumber', _label: 'S' });
      bed.assert.ok(/^tel:\+180055501\d\d$/.test(String(url)), String(url));
    },
  },
  {
    name: '1.1: a request says who calls where the service leaves it open, and only there',
    async run(bed) {
      bed.assert.strictEqual((await started(bed, ORIGINATED))._action, 'DialNumber');
      await bed.service('S', { _call_direction: 'USERTERMINATED' });
      bed.assert.strictEqual((await started(bed, ORIGINATED))._action, 'ConfirmationDialog');
    },
  },
  {
    name: '1.1: the customer who waits for an agent is told so',
    async run(bed) {
      await bed.service('S', { ...ORIGINATED, _wait_for_agent: 'true' });
      bed.assert.deepEqual(await started(bed), {
        _dialog_id: '0',
        _action: 'ConfirmationDialog',
        _text: 'You will be notified when an agent is available',
        _ok_title: 'Ok',
      });
    },
  },
  {
    name: '1.1: the customer of a chat service chats',
    async run(bed) {
      await bed.service('S', { ...ORIGINATED, _media_type: 'chat' });
      const dialog = await started(bed, { first_name: 'Ada' });
      bed.assert.strictEqual(dialog._action, 'StartChat');
      bed.assert.deepEqual(dialog._chat_parameters, { first_name: 'Ada' });
      bed.assert.include(String(dialog._start_chat_url), '/genesys/1/service/');
      bed.assert.include(String(dialog._comet_url), '/genesys/');
    },
  },
  {
    name: '1.1: a service that answers with a session fails while ORS is out of reach, others wait',
    async run(bed) {
      await bed.service('S', ORIGINATED);
      await bed.control('PUT', '/mock/ors', { reachable: false });
      const before = await bed.hash();
      const response = await bed.send('POST', '/genesys/1/service/callback/S', { _customer_number: '5115' });
      bed.assert.strictEqual(response.status, 500);
      bed.assert.include(await response.text(), 'ORS');
      bed.assert.strictEqual(await bed.hash(), before, 'nothing changed');
      await bed.create('P');
    },
  },
  {
    name: 'case 71: tells what is known of a number',
    async run(bed) {
      const facts = await phoneNumber(bed, { number: '+16504661100', country: 'US' });
      bed.assert.deepEqual(facts, {
        carrier: '',
        'country-code': 1,
        'country-code-source': 'FROM_NUMBER_WITH_PLUS_SIGN',
        'country-default': 'US',
        extension: '',
        'is-possible-number': true,
        'is-premium': false,
        'is-valid-number': true,
        'is-valid-number-for-region': true,
        'italian-leading-zero': false,
        'language-specified': 'en',
        location: 'United States',
        'number-E164': '+16504661100',
        'number-international': '+1 650 466 1100',
        'number-national': '(650) 466-1100',
        'number-national-short': '6504661100',
        'number-original': '+16504661100',
        'number-specified': '+16504661100',
        'number-type': 'FIXED_LINE_OR_MOBILE',
        'region-code': 'US',
        'time-zone': 'Etc/Unknown',
      });
    },
  },
  {
    name: '1.12: tells where a national number is from, in the language asked for',
    async run(bed) {
      const facts = await phoneNumber(bed, { number: '0604120405', country: 'FR', geocodingLocale: 'DE' });
      const expected = {
        'country-code': 33,
        'country-code-source': 'FROM_DEFAULT_COUNTRY',
        'number-E164': '+33604120405',
        'number-national': '06 04 12 04 05',
        'number-type': 'MOBILE',
        'region-code': 'FR',
        location: 'Frankreich',
        'time-zone': 'Europe/Paris',
        'is-premium': false,
        'language-specified': 'DE',
      };
      for (const [key, value] of Object.entries(expected)) bed.assert.strictEqual(facts[key], value, key);
    },
  },
  {
    name: '1.12: a premium number is one, a language that is none is English',
    async run(bed) {
      const facts = await phoneNumber(bed, { number: '900-555-1234', country: 'us', geocodingLocale: '!?' });
      bed.assert.strictEqual(facts['is-premium'], true);
      bed.assert.strictEqual(facts['number-type'], 'PREMIUM_RATE');
      bed.assert.strictEqual(facts.location, 'United States');
    },
  },
  ...[
    ['hello', 'US'],
    ['', 'US'],
    ['0604120405', ''],
    ['12345', 'XX'],
  ].map(([number = '', country = '']) => ({
    name: `1.12: "${number}" for country "${country}" cannot be read`,
    async run(bed: WireBed) {
      await bed.control('PUT', '/mock/application', { mock: { 'error-body': '8.5.1' } });
      const query = new URLSearchParams({ number, country }).toString();
      const response = await bed.get(`/genesys/1/phonenumber?${query}`);
      bed.assert.strictEqual(response.status, 400);
      bed.assert.deepEqual(await response.json(), {
        message: `Invalid Phone Number ${number} for Country ${country} (parsing impossible)`,
        exception: 'com.genesyslab.gsg.GSGException',
      });
    },
  })),
];
