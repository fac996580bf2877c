import { badRequest } from './refusals.ts'
import type { Wire } from './wire.ts'

/** Reads a text field of a nested object; a number is taken as text, as the Bot API does. */
export function optionalText(object: Wire, name: string): string {
  const value = object[name]
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw badRequest(`Field "${name}" must be of type String`)
  return value
}

/** Like {@link optionalText}; absence is refused. */
export function requiredText(object: Wire, name: string): string {
  if (object[name] === undefined || object[name] === null) {
    throw badRequest(`Can't find field "${name}"`)
  }
  return optionalText(object, name)
}

/** Reads a whole number, given as a number or as text. */
export function optionalInteger(object: Wire, name: string, otherwise = 0): number {
  const value = object[name]
  if (value === undefined || value === null) return otherwise
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw badRequest(`Field "${name}" must be a Number`)
  }
  return number
}

/** Like {@link optionalInteger}; absence is refused. */
export function requiredInteger(object: Wire, name: string): number {
  if (object[name] === undefined || object[name] === null) {
    throw badRequest(`Can't find field "${name}"`)
  }
  return optionalInteger(object, name)
}

/** Reads a truth value; anything but `true` and `false` is refused. */
export function optionalFlag(object: Wire, name: string): boolean {
  const value = object[name]
  if (value === undefined || value === null) return false
  if (typeof value !== 'boolean') throw badRequest(`Field "${name}" must be of type Boolean`)
  return value
}
