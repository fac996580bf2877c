import { concat, dataLength, dataSlice, type ParamType, toBeHex } from 'ethers'

const WORD = 32

/** A place in a call's data where not every word is allowed. */
export type Narrow = {
  name: string
  at: number
  /** A word that is too large for the type by the smallest step. */
  tooLarge: string
}

/** The narrow places among a call's parameters, as far as they stand at fixed places. */
export function narrowPlaces(inputs: readonly ParamType[], data: string): Narrow[] {
  return placesOf(inputs, 4, 4, data, '')
}

function placesOf(
  inputs: readonly ParamType[],
  head: number,
  base: number,
  data: string,
  path: string,
): Narrow[] {
  const found: Narrow[] = []
  let at = head
  for (const input of inputs) {
    const name = path + input.name
    if (input.baseType === 'tuple' && input.components !== null) {
      if (isDynamic(input)) {
        const start = base + Number(BigInt(dataSlice(data, at, at + WORD)))
        found.push(...placesOf(input.components, start, start, data, `${name}.`))
        at += WORD
      } else {
        found.push(...placesOf(input.components, at, at, data, `${name}.`))
        at += WORD * input.components.length
      }
      continue
    }
    const tooLarge = isDynamic(input) ? toBeHex(2n ** 64n, WORD) : tooLargeFor(input)
    if (tooLarge !== null) found.push({ name, at, tooLarge })
    at += WORD
  }
  return found
}

/** The data with another word at a place. */
export function withWord(data: string, at: number, word: string): string {
  return concat([dataSlice(data, 0, at), word, dataSlice(data, at + WORD)])
}

/** The data without its last word. */
export const shortened = (data: string) => dataSlice(data, 0, dataLength(data) - WORD)

function isDynamic(input: ParamType): boolean {
  if (input.baseType === 'array' || input.type === 'bytes' || input.type === 'string') return true
  return input.components?.some(isDynamic) ?? false
}

/** Null for types that fill the word. */
function tooLargeFor(input: ParamType): string | null {
  const { type } = input
  if (type === 'address') return toBeHex(2n ** 160n, WORD)
  if (type === 'bool') return toBeHex(2n, WORD)
  const bytes = /^bytes(\d+)$/.exec(type)
  if (bytes !== null) return bytes[1] === '32' ? null : toBeHex(1n, WORD)
  const bits = Number(/^uint(\d+)$/.exec(type)?.[1] ?? 256)
  return bits === 256 ? null : toBeHex(2n ** BigInt(bits), WORD)
}
