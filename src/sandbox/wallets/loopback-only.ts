const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

let refused: string[] = []

/**
 * Lets `fetch` reach this machine only, for the rest of the process: the sandbox talks to nobody. What it refused is kept in
 * {@link outsideCalls}.
 */
export function allowLoopbackOnly(): void {
  const real = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    if (LOOPBACK.has(url.hostname)) return real(input, init)
    refused = [...refused, url.origin]
    throw new TypeError(`outside calls are off: ${url.origin}`)
  }
}

/** The origins that were refused so far. */
export function outsideCalls(): readonly string[] {
  return refused
}
