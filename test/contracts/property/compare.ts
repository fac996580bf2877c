import { effectiveWord } from '../../../src/domain/effective-state.ts'
import type { LogBook } from '../model/fold-logs.ts'
import { effective } from '../model/rights.ts'
import { amountOf, NATIVE, NOBODY, type State } from '../model/state.ts'
import type { Outcome } from '../model/step.ts'
import { holdingsOf } from '../model/token.ts'
import { rightWord, seriesWords } from '../model/words.ts'
import { coins, purseHolders } from './people.ts'
import type { Deposition, Stage } from './stage.ts'

const CURRENCIES = [NATIVE, ...coins]

/** Where model and contract differ in how an action ended; null where they agree. */
export function compareOutcomes(stage: Stage, expected: Outcome, seen: Deposition): string | null {
  const say = (error: string | null) => error ?? 'success'
  if (expected.error !== seen.error) {
    return `expected ${say(expected.error)}, saw ${say(seen.error)}(${seen.args ?? ''})`
  }
  if (expected.error !== null && expected.args !== null && expected.error !== '') {
    const named = expected.args.map((arg) =>
      typeof arg === 'string' ? stage.cast.value(arg) : arg,
    )
    const [wanted, got] = [String(named).toLowerCase(), String(seen.args ?? []).toLowerCase()]
    if (wanted !== got) return `expected ${expected.error}(${wanted}), saw (${got})`
  }
  const [wanted, got] = [expected.state.echoes, seen.echoes].map((list) => list.map(say).join())
  return expected.error === null && wanted !== got ? `expected echoes ${wanted}, saw ${got}` : null
}

/** Compares some rights' words and second words, and what logs alone tell of them. */
export async function compareRights(
  stage: Stage,
  state: State,
  book: LogBook,
  names: readonly string[],
): Promise<string | null> {
  const { cast } = stage
  const ids = names.map((name) => cast.rightId(name))
  const [words, aux, approved] = await ask(stage, 'rightsOf', [ids])
  for (const [at, name] of names.entries()) {
    const right = state.rights[name]
    const now = right === undefined ? null : effective(right, state.time)
    const wanted = now === null ? 0n : rightWord(cast, now)
    if (words[at] !== wanted) return differ(`word of ${name}`, wanted, words[at])
    const second = cast.aux(now?.aux ?? null)
    if (aux[at] !== second) return differ(`aux of ${name}`, BigInt(second), BigInt(aux[at]))
    const mover = now?.approved ?? NOBODY
    if (approved[at] !== cast.account(mover)) return `${approved[at]} is approved for ${name}`
    const folded = effectiveWord(book.words.get(ids[at]!) ?? 0n, state.time)
    if (folded !== wanted) return differ(`word of ${name} from logs`, wanted, folded)
  }
  return null
}

/** Compares everything. */
export async function compareAll(
  stage: Stage,
  state: State,
  book: LogBook,
): Promise<string | null> {
  return (
    (await compareRights(stage, state, book, Object.keys(state.rights))) ??
    (await compareSeries(stage, state, book)) ??
    (await compareMoney(stage, state, book)) ??
    (await compareHoldings(stage, state))
  )
}

async function compareSeries(stage: Stage, state: State, book: LogBook): Promise<string | null> {
  const names = Object.keys(state.series)
  const [words] = await ask(stage, 'seriesOf', [names.map((name) => stage.cast.seriesId(name))])
  for (const [at, name] of names.entries()) {
    const [hot, rest] = seriesWords(stage.cast, state.series[name]!)
    if (words[at][0] !== hot) return differ(`series word of ${name}`, hot, words[at][0])
    if (words[at][1] !== rest) return differ(`terms word of ${name}`, rest, words[at][1])
    const { limit, sold, closed, terms } = state.series[name]!
    const told = book.series.get(BigInt(stage.cast.seriesId(name)))
    const heard = [told?.limit, told?.sold, told?.closed, told?.terms.redeemByDay ?? 0]
    const wanted = [limit, sold, closed, terms.redeemByDay]
    if (String(heard) !== String(wanted)) return `logs of ${name} tell ${heard}, not ${wanted}`
  }
  return null
}

async function compareMoney(stage: Stage, state: State, book: LogBook): Promise<string | null> {
  const { cast } = stage
  const accounts = purseHolders.map((name) => cast.account(name))
  const currencies = CURRENCIES.map((name) => cast.account(name))
  const [amounts] = await ask(stage, 'moneyOf', [accounts, currencies])
  for (const [at, owner] of purseHolders.entries()) {
    for (const [place, currency] of CURRENCIES.entries()) {
      const [has, waits] = amounts[at * CURRENCIES.length + place] as [bigint, bigint]
      const purse = amountOf(state.purses, currency, owner)
      if (has !== purse) return differ(`${currency} of ${owner}`, purse, has)
      const credit = amountOf(state.credits, currency, owner)
      if (waits !== credit) return differ(`${currency} credit of ${owner}`, credit, waits)
      const told = book.credits.get(`${cast.account(currency)}>${cast.account(owner)}`) ?? 0n
      if (told !== credit) return differ(`${currency} credit of ${owner} from logs`, credit, told)
    }
  }
  return null
}

async function compareHoldings(stage: Stage, state: State): Promise<string | null> {
  const owners = purseHolders.filter((name) => name !== 'zero')
  const [counts] = await ask(stage, 'holdingsOf', [owners.map((name) => stage.cast.account(name))])
  for (const [at, owner] of owners.entries()) {
    const wanted = holdingsOf(state, owner)
    if (Number(counts[at]) !== wanted)
      return differ(`rights of ${owner}`, BigInt(wanted), counts[at])
  }
  return null
}

async function ask({ world, census }: Stage, view: string, args: unknown[]) {
  return world.readOf(census, view, [world.rights.at, ...args])
}

function differ(what: string, wanted: bigint, got: bigint): string {
  return `${what}: expected 0x${wanted.toString(16)}, is 0x${BigInt(got).toString(16)}`
}
