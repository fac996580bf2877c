import { type FunctionName, functionNames } from './ask.ts'
import type { Who } from './right-facts.ts'
import type { Scenario } from './scenarios.ts'
import type { Cast, SeriesKind } from './stage.ts'

/** Which functions are called by whom. */
export type TablePart = {
  readonly names: readonly FunctionName[]
  readonly callers: readonly Who[]
}

const everyone: readonly Who[] = [
  'holder',
  'issuer',
  'staff',
  'arbiter',
  'contributor',
  'approved',
  'operator',
  'taker',
  'claim key',
  'stranger',
]

const aboutMoney: readonly FunctionName[] = [
  'take',
  'takeOffer',
  'claim',
  'handOverGift',
  'requestAccepted',
  'confirm',
  'complete',
  'handOver',
  'redeem',
  'rule',
  'settle',
  'refund',
  'lapse',
]

/** The accounts that are two at once, and whoever else such an overlap could help. What others may stays as it was. */
const overlapping: Readonly<Record<Exclude<Cast, 'each another'>, readonly Who[]>> = {
  'issuer is holder': ['holder'],
  'arbiter is holder': ['holder'],
  'staff is holder': ['holder'],
  'claim key is holder': ['holder'],
  'issuer is claim key': ['issuer', 'staff'],
  'taker is holder': ['holder'],
}

/** Whom a variation of a state concerns, as far as its own name goes. */
const concerned: ReadonlySet<Who> = new Set([
  'holder',
  'issuer',
  'approved',
  'operator',
  'claim key',
  'stranger',
])

/** The states that an overlap can matter in. */
const scenesOf: Readonly<Partial<Record<Cast, (name: string) => boolean>>> = {
  'claim key is holder': (name) => name.startsWith('sent'),
  'issuer is claim key': (name) => name.startsWith('sent'),
  'taker is holder': (name) => name.startsWith('listed'),
}

/** What of the table is run with this cast in this kind of series and state; null for nothing. */
export function partOf(cast: Cast, kind: SeriesKind, scenario: Scenario): TablePart | null {
  const part = wholePart(cast, kind)
  if (part === null || scenesOf[cast]?.(scenario.name) === false) return null
  if (!scenario.isVariation) return part
  if (cast !== 'each another') return null
  return { ...part, callers: part.callers.filter((who) => concerned.has(who)) }
}

function wholePart(cast: Cast, kind: SeriesKind): TablePart | null {
  if (cast !== 'each another') {
    const isRun = kind === 'escrow' || (kind === 'direct' && cast === 'issuer is holder')
    return isRun ? { names: functionNames, callers: overlapping[cast] } : null
  }
  if (kind === 'direct' || kind === 'escrow') return { names: functionNames, callers: everyone }
  if (kind === 'plain') {
    return {
      names: functionNames,
      callers: ['holder', 'issuer', 'staff', 'operator', 'claim key', 'stranger'],
    }
  }
  const people: readonly Who[] = ['holder', 'issuer', 'stranger']
  return { names: aboutMoney, callers: kind === 'coin' ? people : [...people, 'arbiter'] }
}

/** Callers who make calls that may go through in every way. */
export const thorough: ReadonlySet<Who> = new Set(['holder', 'issuer', 'arbiter', 'stranger'])
/** Callers who make calls that cannot go through with all flaws as well, and come a second later again. */
export const flawed: ReadonlySet<Who> = new Set(['holder', 'stranger'])
