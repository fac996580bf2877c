import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { Session } from 'node:inspector'
import { test } from 'node:test'
import { loadTexts } from '../../src/i18n/texts.ts'
import { everyCard } from '../support/card-views.ts'

const FOLDER = new URL('../../src/cards/', import.meta.url)

type Coverage = { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }

/** Names of the functions of our cards that ran meanwhile, as V8 itself counted them. */
function countCalls(run: () => void): Set<string> {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  run()
  const called = new Set<string>()
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    assert.equal(error, null)
    for (const { url, functions } of taken.result as Coverage[]) {
      if (!url.startsWith(FOLDER.href)) continue
      for (const { functionName, ranges } of functions)
        if ((ranges[0]?.count ?? 0) > 0) called.add(functionName)
    }
  })
  session.disconnect()
  return called
}

test('every function that makes a card is among those that are looked at', async () => {
  const makers: string[] = []
  for (const file of readdirSync(FOLDER)) {
    const module: Record<string, unknown> = await import(new URL(file, FOLDER).href)
    for (const [name, value] of Object.entries(module))
      if (name.endsWith('Card') && typeof value === 'function') makers.push(name)
  }
  const { texts } = loadTexts('locales')

  const called = countCalls(() => void everyCard(texts('en')))

  assert.ok(makers.length > 40)
  assert.deepEqual(
    makers.filter((name) => !called.has(name)),
    [],
    'add a view of it to test/support',
  )
})
