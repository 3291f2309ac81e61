type Listener = () => void;

const SECOND = 1000;
const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls a listener once a second until the returned function is called. All listeners share one timer, which runs only while there is
 * one and rests while the page is hidden: nobody reads seconds there.
 */
export function everySecond(listener: Listener): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  if (document.hidden) return;
  for (const listener of listeners) listener();
}
