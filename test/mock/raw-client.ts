import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What came back over a connection of its own. */
export interface RawAnswer {
  /** Every byte, as Latin-1. */
  readonly text: string;
  /** Status of the first answer; undefined when there was none. */
  readonly status: number | undefined;
  /** Body of the first answer, as far as it came. */
  readonly body: string;
}

/**
 * Sends bytes as they are, which `fetch` would refuse, and answers what came until an answer was whole or the server hung up.
 * @param isLast Says after them that no more will come, which the server takes for a client that has gone.
 */
export function sendRaw(port: number, bytes: Uint8Array | string, isLast = false): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const end = (): void => {
      socket.destroy();
      resolve(read(text));
    };
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (isWhole(text)) end();
    });
    // A reset connection is an answer too.
    socket.on('error', end);
    socket.on('close', end);
    socket.write(bytes);
    if (isLast) socket.end();
  });
}

/** Opens a connection and sends the beginning of something. */
export function openRaw(port: number, beginning: string): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  socket.write(beginning);
  return socket;
}

function read(text: string): RawAnswer {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  const head = text.indexOf('\r\n\r\n');
  return {
    text,
    status: status === undefined ? undefined : Number(status),
    body: head < 0 ? '' : text.slice(head + 4),
  };
}

function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0 || text.startsWith('HTTP/1.1 1')) return false;
  const length = /^content-length: (\d+)/im.exec(text.slice(0, head))?.[1];
  return length === undefined ? text.endsWith('0\r\n\r\n') : text.length - head - 4 >= Number(length);
}
