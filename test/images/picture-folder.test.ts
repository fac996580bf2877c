import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createPictureFolder } from '../../src/images/picture-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'pictures-'))
const folder = join(root, 'not', 'there', 'yet')
const pictures = createPictureFolder(folder)
after(() => rmSync(root, { recursive: true }))

test('a picture is kept once under its hash, and found again', async () => {
  const bytes = new TextEncoder().encode('a picture')
  const hash = await pictures.save(bytes)
  assert.equal(await pictures.save(bytes), hash)
  assert.deepEqual(readdirSync(folder), [`${hash}.jpg`])
  assert.deepEqual(await pictures.load(hash), Buffer.from(bytes))
})

test('bytes that do not match their name count as absent', async () => {
  const hash = await pictures.save(new TextEncoder().encode('another'))
  writeFileSync(join(folder, `${hash}.jpg`), 'changed')
  assert.equal(await pictures.load(hash), null)
})

test('only a hash becomes a path', async () => {
  writeFileSync(join(root, 'secret.jpg'), 'secret')
  for (const name of ['../../../secret', '0x12', '', `0x${'A'.repeat(64)}`]) {
    assert.equal(await pictures.load(name), null)
    await pictures.remove(name)
  }
  assert.ok(readdirSync(root).includes('secret.jpg'))
})

test('a removed picture is gone, and removing it again does no harm', async () => {
  const hash = await pictures.save(new TextEncoder().encode('short-lived'))
  await pictures.remove(hash)
  await pictures.remove(hash)
  assert.equal(await pictures.load(hash), null)
})
