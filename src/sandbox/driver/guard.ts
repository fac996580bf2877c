import type { MiddlewareHandler } from 'hono'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Keeps web pages of others out: a page that is open on the same machine must not press anybody's buttons. The address
 * asked must be this machine by name, a page that asks must be the sandbox's own, and an act must come as JSON, which no
 * page may send elsewhere without being asked about it first. Refuses with 403 or 415.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const own = new URL(c.req.url)
  if (!LOOPBACK.has(own.hostname)) {
    return c.json({ error: 'only this machine is answered', code: 'foreign' }, 403)
  }
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== own.origin) {
    return c.json({ error: 'another page may not act here', code: 'foreign' }, 403)
  }
  if (c.req.method !== 'GET') {
    const type = c.req.header('content-type') ?? ''
    if (!/^application\/json\s*(;|$)/i.test(type)) {
      return c.json({ error: 'an act comes as application/json', code: 'no-json' }, 415)
    }
  }
  return next()
}
