/**
 * Texts that break naive programs. Invisible characters are written by their codes, so that nobody who reads or edits this file meets
 * them unawares.
 */

const LONG = 10_000;

/** Turns the direction of everything after it, and is never closed. */
const RIGHT_TO_LEFT = '\u202E';
const ISOLATE = '\u2067';

/** Grouped by what they attack; the name of each is what a tester can search for. */
export const HOSTILE_VALUES = {
  markup: [
    '<script>document.title = "broken"</script>',
    '<img src=x onerror="document.title = \'broken\'">',
    '"><svg/onload=document.title=1>',
    '</textarea></style></title><h1>out</h1>',
    '<!-- <![CDATA[ ]]> &lt;b&gt; &amp;amp; &#x202E;',
    '{{constructor.constructor("return 1")()}} ${7*7} #{7*7} <%= 7*7 %>',
    "javascript:document.title='broken'",
  ],
  formulas: [
    '=1+1',
    '=HYPERLINK("http://example.com/","open me")',
    '+1+1',
    '-1+1',
    '@SUM(1,1)',
    '\t=1+1',
    '\r=1+1',
    "=cmd|' /C calc'!A0",
    'a,b;c"d\'e\nf\r\ng',
  ],
  directions: [
    `${RIGHT_TO_LEFT}gnp.exe`,
    `${ISOLATE}never closed`,
    '\u202A\u202B\u202D\u2066\u2068',
    'שלום 123 עולם (abc)',
    'مرحبا +49 30 23125 042',
    '\u200F5510\u200E',
  ],
  invisible: [
    'zero\u200Bwidth\u200Cjoined\u200D\uFEFF\u2060',
    '\u00A0\u2003\u3000 spaces \u2028 lines \u2029',
    'null \u0000 bell \u0007 escape \u001B[31m red \u007F',
    'soft\u00ADhyphen \u{E0041}\u{E0042} tags',
    'a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A'.repeat(20),
  ],
  characters: [
    '👩‍👩‍👧‍👦🏳️‍🌈🇩🇪👍🏽😀',
    'e\u0301 and é, ﬁ and fi, Å and Å, İ and ı',
    '𝒶𝓁𝓅𝒽𝒶 𐍈 𠮷野家',
    'ＦＵＬＬ ＷＩＤＴＨ ５５１０',
    'half of a pair \uD83D and the other \uDE00',
    '\uDC00\uD800',
    'Zalgo T̷̢̛o̸̧͝n̵̨͠y̶̡͝',
  ],
  words: [
    'null',
    'undefined',
    'NaN',
    'true',
    '-0',
    '1e308',
    '0x1F',
    '9007199254740993',
    '[object Object]',
    '{"_id":"118-1","_callback_state":"COMPLETED"}',
    '2026-02-30T25:61:00.000Z',
    "' OR '1'='1' --",
    '../../../../etc/passwd',
    '%00%2e%2e%2f%252f',
    'COMPLETED (CANCELLED_BY_ADMIN)',
    ' ',
  ],
  lengths: ['x'.repeat(LONG), 'many words '.repeat(LONG / 11), 'ﷺ'.repeat(LONG / 3), '<b>'.repeat(LONG / 3)],
} as const;

/** Keys that look like something they are not. Those that would reach a prototype are refused by every way in. */
export const HOSTILE_KEYS = [
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  '_proto_',
  '__proto',
  'Constructor',
  'constructor\u200B',
  '_Customer_number',
  '_customer_number ',
  '_id\u200B',
  'id',
  'length',
  '0',
  '-1',
  'a.b.c',
  'a[b]',
  'key with spaces',
  'key=value&other=1',
  '<b>key</b>',
  `${RIGHT_TO_LEFT}yek`,
  'ключ',
  '🔑',
  'half \uD800',
  'k'.repeat(1000),
] as const;

/** Names of services: each must survive as part of an address and as a key of an object. */
export const HOSTILE_SERVICES = [
  '<script>document.title = "broken"</script>',
  '../admin/callback/queues',
  'a/b?c#d&e=f%20g',
  `${RIGHT_TO_LEFT}gnillib ${ISOLATE}`,
  'toString',
  'constructor',
  '12',
  'zero\u200Bwidth',
  '=1+1,"two"',
  '🛎️ Zoë’s «service»',
  'a service whose name is long enough to leave its column '.repeat(4).trim(),
] as const;

/** What the portal calls some of the properties. */
export const HOSTILE_ALIASES = {
  toString: '<b>Alias</b> <img src=x onerror="document.title = 1">',
  _markup: `${RIGHT_TO_LEFT}sailA`,
  _formula: '=HYPERLINK("http://example.com/")',
  _direction: 'An alias that is far longer than the value it stands before, and does not end soon '.repeat(3).trim(),
  _invisible: 'zero\u200Bwidth \u0007',
  '🔑': '👩‍👩‍👧‍👦',
} as const;
