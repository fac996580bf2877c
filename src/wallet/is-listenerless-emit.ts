/**
 * Is this the SDK's harmless complaint about an answer whose asker is gone? It throws it from timers after a restart, so it
 * arrives as an uncaught exception; the answer itself is taken from the history. An entry's guard logs it and goes on;
 * every other uncaught exception must end the process.
 */
export function isListenerlessEmit(thrown: unknown): boolean {
  return thrown instanceof Error && /^emitting .+ without any listeners/.test(thrown.message)
}
