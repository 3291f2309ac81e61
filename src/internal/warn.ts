const told = new Set<string>();

/** Tells a developer about a mistake once per page. The only other voice on the console is the define modules'. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(message);
}
