import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { after, test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { barsSvg } from '../support/bars.ts'
import { bent } from '../support/bent.ts'
import { somePhoto } from '../support/photos.ts'
import { type CodeLabel, readCodeLabels } from './code-labels.ts'
import { evaluateCodes } from './codes.ts'
import type { CodeScores } from './score-codes.ts'

const root = mkdtempSync(join(tmpdir(), 'codes-'))
after(() => rmSync(root, { recursive: true }))

/** Real photos that are no part of the repository. */
const REAL = join(import.meta.dirname, '../../../shared/data/codes')
const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('pictures')
const skip = !isRequired && !existsSync(REAL) && 'there are no real photos here'

const png = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer()
const qr = (text: string) => QRCode.toBuffer(text, { width: 370, margin: 6 })

/** Pictures of every kind, read at once, at the second look, wrongly, and not at all. */
async function ownPictures(): Promise<(CodeLabel & { bytes: Buffer })[]> {
  return [
    {
      file: 'a.png',
      kind: 'qr',
      text: 'plain\nand simple \\n',
      bytes: await qr('plain\r\nand simple \\n  '),
    },
    {
      file: 'b.jpg',
      kind: 'qr',
      text: 'https://example.com/bent',
      bytes: await bent(await qr('https://example.com/bent'), 4),
    },
    { file: 'c.png', kind: 'qr', text: 'something else', bytes: await qr('what it says') },
    {
      file: 'd.png',
      kind: 'qr',
      text: 'it has none',
      bytes: await somePhoto({ width: 300, height: 200 }),
    },
    {
      file: 'e.png',
      kind: 'ean13',
      text: '4006381333931',
      bytes: await png(barsSvg('4006381333931')),
    },
    {
      file: 'f.png',
      kind: 'upca',
      text: '036000291452',
      bytes: await png(barsSvg('036000291452')),
    },
    {
      file: 'g.png',
      kind: 'ean13',
      text: '4006381333931',
      bytes: await png(barsSvg('9780804816632')),
    },
    { file: 'h.jpg', kind: 'none', text: '', bytes: await somePhoto({ width: 400, height: 300 }) },
    { file: 'i.png', kind: 'none', text: '', bytes: await qr('not expected') },
  ]
}

function writeLabels(folder: string, labels: readonly CodeLabel[]): void {
  const escaped = labels.map(({ file, kind, text }) => ({
    file,
    kind,
    text: text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n'),
  }))
  writeFileSync(join(folder, 'labels.csv'), stringify(escaped, { header: true }))
}

/** A copy with other names in another order: nothing may be known but what is seen. */
function shuffled(folder: string, labels: readonly CodeLabel[]): string {
  const copy = mkdtempSync(join(root, 'copy-'))
  const names = new Map<string, string>()
  const others = labels.toReversed().map((label, at) => {
    const name = names.get(label.file) ?? join(`deep${at % 3}`, `${at}${extname(label.file)}`)
    names.set(label.file, name)
    mkdirSync(dirname(join(copy, name)), { recursive: true })
    cpSync(join(folder, label.file), join(copy, name))
    return { ...label, file: name }
  })
  writeLabels(copy, others)
  return copy
}

const scoresOf = ({ kinds, pictures }: CodeScores) => ({ kinds, pictures })

test('what is read right, wrong and not at all is told apart, whatever the files are called', async () => {
  const folder = mkdtempSync(join(root, 'own-'))
  const pictures = await ownPictures()
  for (const { file, bytes } of pictures) writeFileSync(join(folder, file), bytes)
  writeLabels(folder, pictures)

  const scores = await evaluateCodes(folder)
  assert.deepEqual(scores.kinds, {
    qr: {
      labels: 4,
      asSent: { right: 1, wrong: 1, none: 2 },
      withRetries: { right: 2, wrong: 1, none: 1 },
      terminal: { right: 2, wrong: 1, none: 1 },
    },
    ean13: {
      labels: 2,
      asSent: { right: 1, wrong: 1, none: 0 },
      withRetries: { right: 1, wrong: 1, none: 0 },
      terminal: { right: 1, wrong: 1, none: 0 },
    },
    upca: {
      labels: 1,
      asSent: { right: 1, wrong: 0, none: 0 },
      withRetries: { right: 1, wrong: 0, none: 0 },
      terminal: { right: 1, wrong: 0, none: 0 },
    },
    none: {
      labels: 2,
      asSent: { right: 1, wrong: 1, none: 0 },
      withRetries: { right: 1, wrong: 1, none: 0 },
      terminal: { right: 1, wrong: 1, none: 0 },
    },
  })
  const missed = scores.missed.map(({ file }) => file).toSorted()
  assert.deepEqual(missed, ['c.png', 'd.png', 'g.png', 'i.png'])

  const other = await evaluateCodes(shuffled(folder, readCodeLabels(folder)))
  assert.deepEqual(scoresOf(other), scoresOf(scores))
})

test('two codes on one picture are two labels, and neither makes the other wrong', async () => {
  const folder = mkdtempSync(join(root, 'two-'))
  const sheet = { width: 900, height: 400, channels: 3, background: '#fff' } as const
  const both = await sharp({ create: sheet })
    .composite([
      { input: await qr('one'), left: 20, top: 10 },
      { input: await qr('two'), left: 500, top: 10 },
    ])
    .png()
    .toBuffer()
  writeFileSync(join(folder, 'both.png'), both)
  const labels = ['one', 'two'].map((text) => ({ file: 'both.png', kind: 'qr' as const, text }))
  writeLabels(folder, labels)
  const { kinds, pictures } = await evaluateCodes(folder)
  assert.equal(pictures, 1)
  assert.deepEqual(kinds['qr']?.terminal, { right: 2, wrong: 0, none: 0 })
  writeLabels(folder, labels.slice(1))
  const half = await evaluateCodes(folder)
  assert.deepEqual(half.kinds['qr']?.terminal, { right: 0, wrong: 1, none: 0 })
})

test('real photos are read as well as promised, and none wrongly', { skip }, async () => {
  const labels = readCodeLabels(REAL)
  // Every fourth, so that the other tests are not kept waiting; `npm run evaluate` takes all.
  const some = labels.filter((_, at) => at % 4 === 0)
  const folder = shuffled(REAL, some)
  const { kinds } = await evaluateCodes(folder)
  const { qr: codes, ean13: numbers, none } = kinds
  assert.ok(codes !== undefined && numbers !== undefined && none !== undefined)
  assert.ok(codes.terminal.right >= 0.98 * codes.labels, JSON.stringify(codes))
  assert.ok(numbers.terminal.right >= 0.7 * numbers.labels, JSON.stringify(numbers))
  for (const each of [codes, numbers, none]) assert.equal(each.terminal.wrong, 0)
})

test('the command says what is wrong with what it was given', () => {
  const folder = mkdtempSync(join(root, 'wrong-'))
  const run = (...args: string[]) => {
    const script = join(import.meta.dirname, '../../scripts/evaluate.ts')
    const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
    })
    return { status, said: `${stderr}${stdout}` }
  }
  const given = (labels: string) => {
    writeFileSync(join(folder, 'labels.csv'), labels)
    return run('codes', '--pictures', folder)
  }
  const cases: readonly [() => { status: number | null; said: string }, number, RegExp][] = [
    [() => run(), 2, /Which evaluation\?\nUsage:/],
    [() => run('nothing'), 2, /no evaluation "nothing"/],
    [() => run('codes'), 2, /--pictures is missing/],
    [() => run('codes', '--picture', folder), 2, /Unknown option/],
    [() => run('codes', '--pictures', join(folder, 'gone')), 1, /^There is no folder "/],
    [() => run('codes', '--pictures', folder), 1, /^There is no labels.csv in "/],
    [() => given('file,text\na,b\n'), 1, /has no column "kind", only: file, text\.\n$/],
    [() => given('file,kind,text\n'), 1, /names no pictures/],
    [() => given('file,kind,text\na,aztec,b\n'), 1, /Row 2 of labels.csv has the kind "aztec"/],
    [() => given('file,kind,text\na.png,qr,b\n'), 1, /names .*a\.png, which cannot be read/],
    [() => given('file,kind,text\n"a.png,qr\n'), 1, /cannot be read: /],
    [
      () => given('file,kind,text\nlabels.csv,qr,b\n'),
      1,
      /no picture that the bot opens: PHOTO_UNREADABLE/,
    ],
  ]
  for (const [act, status, said] of cases) {
    const result = act()
    assert.match(result.said, said)
    assert.equal(result.status, status, result.said)
    assert.doesNotMatch(result.said, /\n\s+at /, 'no stack')
  }
})

test('its numbers are also written to a file', async () => {
  const folder = mkdtempSync(join(root, 'file-'))
  writeFileSync(join(folder, 'a.png'), await qr('here'))
  writeLabels(folder, [{ file: 'a.png', kind: 'qr', text: 'here' }])
  const script = join(import.meta.dirname, '../../scripts/evaluate.ts')
  const json = join(folder, 'out.json')
  const args = [script, 'codes', '--pictures', folder, '--json', json]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  assert.equal(status, 0)
  assert.match(stdout, /qr +1 +1 \/ 0 \/ 0 +1 \/ 0 \/ 0 +1 \/ 0 \/ 0 +100\.0 %/)
  const written: CodeScores = JSON.parse(readFileSync(json, 'utf8'))
  assert.deepEqual(written.kinds['qr']?.terminal, { right: 1, wrong: 0, none: 0 })
})
