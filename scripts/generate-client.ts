import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import hre from 'hardhat'
import { type Links, linkLibraries } from './link-libraries.ts'

type Fragment = { type: string; name?: string }
type Artifact = {
  abi: readonly Fragment[]
  bytecode: string
  deployedBytecode: string
  linkReferences: Links
}

const HEAD = '// Generated from contracts/ by scripts/generate-client.ts. Do not edit.\n'
const MOCKS_OF_TESTS = ['Actor', 'Census', 'OddCoin', 'PhantomCoin', 'Puppet', 'Words']
const LIBRARIES = ['Metadata', 'Publications']

/**
 * Compiles the contracts and writes their typed client as texts: path from the project's root → file content.
 * Pure but for the compiler's cache, so that a test can compare the result with the committed files.
 */
export async function generateClient(): Promise<Map<string, string>> {
  await hre.tasks.getTask('build').run({ quiet: true, force: false })
  const rights = await readArtifact('Rights')
  const lens = await readArtifact('RightsLens')
  const coin = await readArtifact('MockCoin')
  const libraries = new Map<string, Artifact>()
  for (const name of LIBRARIES) libraries.set(name, await readArtifact(name))
  const parts = [...libraries].map(([name, library]) => bytecode(lowerFirst(name), library))
  const mocks = await Promise.all(
    MOCKS_OF_TESTS.map(async (name) => {
      const mock = await readArtifact(name)
      return constant(`${lowerFirst(name)}Abi`, abiText(mock)) + bytecode(lowerFirst(name), mock)
    }),
  )
  return new Map([
    [
      'src/domain/generated/rights-abi.ts',
      `${HEAD}\n/** What \`Rights\` can be asked, says and refuses with. */\n${constant('rightsAbi', abiText(withErrorsOf(rights, libraries)))}
/** The names of its custom errors, sorted. */\n${constant('rightsErrorNames', errorNamesText(withErrorsOf(rights, libraries)))}
/** What \`RightsLens\` can be asked. */\n${constant('rightsLensAbi', abiText(lens))}`,
    ],
    [
      'src/chain/generated/rights.ts',
      `${HEAD}\n/** Creation code of \`Rights\`, linked; the constructor takes name and symbol. */\n${bytecode('rights', linked(rights, libraries))}
/** Of \`RightsLens\`. */\n${bytecode('rightsLens', lens)}
/** Of the linked libraries. */\n${parts.join('')}`,
    ],
    [
      'src/sandbox/chain/generated/mock-coin.ts',
      `${HEAD}\n/** The test stablecoin. */\n${constant('mockCoinAbi', abiText(coin))}
/** Its creation code. */\n${bytecode('mockCoin', coin)}`,
    ],
    ['test/contracts/generated/mocks.ts', `${HEAD}\n${mocks.join('\n')}`],
  ])
}

async function readArtifact(name: string): Promise<Artifact> {
  return (await hre.artifacts.readArtifact(name)) as unknown as Artifact
}

/** Errors that a linked library reverts with are the contract's as well. */
function withErrorsOf(artifact: Artifact, libraries: ReadonlyMap<string, Artifact>): Artifact {
  const all = [artifact, ...libraries.values()].flatMap(({ abi }, index) =>
    index === 0 ? abi : abi.filter(({ type }) => type === 'error'),
  )
  const texts = new Set(all.map((fragment) => JSON.stringify(fragment)))
  return { ...artifact, abi: [...texts].map((text) => JSON.parse(text) as Fragment) }
}

/** The code with the libraries' addresses where the compiler left holes. */
function linked(artifact: Artifact, libraries: ReadonlyMap<string, Artifact>): Artifact {
  const codes = Object.fromEntries([...libraries].map(([name, { bytecode: code }]) => [name, code]))
  return { ...artifact, bytecode: linkLibraries(artifact, codes) }
}

/** One fragment a line: readable differences, and types for those who infer from it. */
function abiText({ abi }: Artifact): string {
  return `[\n${abi.map((fragment) => `  ${JSON.stringify(fragment)},`).join('\n')}\n]`
}

function errorNamesText({ abi }: Artifact): string {
  const names = abi.filter(({ type }) => type === 'error').map(({ name }) => `  '${name}',`)
  return `[\n${names.sort().join('\n')}\n]`
}

function constant(name: string, text: string): string {
  return `export const ${name} = ${text} as const\n`
}

function bytecode(name: string, artifact: Artifact): string {
  return `export const ${name}Bytecode =\n  '${artifact.bytecode}'\n`
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

if (import.meta.main) {
  for (const [path, text] of await generateClient()) {
    const file = resolve(import.meta.dirname, '..', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
