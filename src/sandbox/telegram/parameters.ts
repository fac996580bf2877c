import { badRequest } from './refusals.ts'
import { isWire, type Wire } from './wire.ts'

/** A file that came with a call. */
export type UploadedFile = { name: string; bytes: Buffer; mimeType: string }

/**
 * The parameters of one call. However they came (JSON, form, multipart), each is text, as the Bot API
 * itself holds them; absent and empty are the same.
 */
export type Parameters = {
  text(name: string): string
  has(name: string): boolean
  /** A number brought inside its bounds; text that is no number counts as 0. */
  integer(name: string, otherwise: number, low?: number, high?: number): number
  flag(name: string): boolean
  /** A nested object or array. @throws Refusal `can't parse <what> JSON object` */
  json(name: string, what: string): unknown
  file(name: string): UploadedFile | null
  names(): string[]
  /** For the trace: nested JSON opened, files as name and size. */
  record(): Wire
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

function recordOf(text: string): unknown {
  return /^[[{]/.test(text) ? (parsed(text)?.value ?? text) : text
}

/** Wraps what a call brought. */
export function createParameters(
  values: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, UploadedFile> = new Map(),
): Parameters {
  const text = (name: string) => values.get(name) ?? ''
  return {
    text,
    has: (name) => text(name) !== '' || files.has(name),
    integer(name, otherwise, low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER) {
      const given = text(name)
      const number = given === '' ? otherwise : Number.parseInt(given, 10) || 0
      return Math.min(high, Math.max(low, number))
    },
    flag: (name) => /^(?:true|yes|1)$/i.test(text(name)),
    json(name, what) {
      const given = text(name)
      if (given === '') return undefined
      const result = parsed(given)
      if (!result) throw badRequest(`Can't parse ${what} JSON object`)
      return result.value
    },
    file: (name) => files.get(name) ?? null,
    names: () => [...new Set([...values.keys(), ...files.keys()])],
    record: () => ({
      ...Object.fromEntries(Array.from(values, ([name, value]) => [name, recordOf(value)])),
      ...Object.fromEntries(
        Array.from(files, ([name, file]) => [
          name,
          { $file: true, filename: file.name, size: file.bytes.length },
        ]),
      ),
    }),
  }
}

/** Parameters from a JSON object: nested values become text again, null is absent. */
export function parametersOfObject(body: unknown): Parameters {
  const values = new Map<string, string>()
  if (isWire(body)) {
    for (const [name, value] of Object.entries(body)) {
      if (value === null || value === undefined) continue
      values.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    }
  }
  return createParameters(values)
}
