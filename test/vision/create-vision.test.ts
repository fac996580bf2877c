import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { AppError } from '../../src/domain/errors.ts'
import type { Account } from '../../src/domain/ids.ts'
import type { ProductRef } from '../../src/domain/sighting.ts'
import type { Vision } from '../../src/ports/vision.ts'
import type { VisionStep } from '../../src/vision/create-vision.ts'
import { drawnPhoto } from '../bench/photos/drawn-photo.ts'
import { somePhoto } from '../support/photos.ts'
import { MODELS, someVision } from '../support/some-vision.ts'

const [SELLER, OTHER] = ['0x01' as Account, '0x02' as Account]
const LINK = 'https://t.me/scrip_bot?start=qAAAAAAAAAAA'
const ASKED = { space: null, isOurs: (code: string) => code === LINK }
const root = mkdtempSync(join(tmpdir(), 'vision-'))
after(() => rmSync(root, { recursive: true }))

/** Three photos that nobody would take for one another: a shelf, a thing on a table, and stripes. */
const [ONE, TWO, THREE] = await Promise.all([
  drawnPhoto({ width: 640, height: 480, seed: 1 }),
  somePhoto({ width: 640, height: 480 }),
  sharp(Buffer.from(stripesSvg())).jpeg().toBuffer(),
])
/** The same thing once more, as another photo: smaller, a little darker, and cropped. */
const again = (bytes: Buffer) =>
  sharp(bytes)
    .extract({ left: 20, top: 15, width: 600, height: 450 })
    .modulate({ brightness: 0.93 })
    .jpeg({ quality: 70 })
    .toBuffer()
const ref = (number: string, issuer = SELLER): ProductRef => ({ issuer, number })

async function show(vision: Vision, id: number, product: ProductRef, bytes: Buffer) {
  const { vectors } = await vision.vectorsOf(bytes)
  await vision.put([{ id, product, category: 5 + id, vectors }])
}

/** A photo terminal with the processes that it started; the last of them dies at the next of these steps, one after the other. */
async function watchedVision() {
  const children: ChildProcess[] = []
  const steps: VisionStep[] = []
  const remember = (message: unknown) =>
    children.push((message as { process: ChildProcess }).process)
  subscribe('child_process', remember)
  const onStep = (step: VisionStep) => {
    if (steps[0] !== step) return
    steps.shift()
    children.at(-1)?.kill('SIGKILL')
  }
  const vision = await someVision({ onStep })
  const close = async () => {
    unsubscribe('child_process', remember)
    await vision.close()
  }
  const dieAt = (next: readonly VisionStep[]) => void steps.splice(0, steps.length, ...next)
  return { vision: { ...vision, close }, children, dieAt }
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  const end = once(child as ChildProcess, 'exit')
  child?.kill('SIGKILL')
  await end
}

/** A folder of models in which something is not as it has to be. */
function damaged(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(root, 'models-'))
  for (const file of ['manifest.json', 'classes.tsv'])
    copyFileSync(join(MODELS, file), join(folder, file))
  change(folder)
  return folder
}

const cases: Record<string, [models: string, reason: RegExp]> = {
  'of another hash': [
    damaged((folder) => {
      const bytes = readFileSync(join(MODELS, 'terminal.onnx'))
      bytes[1000] = (bytes[1000] ?? 0) ^ 1
      writeFileSync(join(folder, 'terminal.onnx'), bytes)
    }),
    /its hash is [0-9a-f]{64}, not [0-9a-f]{64}/,
  ],
  missing: [damaged(() => {}), /ENOENT/],
  truncated: [
    damaged((folder) => {
      const bytes = readFileSync(join(MODELS, 'terminal.onnx'))
      writeFileSync(join(folder, 'terminal.onnx'), bytes.subarray(0, bytes.length >> 1))
    }),
    /its hash is [0-9a-f]{64}, not [0-9a-f]{64}/,
  ],
}

for (const [what, [models, reason]] of Object.entries(cases)) {
  test(`a model that is ${what} is said at start; codes are read and matches are rough, never sure`, async () => {
    const reasons: string[] = []
    const vision = await someVision({ models, onNoModel: (why) => reasons.push(why) })
    try {
      assert.equal(reasons.length, 1)
      assert.match(reasons[0] ?? '', reason)
      assert.equal(vision.isRough, true)
      const code = await QRCode.toBuffer(LINK, { width: 500, margin: 4 })
      assert.deepEqual((await vision.look(code, ASKED)).codes, [LINK])
      await show(vision, 1, ref('one'), ONE)
      await show(vision, 2, ref('two'), TWO)
      const { match } = await vision.look(ONE, ASKED)
      assert.equal(match?.isRough, true)
      assert.notEqual(match?.verdict, 'sure')
      assert.deepEqual(match?.products[0], ref('one'), 'the picture itself is among the proposals')
    } finally {
      await vision.close()
    }
  })
}

test('a file of the right hash that is no model is said with the first photo; codes are read, and nothing is matched', async () => {
  const models = damaged((folder) => {
    writeFileSync(join(folder, 'terminal.onnx'), 'no model')
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    manifest.model.sha256 = createHash('sha256').update('no model').digest('hex')
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  })
  const reasons: string[] = []
  const vision = await someVision({ models, onNoModel: (why) => reasons.push(why) })
  const code = await QRCode.toBuffer(LINK, { width: 500, margin: 4 })
  assert.deepEqual((await vision.look(code, ASKED)).codes, [LINK])
  const { match } = await vision.look(ONE, ASKED)
  assert.deepEqual([match?.verdict, match?.products, match?.isRough], ['none', [], true])
  assert.match(reasons.join(), /model|protobuf/i)
  await vision.close()
})

test('vectors made with and without the model bear other names', async () => {
  const [sharpEyed, rough] = [
    await someVision(),
    await someVision({ models: cases['missing']?.[0] ?? '', onNoModel: () => {} }),
  ]
  const [one, other] = [await sharpEyed.vectorsOf(ONE), await rough.vectorsOf(ONE)]
  assert.notEqual(one.model, other.model)
  assert.deepEqual([one.model, other.model], [sharpEyed.model, rough.model])
  const { embedding } = JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8')).model
  assert.equal(one.vectors.length, 4 * embedding)
  await Promise.all([sharpEyed.close(), rough.close()])
})

test('a manifest that cannot be read is no reason to guess', async () => {
  for (const text of ['', '{"model":{}}', 'null']) {
    const models = damaged((folder) => writeFileSync(join(folder, 'manifest.json'), text))
    await assert.rejects(someVision({ models }))
  }
})

test('what was shown is recognised, and when its process dies, the next photo all the same', async () => {
  const { vision, children } = await watchedVision()
  await show(vision, 1, ref('one'), ONE)
  await show(vision, 2, ref('two'), TWO)
  await vision.drop([2])
  const first = await vision.look(await again(ONE), ASKED)
  assert.deepEqual(first.match?.products[0], ref('one'))

  await ended(children.at(-1))
  const next = await vision.look(await again(ONE), ASKED)
  assert.deepEqual(next.match, first.match)
  const { vectors } = await vision.vectorsOf(TWO)
  const nearest = await vision.nearest(vectors, 3)
  assert.deepEqual(
    nearest.map(({ product }) => product.number),
    ['one'],
    'what was dropped stays away',
  )
  assert.equal(children.length, 2)
  await vision.close()
})

test('a photo in whose midst the process dies is looked at once more', async () => {
  const { vision, children, dieAt } = await watchedVision()
  await show(vision, 1, ref('one'), ONE)
  const expected = await vision.look(ONE, ASKED)
  for (const step of ['decode', 'codes', 'describe'] as const) {
    dieAt([step])
    assert.deepEqual(await vision.look(ONE, ASKED), expected, step)
  }
  assert.equal(children.length, 4)
  await vision.close()
})

test('a photo that ends the process twice cannot be read, and the next one is answered', async () => {
  const { vision, dieAt } = await watchedVision()
  await show(vision, 1, ref('one'), ONE)
  dieAt(['decode', 'decode'])
  await assert.rejects(
    vision.look(TWO, ASKED),
    (error) => error instanceof AppError && error.code === 'PHOTO_UNREADABLE',
  )
  assert.deepEqual((await vision.look(ONE, ASKED)).match?.products, [ref('one')])
  await vision.close()
})

test('the process that opens strangers’ files knows nothing of the bot’s environment, and ends with the bot', async () => {
  process.env['SCRIP_BOT_TOKEN'] = '1:secret'
  const { vision, children } = await watchedVision()
  await vision.look(ONE, ASKED)
  delete process.env['SCRIP_BOT_TOKEN']
  const [child] = children
  const names = readFileSync(`/proc/${child?.pid}/environ`, 'utf8')
    .split('\0')
    .flatMap((line) => (line === '' ? [] : [line.split('=')[0]]))
  const known = /^(MALLOC_|NODE_CHANNEL_|NODE_COMPILE_CACHE$|__)/
  assert.deepEqual(
    names.filter((name) => !known.test(name ?? '')),
    [],
  )
  child?.disconnect()
  await once(child as ChildProcess, 'exit')
  await vision.close()
})

test('a picture that is made to be searched for codes for ever is let be', async () => {
  // Seven by seven, as in the corners of a code, a pixel a module, all over.
  const finder = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#fff"/><rect width="7" height="7"/><rect x="1" y="1" width="5" height="5" fill="#fff"/><rect x="2" y="2" width="3" height="3"/></svg>`,
    ),
  )
  const tile = await finder.png().toBuffer()
  const create = { width: 1280, height: 1280, channels: 3, background: '#fff' } as const
  const hostile = await sharp({ create })
    .composite([{ input: tile, tile: true }])
    .png()
    .toBuffer()
  const steps: VisionStep[] = []
  const vision = await someVision({ onStep: (step) => steps.push(step) })
  const begun = performance.now()
  const { codes, numbers } = await vision.look(hostile, ASKED)
  assert.deepEqual([codes, numbers], [[], []])
  assert.ok(!steps.includes('numbers') && !steps.includes('retry'), steps.join())
  assert.ok(performance.now() - begun < 15_000)
  const code = await QRCode.toBuffer(LINK, { width: 500, margin: 4 })
  assert.deepEqual((await vision.look(code, ASKED)).codes, [LINK])
  await vision.close()
})

test('more photos than may wait are refused as busy, and the others are answered', async () => {
  const vision = await someVision()
  const small = await drawnPhoto({ width: 160, height: 120, seed: 4 })
  const code = await QRCode.toBuffer(LINK, { width: 200, margin: 4 })
  const all = Array.from({ length: 70 }, (_, at) => vision.look(at % 7 ? code : small, ASKED))
  const results = await Promise.allSettled(all)
  const refused = results.filter((each) => each.status === 'rejected')
  assert.equal(refused.length, 6)
  for (const { reason } of refused)
    assert.ok(reason instanceof AppError && reason.code === 'VISION_BUSY', String(reason))
  assert.equal((await vision.look(code, ASKED)).codes[0], LINK)
  await vision.close()
})

test('ten at once are answered in the order in which they came', async () => {
  const vision = await someVision()
  await show(vision, 1, ref('one'), ONE)
  await show(vision, 2, ref('two'), TWO)
  const order: number[] = []
  const answers = await Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      const { match } = await vision.look(at % 2 ? ONE : TWO, ASKED)
      order.push(at)
      return match?.products[0]?.number
    }),
  )
  assert.deepEqual(order, [...order.keys()])
  assert.deepEqual(
    answers,
    answers.map((_, at) => (at % 2 ? 'one' : 'two')),
  )
  await vision.close()
})

test('a code of ours is the answer: no numbers are looked for, and nothing is matched', async () => {
  const steps: VisionStep[] = []
  const vision = await someVision({ onStep: (step) => steps.push(step) })
  const code = await QRCode.toBuffer(LINK, { width: 500, margin: 4 })
  const found = await vision.look(code, ASKED)
  assert.deepEqual(found, { codes: [LINK], numbers: [], probableNumbers: [], match: null })
  assert.deepEqual(steps, ['decode', 'codes', 'look'])
  steps.length = 0
  const foreign = await vision.look(code, { ...ASKED, isOurs: () => false })
  assert.deepEqual(foreign.codes, [LINK])
  assert.notEqual(foreign.match, null)
  assert.deepEqual(steps.toSorted(), ['codes', 'decode', 'describe', 'look', 'match', 'numbers'])
  await vision.close()
})

test('only who is unsure looks harder for codes', async () => {
  const steps: VisionStep[] = []
  const vision = await someVision({ onStep: (step) => steps.push(step) })
  await vision.look(ONE, ASKED)
  assert.ok(steps.includes('retry'))
  await show(vision, 1, ref('one'), ONE)
  steps.length = 0
  assert.equal((await vision.look(ONE, ASKED)).match?.verdict, 'sure')
  assert.ok(!steps.includes('retry'))
  await vision.close()
})

test('what a space has comes first, and what it does not have is found elsewhere', async () => {
  const vision = await someVision()
  await show(vision, 1, ref('one', SELLER), ONE)
  await show(vision, 2, ref('same', OTHER), ONE)
  await show(vision, 3, ref('two', SELLER), TWO)
  const inSpace = (bytes: Buffer, space: Account) => vision.look(bytes, { ...ASKED, space })
  assert.deepEqual((await inSpace(ONE, OTHER)).match?.products, [ref('same', OTHER)])
  assert.deepEqual((await inSpace(ONE, SELLER)).match?.products, [ref('one', SELLER)])
  assert.deepEqual((await inSpace(TWO, OTHER)).match?.products, [ref('two', SELLER)])
  await vision.close()
})

test('two products with the same picture are twins, however sure the picture is, and of one category', async () => {
  const vision = await someVision()
  const { vectors } = await vision.vectorsOf(ONE)
  await vision.put([
    { id: 1, product: ref('one'), category: 5, vectors },
    { id: 2, product: ref('twin', OTHER), category: 5, vectors },
  ])
  await show(vision, 3, ref('two'), TWO)
  const { match } = await vision.look(ONE, ASKED)
  assert.equal(match?.verdict, 'twins')
  assert.deepEqual(match?.products.map(({ number }) => number).toSorted(), ['one', 'twin'])
  await vision.close()
})

test('what is sold out is said and never proposed', async () => {
  const left = new Set(['one', 'two'])
  const sellable = async (products: readonly ProductRef[]) =>
    products.filter(({ number }) => left.has(number))
  const vision = await someVision({ sellable })
  await show(vision, 1, ref('one'), ONE)
  await show(vision, 2, ref('two'), TWO)
  assert.deepEqual((await vision.look(ONE, ASKED)).match?.products, [ref('one')])
  left.delete('one')
  const { match } = await vision.look(ONE, ASKED)
  assert.deepEqual(match?.soldOut, ref('one'))
  assert.ok(!match?.products.some(({ number }) => number === 'one'))
  left.clear()
  const none = (await vision.look(ONE, ASKED)).match
  assert.deepEqual([none?.soldOut, none?.products], [ref('one'), []])
  await vision.close()
})

test('the catalogue says of nonsense that it is none of its products', async () => {
  const vision = await someVision()
  await show(vision, 1, ref('one'), ONE)
  await show(vision, 2, ref('two'), TWO)
  await show(vision, 3, ref('three'), THREE)
  const create = { width: 400, height: 300, channels: 3 } as const
  // A face in a few strokes is as much of one as a test has to have.
  const face = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><rect width="100%" height="100%" fill="#89a"/>
    <ellipse cx="240" cy="300" rx="130" ry="180" fill="#e0b090"/><ellipse cx="240" cy="150" rx="140" ry="70" fill="#402a1a"/>
    <circle cx="190" cy="280" r="14" fill="#222"/><circle cx="290" cy="280" r="14" fill="#222"/>
    <path d="M190 390 Q240 430 290 390" stroke="#a04040" stroke-width="10" fill="none"/></svg>`
  const nonsense = [
    await sharp({ create: { ...create, background: '#000' } })
      .png()
      .toBuffer(),
    await sharp({ create: { ...create, background: '#fff' } })
      .png()
      .toBuffer(),
    await sharp(Buffer.from(face)).jpeg().toBuffer(),
  ]
  for (const [at, bytes] of nonsense.entries()) {
    const { match } = await vision.look(bytes, ASKED)
    assert.notEqual(match?.verdict, 'sure', `picture ${at}`)
  }
  await vision.close()
})

function stripesSvg(): string {
  const stripes = Array.from(
    { length: 16 },
    (_, at) => `<rect x="${at * 40}" width="20" height="480" fill="#123"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="100%" height="100%" fill="#eee"/>${stripes.join('')}</svg>`
}
