/** What a wire case may use, whatever runs it: a way to the server and a way to say what must hold. */
export interface WireContext {
  /** Sends a request to the server under test; the path begins at its root, for example `/genesys/1/…`. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends a control call of the mock and answers its body. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly assert: WireAssert;
}

/** The part of chai's `assert` that the cases use. */
export interface WireAssert {
  ok(value: unknown, message?: string): void;
  strictEqual(actual: unknown, expected: unknown, message?: string): void;
  deepEqual(actual: unknown, expected: unknown, message?: string): void;
  include(haystack: string, needle: string, message?: string): void;
}

/** One behaviour of the wire. */
export interface WireCase {
  /** Begins with its number in the GMS reference, conformance cases, where it has one. */
  readonly name: string;
  readonly run: (bed: WireBed) => Promise<void>;
  /** The mock complains aloud: the request was a mistake of the page. */
  readonly isLoud?: true;
}

/** A record of a reply. */
export type WireRecord = Readonly<Record<string, string>>;

/** Where every case starts. */
export const START = Date.UTC(2026, 2, 2, 9, 0, 0);

/** A server that was emptied, with two services, a stopped clock and nobody logged in; and the requests every case needs. */
export class WireBed {
  readonly context: WireContext;
  readonly assert: WireAssert;

  constructor(context: WireContext) {
    this.context = context;
    this.assert = context.assert;
  }

  static async prepare(context: WireContext): Promise<WireBed> {
    const bed = new WireBed(context);
    await bed.control('POST', '/mock/reset', { seed: 42, scenario: 'empty', now: new Date(START).toISOString() });
    await bed.control('POST', '/mock/clock', { rate: 0 });
    await bed.service('S');
    await bed.service('P');
    return bed;
  }

  control(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.context.control(method, path, body);
  }

  service(name: string, options: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const base = {
      _type: 'ors',
      _service: 'callback',
      _disallow_impossible_phone_numbers: 'false',
      _enable_in_queue_checking: 'false',
    };
    return this.control('PUT', `/mock/services/${name}`, { ...base, ...options });
  }

  advance(seconds: number): Promise<unknown> {
    return this.control('POST', '/mock/clock', { advance: seconds });
  }

  async hash(): Promise<unknown> {
    return ((await this.control('GET', '/mock/state')) as { readonly hash: unknown }).hash;
  }

  /** The wire's text for so many seconds after the start. */
  at(seconds: number): string {
    return new Date(START + seconds * 1000).toISOString();
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.context.fetch(path, { headers });
  }

  send(method: string, path: string, body?: unknown): Promise<Response> {
    return this.context.fetch(path, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  }

  /** Sends a request that must succeed and answers its body. */
  async good(request: Promise<Response>): Promise<unknown> {
    const response = await request;
    const text = await response.text();
    this.assert.strictEqual(response.status, 200, text);
    return JSON.parse(text) as unknown;
  }

  /** Starts a callback and answers its id. */
  async create(service: string, fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const path = `/genesys/1/service/callback/${service}`;
    const body = await this.good(this.send('POST', path, { _customer_number: '5115', ...fields }));
    return (body as WireRecord)._id ?? '';
  }

  async query(query: string): Promise<readonly WireRecord[]> {
    return (await this.good(this.get(`/genesys/1/service/callback${query}`))) as readonly WireRecord[];
  }

  /** The record of an id, which must exist. */
  async record(id: string): Promise<WireRecord> {
    const records = await this.query(`?_id=${encodeURIComponent(id)}`);
    this.assert.strictEqual(records.length, 1, `records with id ${id}`);
    return records[0] ?? {};
  }

  async state(id: string): Promise<string | undefined> {
    return (await this.record(id))._callback_state;
  }

  async queues(query = ''): Promise<Readonly<Record<string, readonly WireRecord[]>>> {
    const body = await this.good(this.get(`/genesys/1/admin/callback/queues${query}`));
    return body as Readonly<Record<string, readonly WireRecord[]>>;
  }

  remove(service: string, id: string, query = ''): Promise<Response> {
    return this.send('DELETE', `/genesys/1/service/callback/${service}/${id}${query}`);
  }

  /** Asserts that a record is completed with a reason. */
  async isCompleted(id: string, reason: string): Promise<void> {
    const record = await this.record(id);
    this.assert.strictEqual(record._callback_state, 'COMPLETED');
    this.assert.strictEqual(record._callback_reason, reason);
  }
}
