import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createPictureFolder } from '../../src/images/picture-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'scrip-hashed-'))
after(() => rmSync(folder, { recursive: true }))

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

// Every look hashed the whole file: half a second of standing still for a page of twenty goods.
test('a picture is hashed once, and only when its bytes are wanted', async () => {
  const pictures = createPictureFolder(folder)
  const hash = await pictures.save(randomBytes(3_000_000))

  const asked = await timeOf(() => pictures.has(hash))
  const first = await timeOf(() => pictures.load(hash))
  const second = await timeOf(() => pictures.load(hash))

  assert.ok(asked * 3 < first, `${asked} ms, ${first} ms`)
  assert.ok(second * 3 < first, `${second} ms, ${first} ms`)
})

test('a file that changed since it was hashed is hashed again', async () => {
  const pictures = createPictureFolder(folder)
  const hash = await pictures.save(new TextEncoder().encode('a picture'))
  assert.notEqual(await pictures.load(hash), null)

  writeFileSync(join(folder, `${hash}.jpg`), 'changed!')

  assert.equal(await pictures.load(hash), null)
})

test('what is not there, and what is no hash, is not there', async () => {
  const pictures = createPictureFolder(folder)
  assert.equal(await pictures.has(`0x${'0'.repeat(64)}`), false)
  assert.equal(await pictures.has('../../etc/passwd'), false)
})
