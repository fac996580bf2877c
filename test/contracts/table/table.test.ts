import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createWorld, type World } from '../world.ts'
import { type FunctionName, functionNames } from './ask.ts'
import { type Cell, toldCell } from './cell.ts'
import { checkKinds } from './checks.ts'
import type { Who } from './right-facts.ts'
import { rules } from './rules.ts'
import { runTable } from './run-table.ts'

let world: World
let cells: readonly Cell[]
before(async () => {
  world = await createWorld()
  const start = performance.now()
  cells = await runTable(world)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const passed = cells.filter(({ answer }) => answer === '✓').length
  process.stdout.write(`# ${cells.length} cells in ${seconds} s, ${passed} of them went through\n`)
})
after(() => world.close())

for (const name of functionNames) {
  test(`every cell of ${name} is as the rules say`, () => {
    const own = cells.filter((cell) => cell.name === name)
    const wrong = own.filter((cell) => cell.wrong.length > 0)
    assert.ok(own.length > 200, `${own.length} cells`)
    assert.equal(
      wrong.length,
      0,
      `${wrong.length} cells:\n${wrong.slice(0, 8).map(toldCell).join('\n')}`,
    )
  })

  test(`${name} is seen to go through, and to refuse for each of its reasons`, () => {
    const answers = new Set(
      cells.filter((cell) => cell.name === name).map(({ answer }) => answer.split('(')[0]),
    )
    const expected = ['✓', ...rules[name].checks.map(({ error }) => error)]
    assert.deepEqual([...answers].sort(), [...new Set(expected)].sort())
  })
}

/** ERC-721's own functions look at what the caller wrote down first, as its implementations do. */
const inOrderOfTheStandard: ReadonlySet<FunctionName> = new Set([
  'transferFrom',
  'safeTransferFrom',
])

test('refusals come in the one order that the interfaces promise', () => {
  for (const name of functionNames) {
    if (inOrderOfTheStandard.has(name)) continue
    const places = rules[name].checks.map(({ kind }) => checkKinds.indexOf(kind))
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      name,
    )
  }
})

/** For each state and second: which faultless calls went through. */
function seconds(wanted: (scenario: string) => boolean, kinds: readonly string[]) {
  const found = new Map<string, Set<string>>()
  for (const cell of cells) {
    if (!wanted(cell.scenario) || !kinds.includes(cell.kind)) continue
    if (cell.cast !== 'each another' || cell.variant !== '') continue
    const key = `${cell.scenario}, ${cell.kind} series, ${cell.moment.words}`
    const passed = found.get(key) ?? new Set()
    if (cell.answer === '✓') passed.add(`${cell.name} by ${cell.who}`)
    found.set(key, passed)
  }
  assert.ok(found.size >= 3)
  return [...found].map(([when, passed]) => ({
    when,
    can: (name: FunctionName, who: Who) => passed.has(`${name} by ${who}`),
  }))
}

const all = ['plain', 'direct', 'escrow']

test('at each second a sent right is either claimed or the holder’s to move, never both', () => {
  for (const { when, can } of seconds((name) => name.startsWith('sent'), all)) {
    const isClaimable = can('claim', 'stranger')
    const isFree = can('transferFrom', 'holder')
    assert.ok(!(isClaimable && isFree), when)
    // Past the redeem-by day nobody claims; the holder can take it back until its end.
    if (!isClaimable && !isFree)
      assert.ok(can('takeBack', 'holder') && !when.startsWith('plain'), when)
    if (isFree) assert.ok(!can('takeBack', 'holder'), when)
  }
})

test('at each second a request or an acceptance is either the desk’s to answer or unserved', () => {
  const isAsked = (name: string) => name.startsWith('requested') || name.startsWith('accepted')
  for (const { when, can } of seconds(isAsked, all)) {
    const isOpen = can('refuse', 'issuer')
    const isUnserved = can('transferFrom', 'holder')
    assert.equal(Number(isOpen) + Number(isUnserved), 1, when)
    assert.equal(can('confirm', 'holder'), isOpen, when)
    // Neither ever lapses: who was left unserved keeps the right.
    assert.ok(!can('lapse', 'stranger'), when)
    if (when.includes('escrow')) assert.equal(can('refund', 'holder'), isUnserved, when)
  }
})

test('at each second what was shipped in escrow is either disputed or completed', () => {
  for (const { when, can } of seconds((name) => name.startsWith('shipped'), ['escrow'])) {
    assert.equal(Number(can('dispute', 'holder')) + Number(can('complete', 'stranger')), 1, when)
  }
})

test('at each second a dispute is either ruled on or settled, or anyone’s to refund', () => {
  for (const { when, can } of seconds((name) => name === 'disputed', ['escrow'])) {
    const isOpen = can('rule', 'arbiter')
    assert.equal(Number(isOpen) + Number(can('refund', 'stranger')), 1, when)
    assert.equal(can('settle', 'stranger'), isOpen, when)
    assert.equal(can('handOver', 'stranger'), isOpen, when)
  }
})

test('at each second a held right that nobody asked for is either asked for or lapses', () => {
  const isHeld = (name: string) => name === 'held' || name === 'held, approved'
  for (const { when, can } of seconds(isHeld, ['direct', 'escrow'])) {
    assert.equal(Number(can('request', 'holder')) + Number(can('lapse', 'stranger')), 1, when)
  }
})
