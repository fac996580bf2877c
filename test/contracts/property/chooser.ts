import type { Call, CallBody } from '../model/actions.ts'
import { effective, seriesOf } from '../model/rights.ts'
import type { Signed } from '../model/signatures.ts'
import { NOBODY, NOTHING, type Right, type State, type StateName } from '../model/state.ts'
import type { Dice } from './dice.ts'
import { callers, claimKeys, purseHolders } from './people.ts'

/** Makes one call of a function, fit for the state or nearly so. */
export type Choice<F extends CallBody['fn']> = (on: Chooser) => Extract<Call, { fn: F }>

/** What choices remember from action to action. */
export type Memory = {
  readonly signatures: Signed[]
  /** Right → who was ever approved. */
  readonly approvals: Map<string, string>
  publications: number
}

/** Random, but mostly sensible picks from a state: its time is that of the action to be. */
export class Chooser {
  readonly state: State
  readonly dice: Dice
  readonly memory: Memory
  /** The right that the action should rather be about. */
  readonly focus: string | null
  readonly #byState = new Map<StateName, string[]>()

  constructor(state: State, dice: Dice, memory: Memory, focus: string | null) {
    this.state = state
    this.dice = dice
    this.memory = memory
    this.focus = focus
    for (const [name, right] of Object.entries(state.rights)) {
      const { state: in_ } = effective(right, state.time)
      const list = this.#byState.get(in_)
      if (list === undefined) this.#byState.set(in_, [name])
      else list.push(name)
    }
  }

  /** A right in one of these states, mostly; any other, or none that exists, sometimes. */
  right(...states: readonly StateName[]): string {
    const { dice, focus } = this
    const fitting = states.flatMap((name) => this.#byState.get(name) ?? [])
    if (focus !== null && dice.percent(88)) return focus
    if (fitting.length > 0 && dice.percent(94)) return dice.of(fitting)
    const all = Object.keys(this.state.rights)
    return all.length > 0 && dice.percent(95) ? dice.of(all) : dice.of(['plain#999', 'nowhere#1'])
  }

  /** A held right that can be disputed about once it was shipped, mostly. */
  disputable(): string {
    const fitting = (this.#byState.get('held') ?? []).filter((name) => {
      return this.state.rights[name]!.escrowed && this.terms(name).ways >= 2
    })
    const isChosen = this.focus === null && fitting.length > 0 && this.dice.percent(60)
    return isChosen ? this.dice.of(fitting) : this.right('held')
  }

  /** A few rights of one holder. */
  rights(holder: string | null, ...states: readonly StateName[]): string[] {
    const { dice } = this
    const fitting = states
      .flatMap((name) => this.#byState.get(name) ?? [])
      .filter((name) => holder === null || this.now(name)?.holder === holder)
    const start = dice.below(Math.max(fitting.length, 1))
    const some = fitting.slice(start, start + dice.between(1, 3))
    if (dice.percent(4)) return []
    return dice.percent(6) ? [...some, ...some.slice(0, 1)] : some
  }

  /** The right as it counts, null for none. */
  now(name: string): Right | null {
    const right = this.state.rights[name]
    return right === undefined ? null : effective(right, this.state.time)
  }

  /** Its claim key or private taker, null where there is none. */
  named(name: string): string | null {
    const aux = this.now(name)?.aux ?? null
    return aux?.startsWith('commit:') ? null : aux
  }

  /** Who holds it, mostly. */
  holder(name: string): string {
    const holder = this.now(name)?.holder
    return holder !== undefined && callers.includes(holder) ? this.rather(holder) : this.caller()
  }

  /** Who serves for it, mostly: the issuer or one of the staff. */
  desk(name: string): string {
    const issuer = this.issuer(name)
    const staff = callers.filter((account) => this.state.staff[`${issuer}>${account}`])
    return this.rather(this.dice.of([issuer, ...staff]))
  }

  /** Its issuer; anyone's for a right that never was. */
  issuer(name: string): string {
    return this.state.rights[name] === undefined ? 'ida' : seriesOf(this.state, name).issuer
  }

  /** Its series' terms; of a plain one for a right that never was. */
  terms(name: string) {
    return this.state.rights[name] === undefined
      ? this.state.series['plain']!.terms
      : seriesOf(this.state, name).terms
  }

  caller(): string {
    return this.dice.of(callers)
  }

  /** Somebody to get something: mostly people, sometimes contracts, rarely nobody. */
  receiver(): string {
    if (this.dice.percent(90)) return this.caller()
    return this.dice.percent(15) ? NOBODY : this.dice.of(purseHolders)
  }

  /** This one mostly, anybody else sometimes. */
  rather(name: string): string {
    return this.dice.percent(92) ? name : this.caller()
  }

  series(fits: (name: string) => boolean = () => true): string {
    const all = Object.keys(this.state.series)
    const fitting = all.filter(fits)
    if (fitting.length > 0 && this.dice.percent(93)) return this.dice.of(fitting)
    return this.dice.percent(90) ? this.dice.of(all) : 'nowhere'
  }

  claimKey(): string {
    if (this.dice.percent(70)) return this.dice.of(claimKeys)
    return this.dice.percent(3) ? NOBODY : this.caller()
  }

  /** A packed price, in its one form mostly; low enough for everybody. */
  price(): number {
    const { dice } = this
    const mantissa = dice.of([1, 7, 33, 999, 10_001, dice.between(1, 99_999)])
    if (dice.percent(3)) return dice.of([0, 10, 2 ** 27 * 31, 120 + 2 ** 27 * 2])
    const canonical = mantissa % 10 === 0 ? mantissa + 1 : mantissa
    return canonical + dice.below(6) * 2 ** 27
  }

  /** An end that lies ahead, mostly; the bounds to the second, sometimes. */
  until(): number {
    const { dice, state } = this
    const day = 86_400
    if (dice.percent(90)) return state.time + dice.of([1, 60, 3_600, day, 3 * day, 9 * day])
    return state.time + dice.of([0, -1, 366 * day, 366 * day + 1, 366 * day - 1, -state.time])
  }

  /** A time up to which something was signed. */
  expiry(): number {
    const { dice, state } = this
    if (dice.percent(90)) return state.time + dice.of([1, 30, 599, 600])
    return state.time + dice.of([0, -1, 601, 86_400])
  }

  secret(): number {
    return this.dice.between(1, 3)
  }

  commitment(right: string, holder: string): string {
    const { dice } = this
    if (dice.percent(15)) return NOTHING
    const of = dice.percent(96) ? [right, holder] : [this.right('held'), this.caller()]
    return `commit:${this.secret()}:${of[0]}:${of[1]}`
  }

  /** The secret of a right's commitment, mostly. */
  shownSecret(right: string): number {
    const aux = this.now(right)?.aux ?? ''
    return aux.startsWith('commit:') && this.dice.percent(92)
      ? Number(aux.split(':')[1])
      : this.secret()
  }

  /** What comes with a call that should carry this much. */
  value(currency: string, due: bigint): { value?: bigint } {
    const { dice } = this
    const right = currency === 'native' ? due : 0n
    const value = dice.percent(96) ? right : dice.of([0n, right + 1n, right - 1n, due])
    return value > 0n ? { value } : {}
  }
}
