import { isCallbackError } from '../../src/domain/errors.js';
import type { MockEngine } from '../mock-engine.js';
import { readJson } from './body.js';
import {
  ControlProblem,
  readAgentsBody,
  readClockBody,
  readOptionsBody,
  readOrsBody,
  readPatchBody,
  readPersonBody,
  readRecordsBody,
  readResetBody,
  readSectionsBody,
} from './control-bodies.js';
import { success, toResponse, WireFailure } from './reply.js';
import type { Reply } from './reply.js';

/** Path under which the mock itself is controlled. */
export const CONTROL_PATH = '/mock';

interface ControlCall {
  readonly engine: MockEngine;
  /** Name in the address, decoded; empty where it has none. */
  readonly name: string;
  readonly body: unknown;
  readonly parameters: URLSearchParams;
}

type Control = (call: ControlCall) => unknown;

/** Every control call: method and address, a colon standing for a name. */
const CONTROLS: Readonly<Record<string, Control>> = {
  'GET /state': ({ engine }) => engine.state(),
  'POST /reset': ({ engine, body }) => engine.reset(readResetBody(body)),
  'POST /clock': ({ engine, body }) => engine.clock(readClockBody(body)),
  'PUT /application': ({ engine, body }) => engine.setApplication(readSectionsBody(body)),
  'PUT /services/:': ({ engine, name, body }) => engine.setService(name, readOptionsBody(body)),
  'DELETE /services/:': ({ engine, name }) => engine.removeService(name),
  'PUT /transaction-lists/:': ({ engine, name, body }) => engine.setTransactionList(name, readSectionsBody(body)),
  'PUT /agents': ({ engine, body }) => engine.setAgents(readAgentsBody(body)),
  'PUT /persons/:': ({ engine, name, body }) => engine.setPerson(name, readPersonBody(body)),
  'PATCH /callbacks/:': ({ engine, name, body }) => engine.patchCallback(name, readPatchBody(body)),
  'POST /records': ({ engine, body }) => engine.generateRecords(readRecordsBody(body)),
  'PUT /ors': ({ engine, body }) => engine.setOrs(readOrsBody(body)),
  'GET /log': ({ engine, parameters }) => engine.log(readSince(parameters)),
};

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
  return toResponse(reply, engine.now);
}

async function control(engine: MockEngine, request: Request, url: URL): Promise<Reply> {
  const { pattern, name } = readAddress(url.pathname);
  const run = CONTROLS[`${request.method} ${pattern}`];
  if (run === undefined) return unknownCall(request.method, pattern);
  const body = request.method === 'GET' ? undefined : await readJson(request);
  return success(run({ engine, name, body, parameters: url.searchParams }) ?? {});
}

/** Splits `/mock/services/S` into `/services/:` and `S`. */
function readAddress(pathname: string): { readonly pattern: string; readonly name: string } {
  const [first = '', second, ...others] = pathname.slice(CONTROL_PATH.length + 1).split('/');
  const path = others.length > 0 ? [first, second, ...others].join('/') : first;
  if (second === undefined || second === '' || others.length > 0) return { pattern: `/${path}`, name: '' };
  try {
    return { pattern: `/${first}/:`, name: decodeURIComponent(second) };
  } catch {
    throw new ControlProblem('Failed to read the address: a percent sign stands alone. Encode the name.');
  }
}

function unknownCall(method: string, pattern: string): Reply {
  const calls = Object.keys(CONTROLS);
  const methods = calls.flatMap((call) => (call.endsWith(` ${pattern}`) ? [call.slice(0, call.indexOf(' '))] : []));
  if (methods.length > 0) {
    const message = `Failed to control the mock: ${method} is not a method of this call. Use ${methods.join(' or ')}.`;
    return { status: 405, body: { message }, headers: { allow: methods.join(', ') } };
  }
  const known = calls.map((call) => call.replace(' /', ` ${CONTROL_PATH}/`).replace(':', '{name}'));
  const message = `Failed to control the mock: there is no such call. Use one of ${known.join(', ')}.`;
  return { status: 404, body: { message }, unhandled: true };
}

function readSince(parameters: URLSearchParams): number {
  const text = parameters.get('since') ?? '0';
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ControlProblem(
    'Failed to read the address: since is not a number. Use the seq of the last entry you have.',
  );
}

function failureOf(engine: MockEngine, error: unknown): Reply {
  if (error instanceof ControlProblem) return { status: 400, body: { message: error.message } };
  if (error instanceof WireFailure) return { status: error.status, body: { message: `${error.message} Send JSON.` } };
  if (isCallbackError(error)) {
    const missing = error.details.serverCode === 'unknown-service' || error.details.serverCode === 'unknown-callback';
    return { status: missing ? 404 : 400, body: { message: error.message } };
  }
  engine.note({ type: 'failure', message: error instanceof Error ? error.message : String(error) });
  return { status: 500, body: { message: 'The mock failed to answer. Its log says why.' } };
}
