import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { keccak256 } from 'ethers'
import hre from 'hardhat'

type Fragment = { type: string; name?: string }
type Artifact = { abi: readonly Fragment[]; bytecode: string; deployedBytecode: string }

const HEAD = '// Generated from contracts/ by scripts/generate-client.ts. Do not edit.\n'
const MOCKS_OF_TESTS = ['OddCoin', 'Puppet', 'Words']

/**
 * Compiles the contracts and writes their typed client as texts: path from the project's root → file content.
 * Pure but for the compiler's cache, so that a test can compare the result with the committed files.
 */
export async function generateClient(): Promise<Map<string, string>> {
  await hre.tasks.getTask('build').run({ quiet: true, force: false })
  const rights = await readArtifact('Rights')
  const coin = await readArtifact('MockCoin')
  const mocks = await Promise.all(
    MOCKS_OF_TESTS.map(async (name) => {
      const mock = await readArtifact(name)
      return constant(`${lowerFirst(name)}Abi`, abiText(mock)) + bytecode(lowerFirst(name), mock)
    }),
  )
  return new Map([
    [
      'src/domain/generated/rights-abi.ts',
      `${HEAD}\n/** What \`Rights\` can be asked, says and refuses with. */\n${constant('rightsAbi', abiText(rights))}
/** The names of its custom errors, sorted. */\n${constant('rightsErrorNames', errorNamesText(rights))}`,
    ],
    [
      'src/chain/generated/rights.ts',
      `${HEAD}\n/** Creation code of \`Rights\`; the constructor takes name and symbol. */\n${bytecode('rights', rights)}
/** \`keccak256\` of the code that a true copy has on chain. */
export const rightsCodeHash =\n  '${keccak256(rights.deployedBytecode)}'\n`,
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
