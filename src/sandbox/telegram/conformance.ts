import { isWire } from './wire.ts'

/** A type of the specification: fields as `types!=fixed`, or the types it may be. */
export type SpecType = { fields?: Record<string, string>; subtypes?: string[] }

/** The compact specification, as generated. */
export type BotApiSpec = {
  version: string
  methods: Record<string, { returns: string; fields: Record<string, string> }>
  types: Record<string, SpecType>
}

type Plain = (value: unknown) => boolean

const plainTypes: Record<string, Plain> = {
  Integer: (value) => typeof value === 'number' && Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
}

type FieldLine = { union: string; isRequired: boolean; fixed: string | null }

const readLines = new Map<string, FieldLine>()

/** Splits a written field into its union, whether it must be there, and its only value if fixed. */
function readFieldLine(line: string): FieldLine {
  const known = readLines.get(line)
  if (known) return known
  const [head = '', fixed] = line.split('=')
  const isRequired = head.endsWith('!')
  const read = { union: isRequired ? head.slice(0, -1) : head, isRequired, fixed: fixed ?? null }
  readLines.set(line, read)
  return read
}

/**
 * Compares values with the specification: unknown fields, missing fields and wrong types are problems.
 * Each problem names the place, as in `Message.chat.id: expected Integer`. No problems means it conforms.
 */
export function createConformance(spec: BotApiSpec): {
  check(union: string, value: unknown, at?: string): string[]
} {
  function checkField(line: string, content: unknown, at: string): string[] {
    const { union, isRequired, fixed } = readFieldLine(line)
    if (content === undefined) return isRequired ? [`${at}: missing`] : []
    if (fixed !== null && content !== fixed) return [`${at}: expected "${fixed}"`]
    return check(union, content, at)
  }

  function checkFields(type: string, fields: Record<string, string>, value: unknown, at: string) {
    if (!isWire(value)) return [`${at}: expected ${type}`]
    const unknown = Object.keys(value)
      .filter((name) => !(name in fields))
      .map((name) => `${at}.${name}: unknown field of ${type}`)
    const wrong = Object.entries(fields).flatMap(([name, line]) =>
      checkField(line, value[name], `${at}.${name}`),
    )
    return [...unknown, ...wrong]
  }

  function checkOne(type: string, value: unknown, at: string): string[] {
    if (type.startsWith('Array of ')) {
      if (!Array.isArray(value)) return [`${at}: expected ${type}`]
      return value.flatMap((item, i) => check(type.slice(9), item, `${at}[${i}]`))
    }
    const plain = plainTypes[type]
    if (plain) return plain(value) ? [] : [`${at}: expected ${type}`]
    const described = spec.types[type]
    if (described?.subtypes) return check(described.subtypes.join('|'), value, at)
    if (described) return checkFields(type, described.fields ?? {}, value, at)
    // InputFile and its like: a placeholder on the wire.
    return []
  }

  function check(union: string, value: unknown, at = union): string[] {
    let best: string[] | null = null
    for (const type of union.split('|')) {
      const problems = checkOne(type, value, at)
      if (problems.length === 0) return []
      if (best === null || problems.length < best.length) best = problems
    }
    return best ?? []
  }

  return { check }
}
