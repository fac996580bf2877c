import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { projectScreen, type Severity } from '../../src/sandbox/driver/project-screen.ts'
import { createCodeReader } from '../../src/vision/code-reader.ts'
import { createCodeThread } from '../../src/vision/code-thread.ts'
import { decodePhoto } from '../../src/vision/decode-photo.ts'

const thread = createCodeThread()
const reader = createCodeReader(thread.ask)
after(() => thread.close())

/** 60 bytes: the longest link that a printed code holds in 33 modules. */
const TEXT = 'https://t.me/some_longer_bot_name?start=qAbCdEfGhIjk01234567'
const SEVERITIES: readonly Severity[] = [1, 2, 3]

/** What the terminal reads off a projected screen: by the first look, or by the second one. */
async function seen(modulePx: number, severity: Severity, seed: number): Promise<string[]> {
  const raster = await decodePhoto(await projectScreen({ text: TEXT, modulePx, severity, seed }))
  const codes = (await reader.codes(raster)) ?? []
  if (codes.length > 0) return codes
  const asked = { isOurs: (code: string) => code === TEXT, hasNumber: async () => true }
  const again = await reader.retry(raster, { ...asked, budgetMs: 400 })
  return [...again.codes, ...again.probableNumbers]
}

test('a projected code is read off the wall at 5 pixels a module, from near and far aside', async () => {
  const missed: string[] = []
  for (const severity of SEVERITIES) {
    for (let seed = 1; seed <= 10; seed++) {
      const texts = await seen(5, severity, seed)
      if (texts.length === 0) missed.push(`severity ${severity}, seed ${seed}`)
      else assert.deepEqual(texts, [TEXT])
    }
  }
  assert.ok(missed.length <= 1, missed.join('; '))
})

test('at 1.5 pixels a module nothing is read, right or wrong', async () => {
  for (const severity of SEVERITIES) assert.deepEqual(await seen(1.5, severity, 1), [])
})

test('the same slide gives the same photo, another seed another one', async () => {
  const slide = { text: TEXT, modulePx: 4, severity: 2 } as const
  const [one, same, other] = await Promise.all([
    projectScreen({ ...slide, seed: 1 }),
    projectScreen({ ...slide, seed: 1 }),
    projectScreen({ ...slide, seed: 2 }),
  ])
  assert.deepEqual(one, same)
  assert.notDeepEqual(one, other)
})
