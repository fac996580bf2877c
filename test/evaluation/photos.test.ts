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
import sharp from 'sharp'
import { drawnPhoto } from '../bench/photos/drawn-photo.ts'
import { evaluatePhotos } from './photos.ts'
import { readLabels } from './read-labels.ts'

type Row = { file: string; product: string; category: string }
const root = mkdtempSync(join(tmpdir(), 'photos-'))
after(() => rmSync(root, { recursive: true }))
const GROCERY = join(import.meta.dirname, '../../../shared/data/grocery')
const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('pictures')
const skip = !isRequired && !existsSync(GROCERY) && 'there are no real photos here'

function write(name: string, rows: readonly Row[]): string {
  const folder = mkdtempSync(join(root, name))
  writeFileSync(join(folder, 'labels.csv'), stringify([...rows], { header: true }))
  return folder
}

/** The same pictures under other names, in another order, with other words for everything. */
function renamed(folder: string): string {
  const rows = readLabels(folder, ['file', 'product', 'category']) as Row[]
  const others = rows.toReversed().map(({ file, product, category }, at) => ({
    file: join(`deep${at % 3}`, `${(at * 7) % rows.length}-${at}${extname(file)}`),
    product: `p${[...product].reverse().join('')}`,
    category: `c${[...category].reverse().join('')}`,
    from: file,
  }))
  const copy = write('renamed-', others)
  for (const { file, from } of others) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(folder, from), join(copy, file))
  }
  return copy
}

/** A catalogue of six drawn products, and photos of these, of one of their kind, and of another kind. */
async function drawn(): Promise<[catalogue: string, queries: string]> {
  const draw = (seed: number) => drawnPhoto({ width: 400, height: 300, seed })
  const taken = async (seed: number) =>
    sharp(await draw(seed))
      .extract({ left: 20, top: 10, width: 360, height: 280 })
      .modulate({ brightness: 0.9 })
      .jpeg({ quality: 75 })
      .toBuffer()
  const seeds = [1, 2, 3, 4, 5, 6]
  const shown = seeds.map((seed) => ({
    file: `${seed}.jpg`,
    product: `thing ${seed}`,
    category: seed < 4 ? 'red' : 'blue',
  }))
  const catalogue = write('catalogue-', shown)
  for (const seed of seeds) writeFileSync(join(catalogue, `${seed}.jpg`), await draw(seed))
  const asked = [
    ...shown,
    { file: 'near.jpg', product: 'thing 7', category: 'red' },
    { file: 'far1.jpg', product: 'thing 8', category: 'green' },
    { file: 'far2.jpg', product: 'thing 9', category: 'green' },
  ]
  const queries = write('queries-', asked)
  for (const [at, { file }] of asked.entries())
    writeFileSync(join(queries, file), await taken(at + 1))
  return [catalogue, queries]
}

test('known, near and far are told apart, and other names and another order change nothing', async () => {
  const [catalogue, queries] = await drawn()
  const { scores, latency, catalogue: pictures } = await evaluatePhotos(catalogue, queries)
  assert.deepEqual([pictures, scores.known, scores.near, scores.far], [6, 6, 1, 2])
  assert.ok((scores.top1 ?? 0) >= 0.5, 'photos of the pictures themselves are mostly recognised')
  assert.ok(latency.inference.p50 > 0)
  for (const step of ['decode', 'codes', 'numbers', 'describe', 'match', 'look'])
    assert.equal(latency.steps[step]?.count, 9, step)
  const other = await evaluatePhotos(renamed(catalogue), renamed(queries))
  assert.deepEqual(other.scores, scores)
})

test('real groceries are recognised as well whatever they are called', { skip }, async () => {
  const all = readLabels(GROCERY, ['file', 'fine', 'coarse', 'split'])
  const some = [...new Set(all.map(({ fine }) => fine))].filter((_, at) => at % 8 === 0)
  const rows = (split: string, isIn: (product: string, at: number) => boolean) =>
    all
      .filter((row, at) => row.split === split && isIn(row.fine, at))
      .map(({ file, fine, coarse }) => ({ file, product: fine, category: coarse }))
  const known = some.slice(2)
  const folders = [
    write('grocery-', [
      ...rows('iconic', (product) => known.includes(product)),
      ...rows('train', (product, at) => known.includes(product) && at % 2 === 0),
    ]),
    write(
      'asked-',
      rows('val', (product, at) => some.includes(product) && at % 2 === 0),
    ),
  ]
  for (const folder of folders)
    for (const { file } of readLabels(folder, ['file'])) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      cpSync(join(GROCERY, file), join(folder, file))
    }
  const [catalogue = '', queries = ''] = folders
  const { scores } = await evaluatePhotos(catalogue, queries)
  assert.ok(scores.known > 5 && scores.near + scores.far > 0, JSON.stringify(scores))
  // Colours and outlines alone reach less than half; this is no measure, only a sign that the parts fit together.
  assert.ok((scores.top3 ?? 0) >= 0.6, JSON.stringify(scores))
  const other = await evaluatePhotos(renamed(catalogue), renamed(queries))
  assert.deepEqual(other.scores, scores)
})

test('the command says in one line what is wrong with what it was given', async () => {
  const script = join(import.meta.dirname, '../../scripts/evaluate.ts')
  const run = (...args: string[]) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [script, 'photos', ...args], {
      encoding: 'utf8',
    })
    return { status, said: `${stderr}${stdout}` }
  }
  const good = write('good-', [{ file: 'a.jpg', product: 'a', category: 'b' }])
  writeFileSync(join(good, 'a.jpg'), await drawnPhoto({ width: 200, height: 150, seed: 1 }))
  const nonsense = write('nonsense-', [{ file: 'labels.csv', product: 'a', category: 'b' }])
  const lost = write('lost-', [{ file: 'gone.jpg', product: 'a', category: 'b' }])
  const poor = mkdtempSync(join(root, 'poor-'))
  writeFileSync(join(poor, 'labels.csv'), 'file,product\na.jpg,b\n')
  const both = (catalogue: string, queries: string) =>
    run('--catalogue', catalogue, '--queries', queries)
  const cases: readonly [{ status: number | null; said: string }, number, RegExp][] = [
    [run(), 2, /--catalogue is missing/],
    [run('--catalogue', good), 2, /--queries is missing/],
    [both(join(root, 'none'), good), 1, /^There is no folder ".*none"\.\n$/],
    [both(good, root), 1, /^There is no labels.csv in ".*"\.\n$/],
    [both(good, poor), 1, /^.*has no column "category", only: file, product\.\n$/],
    [both(lost, good), 1, /^"gone.jpg" cannot be read in ".*"\.\n$/],
    [
      both(good, nonsense),
      0,
      /^"labels.csv" could not be looked at and counts as not recognised: PHOTO_UNREADABLE\n/,
    ],
    [both(nonsense, good), 1, /^"labels.csv" is no picture that can be looked at\.\n$/],
  ]
  for (const [{ status, said }, code, words] of cases) {
    assert.match(said, words)
    assert.equal(status, code, said)
    assert.doesNotMatch(said, /\n\s+at /, 'no stack')
  }
  const json = join(root, 'out.json')
  const { status, said } = run('--catalogue', good, '--queries', good, '--json', json)
  assert.equal(status, 0, said)
  assert.match(said, /top-1 of known +100\.0 %/)
  assert.match(said, /raw inference/)
  assert.equal(JSON.parse(readFileSync(json, 'utf8')).scores.top1, 1)
})
