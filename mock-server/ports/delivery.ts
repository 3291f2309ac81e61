/** Sends a JSON text to an address and answers the status; rejects when nobody could be reached in time. */
export type Deliver = (address: string, json: string) => Promise<number>;

/** A receiver that takes longer than this, in milliseconds, has not received. */
const PATIENCE = 10_000;

/** Sends over the network. */
export const deliverByFetch: Deliver = async (address, json) => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: json,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  });
  await response.body?.cancel();
  return response.status;
};
