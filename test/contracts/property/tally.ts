import type { Action } from '../model/actions.ts'
import type { Outcome } from '../model/step.ts'

/** Counts what happened, so that a run can show that it went everywhere. */
export class Tally {
  readonly #byAction = new Map<string, { done: number; refused: number }>()
  readonly #byError = new Map<string, number>()
  #actions = 0
  #done = 0

  readonly #echoes = new Map<string, number>()

  count({ fn }: Action, { state, error }: Outcome): void {
    for (const echo of state.echoes)
      this.#echoes.set(echo ?? '', (this.#echoes.get(echo ?? '') ?? 0) + 1)
    const of = this.#byAction.get(fn) ?? { done: 0, refused: 0 }
    this.#byAction.set(fn, of)
    this.#actions += 1
    if (error === null) {
      of.done += 1
      this.#done += 1
    } else {
      of.refused += 1
      this.#byError.set(error, (this.#byError.get(error) ?? 0) + 1)
    }
  }

  get actions(): number {
    return this.#actions
  }

  /** How often an action worked. */
  doneBy(fn: string): number {
    return this.#byAction.get(fn)?.done ?? 0
  }

  /** All refusals that were seen. */
  get errors(): ReadonlySet<string> {
    return new Set(this.#byError.keys())
  }

  /** How calls from inside of others' code ended: errors, and the empty text for success. */
  get echoes(): ReadonlySet<string> {
    return new Set(this.#echoes.keys())
  }

  /** One line for each function, one for the errors. */
  toText(seconds: number): string {
    const share = Math.round((this.#done / this.#actions) * 100)
    const lines = [...this.#byAction]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([fn, { done, refused }]) => `${fn} ${done}/${done + refused}`)
    const errors = sorted(this.#byError, '(no data)')
    const echoes = sorted(this.#echoes, 'success')
    const head = `${this.#actions} actions in ${seconds.toFixed(1)} s, ${share} % succeeded`
    return `${head}\n${lines.join(', ')}\n${errors}\nfrom inside: ${echoes}`
  }
}

function sorted(counts: ReadonlyMap<string, number>, unnamed: string): string {
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${name || unnamed} ${times}`)
    .join(', ')
}
