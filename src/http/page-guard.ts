import type { MiddlewareHandler } from 'hono'

/** What a page may load. Everything else is forbidden: other sites, frames, forms, and connections of any kind. */
export type PageNeeds = { scripts?: boolean; images?: boolean }

/** Sets the headers that keep a page to itself: its policy, no referrer, no guessing of types, no foreign opener. */
export function pageGuard({ scripts = false, images = false }: PageNeeds = {}): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    ...(scripts ? ["script-src 'self'"] : []),
    ...(images ? ["img-src 'self'"] : []),
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return async function guardPage(context, next) {
    await next()
    context.header('Content-Security-Policy', policy)
    context.header('Referrer-Policy', 'no-referrer')
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Cross-Origin-Opener-Policy', 'same-origin')
  }
}
