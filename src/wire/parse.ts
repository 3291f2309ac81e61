import type * as z from 'zod/mini';

/**
 * Reads a value by a schema without ever compiling it: that needs `eval`, which a strict page policy forbids. Said per call, because the
 * settings of the schema library belong to the page and not to us.
 */
export function parseWith<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
): z.core.util.SafeParseResult<z.output<T>> {
  return schema.safeParse(value, { jitless: true });
}
