import { isCallbackError } from '../../../src/domain/errors.js';
import type { MockEngine } from '../../mock-engine.js';
import { MAXIMUM_BODY, readJson } from '../body.js';
import { readSince, readSnapshotWish } from '../../shell/control/requests.js';
import { misuse } from '../../shell/misuse.js';
import { success, toResponse, WireFailure } from '../reply.js';
import type { Reply } from '../reply.js';

/** Path under which the mock itself is controlled. */
export const CONTROL_PATH = '/mock';

interface ControlCall {
  readonly engine: MockEngine;
  /** Name in the address, decoded; empty where it has none. */
  readonly name: string;
  /** As it was sent: the methods of the engine read what they are given, so there is no type that it would have before. */
  readonly body: never;
  readonly parameters: URLSearchParams;
}

type Control = (call: ControlCall) => unknown;

/** Calls whose body is a whole mock, and bytes of the largest one. */
const WHOLE_MOCKS: ReadonlySet<string> = new Set(['PUT /snapshot', 'PUT /scenario']);
const MAXIMUM_MOCK = 256 * MAXIMUM_BODY;

/** Every control call: method and address, a colon standing for a name. */
const CONTROLS: Readonly<Record<string, Control>> = {
  'GET /': () => controlCalls(),
  'GET /state': ({ engine }) => engine.state(),
  'POST /reset': ({ engine, body }) => engine.reset(body),
  'POST /clock': ({ engine, body }) => engine.clock(body),
  'PUT /application': ({ engine, body }) => engine.setApplication(body),
  'PUT /services/:': ({ engine, name, body }) => engine.setService(name, body),
  'DELETE /services/:': ({ engine, name }) => engine.removeService(name),
  'PUT /transaction-lists/:': ({ engine, name, body }) => engine.setTransactionList(name, body),
  'PUT /agents': ({ engine, body }) => engine.setAgents(body),
  'PUT /persons/:': ({ engine, name, body }) => engine.setPerson(name, body),
  'PATCH /callbacks/:': ({ engine, name, body }) => engine.patchCallback(name, body),
  'POST /records': ({ engine, body }) => engine.generateRecords(body),
  'PUT /ors': ({ engine, body }) => engine.setOrs(body),
  'PUT /faults': ({ engine, body }) => engine.setFaults(body),
  'GET /faults': ({ engine }) => engine.faults.list(),
  'GET /snapshot': ({ engine }) => engine.snapshot(),
  'PUT /snapshot': ({ engine, body }) => engine.openSnapshot(body),
  'GET /snapshots': ({ engine }) => engine.namedSnapshots(),
  'POST /snapshots': ({ engine, body }) => engine.saveSnapshot(readSnapshotWish(body)),
  'POST /snapshots/:/restore': ({ engine, name }) => engine.restoreNamed(name),
  'DELETE /snapshots/:': ({ engine, name }) => engine.forgetSnapshot(name),
  'GET /scenario': ({ engine }) => engine.saveScenario(),
  'PUT /scenario': ({ engine, body }) => engine.openScenario(body),
  'GET /scenarios': ({ engine }) => engine.scenarios(),
  'GET /log': ({ engine, parameters }) => engine.log(readSince(parameters.get('since') ?? 0)),
};

/** Why a control call is refused that names something that is not there. */
const MISSING: ReadonlySet<string | undefined> = new Set(['unknown-service', 'unknown-callback', 'unknown-snapshot']);

/** Answers one control call. What cannot be read or carried out is 400 with words that say what to send; nothing changes then. */
export async function answerControl(engine: MockEngine, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const answered = engine.noteRequest(request.method, url.pathname);
  let reply: Reply;
  try {
    reply = await control(engine, request, url);
  } catch (error) {
    reply = failureOf(engine, error);
  }
  answered({ status: reply.status, ...(reply.unhandled && { unhandled: reply.unhandled }) });
  return toResponse(reply, engine.now, request.method);
}

/** Bytes of the largest body that a control call may have. */
export function bodyLimitOfControl(method: string, pathname: string): number {
  return WHOLE_MOCKS.has(`${method} ${pathname.slice(CONTROL_PATH.length)}`) ? MAXIMUM_MOCK : MAXIMUM_BODY;
}

async function control(engine: MockEngine, request: Request, url: URL): Promise<Reply> {
  const { pattern, name } = readAddress(url.pathname);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const run = CONTROLS[`${method} ${pattern}`];
  if (run === undefined) return unknownCall(method, pattern);
  const body = method === 'GET' ? undefined : await readJson(request, bodyLimitOfControl(method, url.pathname));
  return success(run({ engine, name, body: body as never, parameters: url.searchParams }) ?? {});
}

/** Splits `/mock/snapshots/S/restore` into `/snapshots/:/restore` and `S`. */
function readAddress(pathname: string): { readonly pattern: string; readonly name: string } {
  const [first = '', second, ...others] = pathname.slice(CONTROL_PATH.length + 1).split('/');
  if (second === undefined || second === '') return { pattern: `/${[first, ...others].join('/')}`, name: '' };
  try {
    return { pattern: `/${[first, ':', ...others].join('/')}`, name: decodeURIComponent(second) };
  } catch {
    throw misuse('read the address', 'a percent sign stands alone. Encode the name');
  }
}

function unknownCall(method: string, pattern: string): Reply {
  const calls = Object.keys(CONTROLS);
  const methods = calls.flatMap((call) => (call.endsWith(` ${pattern}`) ? [call.slice(0, call.indexOf(' '))] : []));
  if (methods.length > 0) {
    const message = `Failed to control the mock: ${method} is not a method of this call. Use ${methods.join(' or ')}.`;
    return { status: 405, body: { message }, headers: { allow: methods.join(', ') } };
  }
  const message = `Failed to control the mock: there is no such call. Use one of ${controlCalls().join(', ')}.`;
  return { status: 404, body: { message }, unhandled: true };
}

/** Every call as it is sent, `GET /mock/state` for example. */
function controlCalls(): readonly string[] {
  return Object.keys(CONTROLS).map((call) =>
    call.replace(' /', ` ${CONTROL_PATH}/`).replace(/\/$/, '').replace(':', '{name}'),
  );
}

function failureOf(engine: MockEngine, error: unknown): Reply {
  if (error instanceof WireFailure) {
    const remedy = error.status === 413 ? 'Send less at once.' : 'Send JSON.';
    return { status: error.status, body: { message: `${error.message} ${remedy}` } };
  }
  if (isCallbackError(error)) {
    return { status: MISSING.has(error.details.serverCode) ? 404 : 400, body: { message: error.message } };
  }
  engine.note({ type: 'failure', message: error instanceof Error ? error.message : String(error) });
  return { status: 500, body: { message: 'The mock failed to answer. Its log says why.' } };
}
