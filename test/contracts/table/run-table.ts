import type { Account } from '../../../src/domain/ids.ts'
import type { World } from '../world.ts'
import type { Ask, FunctionName } from './ask.ts'
import { createAskChain, errorText } from './ask-chain.ts'
import type { Cell, PlannedCell } from './cell.ts'
import { createEncoder } from './encode-ask.ts'
import { type Moment, momentsOf } from './moments.ts'
import { createObserver, wrongPayments } from './observe.ts'
import { planCells } from './plan-cells.ts'
import { countsAt, type RightFacts } from './right-facts.ts'
import { refusalOf, rules } from './rules.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { type Cast, casts, type SeriesKind, seriesKinds, setStage } from './stage.ts'
import { partOf, type TablePart } from './table-parts.ts'
import { askOf, type Before, faultless } from './variants.ts'

/** What stays the same through all cells of one state. */
type Scene = {
  readonly common: Omit<Before, 'right' | 'caller' | 'time'>
  readonly bystanders: readonly bigint[]
  /** Balances before any cell. */
  readonly money: ReadonlyMap<Account, bigint>
}

/** Runs every cell on the chain and compares it with the rules. */
export async function runTable(world: World): Promise<readonly Cell[]> {
  const stage = await setStage(world)
  const chain = createAskChain(world)
  const encode = createEncoder(world)
  const observer = createObserver(world)
  const cells: Cell[] = []

  const callOf = (name: FunctionName, ask: Ask) => ({
    from: ask.caller,
    data: encode(name, ask),
    value: ask.given.value,
  })

  /** Does something and undoes it. */
  async function undone<T>(does: () => Promise<T>): Promise<T> {
    const snapshot = await world.ask('evm_snapshot')
    const result = await does()
    await world.ask('evm_revert', [snapshot])
    return result
  }

  /** Brings a right into a state by real calls. */
  async function enter(start: RightFacts, common: Scene['common'], { steps }: Scenario) {
    let right = start
    for (const { call, by, change, onRedeemByDay } of steps) {
      const time = onRedeemByDay ? (common.series.redeemBy ?? 0) : (await world.now()) + 60
      const before = { ...common, right, caller: common.people[by], time }
      const ask = askOf(call, before, change ? { words: '', change } : faultless)
      await world.nextAt(time)
      const answer = await chain.send(callOf(call, ask))
      if (answer !== '✓') throw new Error(`the way into the state: ${call} by ${by}: ${answer}`)
      right = rules[call].becomes(ask)
    }
    return right
  }

  async function runScenario(cast: Cast, kind: SeriesKind, scenario: Scenario) {
    const part = partOf(cast, kind, scenario)
    const { facts: series, bystanders, ...staged } = stage.series[kind]
    if (part === null || scenario.existsIn?.(series) === false) return
    const people = stage.peopleOf(cast)
    const common = { series, people, noReceiver: stage.noReceiver }
    const start = scenario.isNever ? staged.neverMinted(cast) : staged.rightOf(cast)
    const right = await enter(start, common, scenario)
    const wrong = scenario.isNever ? [] : await observer.differences(right, series)
    if (wrong.length > 0) throw new Error(`${scenario.name}: ${wrong.join(', ')}`)
    const accounts = [...Object.values(people), stage.noReceiver]
    const money = await observer.balancesOf(series.currency, accounts)
    for (const moment of momentsOf(right, series, await world.now())) {
      if (cast !== 'each another' && moment.isExtra) continue
      for (const done of await runMoment({ common, bystanders, money }, part, right, moment)) {
        const { name, who, variant, answer, wrong } = done
        const where = { cast, kind, scenario: scenario.name, moment }
        cells.push({ ...where, name, who, variant: variant.words, answer, wrong })
      }
    }
  }

  async function runMoment(scene: Scene, part: TablePart, right: RightFacts, moment: Moment) {
    const counted = countsAt(right, moment.time)
    const common = { ...scene.common, right: counted, time: moment.time }
    const planned = planCells(part, moment, counted !== right, common)
    const { answers, words } = await undone(async () => {
      await world.goTo(moment.time)
      return {
        words: await observer.wordsOf(scene.bystanders),
        answers: await inGroups(planned, ({ name, ask }) => chain.ask(callOf(name, ask))),
      }
    })
    const done: (PlannedCell & Pick<Cell, 'answer' | 'wrong'>)[] = []
    for (const [place, cell] of planned.entries()) {
      const answer = answers[place] ?? ''
      done.push({ ...cell, answer, wrong: await judged(cell, answer, scene, words) })
    }
    return done
  }

  async function judged(
    { name, ask }: PlannedCell,
    answer: string,
    scene: Scene,
    words: readonly bigint[],
  ): Promise<readonly string[]> {
    const refusal = refusalOf(name, ask)
    const expected = refusal === null ? '✓' : errorText(refusal.error, refusal.args(ask))
    if (answer !== expected) return [`${expected} expected, ${answer} found`]
    return refusal === null ? undone(() => effects(name, ask, scene, words)) : []
  }

  /** Sends it, and compares all that it leaves behind. */
  async function effects(name: FunctionName, ask: Ask, scene: Scene, words: readonly bigint[]) {
    const { series } = ask
    await world.nextAt(ask.time)
    const answer = await chain.send(callOf(name, ask))
    if (answer !== '✓') return [`sent, it fails with ${answer}`]
    const after = rules[name].becomes(ask)
    const found = await observer.differences(after, series)
    const involved = [ask.caller, ask.right.holder, after.holder, series.issuer]
    const money = await observer.balancesOf(series.currency, involved)
    found.push(...wrongPayments(world.rights.at, rules[name].pays(ask), scene.money, money))
    const others = await observer.wordsOf(scene.bystanders)
    if (others.join() !== words.join()) found.push("another right's word changed")
    return found
  }

  for (const cast of casts) {
    for (const kind of seriesKinds) {
      for (const scenario of scenarios) await undone(() => runScenario(cast, kind, scenario))
    }
  }
  return cells
}

const GROUP = 64

async function inGroups<T, R>(all: readonly T[], ask: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let first = 0; first < all.length; first += GROUP) {
    results.push(...(await Promise.all(all.slice(first, first + GROUP).map(ask))))
  }
  return results
}
