import type { z } from 'zod'

/** Reads the JSON of a request. @throws ZodError for anything else, which is answered with 400. */
export async function readBody<T extends z.ZodType>(
  c: { req: { json(): Promise<unknown> } },
  schema: T,
): Promise<z.infer<T>> {
  return schema.parse(await c.req.json())
}
