import type { WireContext } from './wire-bed.js';

/** Control calls over whatever carries the requests. One that is refused is a mistake of the case and fails it. */
export function controlBy(send: WireContext['fetch']): WireContext['control'] {
  return async (method, path, body) => {
    const response = await send(path, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as unknown;
    if (!response.ok)
      throw new Error(`Control call ${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  };
}
