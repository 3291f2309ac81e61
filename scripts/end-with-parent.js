/**
 * Ends this process when the one that started it has ended. npm passes a signal on to the shell that it put between, and that
 * shell to nobody: without this a stopped `npm start` would leave its server behind, and the port with it.
 */
export function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
