import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createHardhatRuntimeEnvironment } from 'hardhat/hre'
import config from '../hardhat.config.ts'
import { type Links, linkLibraries } from './link-libraries.ts'

/**
 * Says which statements of the contracts the contract tests have run: `node scripts/coverage.ts [test files]`. Builds the
 * contracts a second time with a mark before every statement, and runs the tests on those (see coverage-hook.ts). Marks cost
 * gas, so tests of gas may fail here; they still count as having run.
 */
const ROOT = resolve(import.meta.dirname, '..')
const TESTS = ['test/contracts/*.test.ts', 'test/contracts/{attacks,bad-input,reached}/*.test.ts']
const NOT_MEASURED = 'contracts/mocks/'

type Place = { relativePath: string; tag: string; startUtf16: number; endUtf16: number }
type Marks = { filesMetadata: ReadonlyMap<string, ReadonlyMap<string, Place>> }

/** Compiles with marks, away from the usual build. */
async function build(folder: string) {
  const paths = { artifacts: join(folder, 'artifacts'), cache: join(folder, 'cache') }
  const hre = await createHardhatRuntimeEnvironment({ ...config, paths }, { coverage: true }, ROOT)
  await hre.tasks.getTask('build').run({ quiet: true, force: false })
  const marks = (hre as unknown as { _coverage: Marks })._coverage
  const places = [...marks.filesMetadata.values()].flatMap((each) => [...each.values()])
  const artifact = async (name: string) => {
    const { bytecode, linkReferences } = await hre.artifacts.readArtifact(name)
    return { bytecode: bytecode as string, linkReferences: linkReferences as Links }
  }
  const metadata = (await artifact('Metadata')).bytecode
  const publications = (await artifact('Publications')).bytecode
  const rights = await artifact('Rights')
  const code = {
    metadataBytecode: metadata,
    publicationsBytecode: publications,
    rightsLensBytecode: (await artifact('RightsLens')).bytecode,
    rightsBytecode: linkLibraries(rights, { Metadata: metadata, Publications: publications }),
  }
  const lines = Object.entries(code).map(([name, hex]) => `export const ${name} = '${hex}'\n`)
  await writeFile(join(folder, 'rights.mjs'), lines.join(''))
  return places.filter(({ relativePath }) => !relativePath.startsWith(NOT_MEASURED))
}

/** Runs the tests; resolves when they are through, whatever came of them. */
function runTests(folder: string, files: readonly string[]): Promise<void> {
  const hook = resolve(import.meta.dirname, 'coverage-hook.ts')
  const args = ['--import', hook, '--test', '--test-concurrency=1', '--test-reporter=dot', ...files]
  return new Promise((done) => {
    const env = { ...process.env, COVERAGE_FOLDER: folder }
    const tests = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' })
    tests.on('exit', () => done())
  })
}

async function hitTags(folder: string): Promise<ReadonlySet<string>> {
  const hit = new Set<string>()
  for (const file of await readdir(join(folder, 'hit'))) {
    const tags = JSON.parse(await readFile(join(folder, 'hit', file), 'utf8')) as string[]
    for (const tag of tags) hit.add(tag)
  }
  return hit
}

async function report(places: readonly Place[], hit: ReadonlySet<string>): Promise<string> {
  const lines: string[] = []
  const gaps: string[] = []
  const files = Map.groupBy(places, ({ relativePath }) => relativePath)
  for (const [file, own] of [...files].sort()) {
    const missed = own.filter(({ tag }) => !hit.has(tag))
    lines.push(`${file.padEnd(46)} ${own.length - missed.length}/${own.length}`)
    const text = await readFile(join(ROOT, file), 'utf8')
    for (const { startUtf16, endUtf16 } of missed) {
      const line = text.slice(0, startUtf16).split('\n').length
      const statement = text.slice(startUtf16, endUtf16).replaceAll(/\s+/g, ' ').slice(0, 100)
      gaps.push(`${file}:${line} ${statement}`)
    }
  }
  const reached = places.filter(({ tag }) => hit.has(tag)).length
  lines.push(`${'all'.padEnd(46)} ${reached}/${places.length}`)
  return [...lines, '', ...(gaps.length === 0 ? ['no gaps'] : ['never run:', ...gaps])].join('\n')
}

if (import.meta.main) {
  const given = process.argv.slice(2)
  const folder = await mkdtemp(join(tmpdir(), 'coverage-'))
  try {
    await mkdir(join(folder, 'hit'))
    const places = await build(folder)
    await runTests(folder, given.length === 0 ? TESTS : given)
    process.stdout.write(`\n${await report(places, await hitTags(folder))}\n`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
