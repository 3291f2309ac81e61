import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A running command. */
export interface RunningCommand {
  /** The first address it printed. */
  readonly address: string;
  /** Asks it to stop, and resolves with its exit status when it has. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs an npm script that serves something, as a person would, and resolves when it has printed its address. */
export async function runScript(script: string, ...parameters: string[]): Promise<RunningCommand> {
  return runCommand('npm', 'run', '--silent', script, '--', ...parameters);
}

/** Runs a command that serves something, and resolves when it has printed its address. */
export async function runCommand(command: string, ...parameters: string[]): Promise<RunningCommand> {
  // The runner's own mode would make a bundler build for tests.
  const { NODE_ENV: _mode, ...env } = process.env;
  const child = spawn(command, parameters, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const closed = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    address: await addressFrom(child, [command, ...parameters].join(' ')),
    stop: (signal = 'SIGTERM') => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        // A terminal interrupts everything that runs in it; who terminates a process means that one.
        process.kill(signal === 'SIGINT' ? -child.pid : child.pid, signal);
      }
      return closed;
    },
  };
}

function addressFrom(child: ChildProcess, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      // eslint-disable-next-line no-control-regex -- Vite colours its address even when nobody sees colours.
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(output.replace(/\u001B\[\d+m/g, '')) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (status) => {
      reject(new Error(`Failed to run "${command}": it ended with status ${String(status)}. It said: ${output}`));
    });
  });
}
