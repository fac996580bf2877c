/** A JSON object on its way to or from the bot. */
export type Wire = { [field: string]: unknown }

/** Drops fields that have no value, since the Bot API leaves them out rather than sending null. */
export function wire(fields: Wire): Wire {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  )
}

/** Whether a parsed JSON value is an object with fields. */
export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
