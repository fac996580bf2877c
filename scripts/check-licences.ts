import { readFileSync } from 'node:fs'

/** What may be in the tree that users install; copyleft only where the part is used unchanged and can be replaced. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
])

/** Packages whose metadata says less than their licence file; looked at by hand. */
const LOOKED_AT: Readonly<Record<string, string>> = { 'memorystream@0.3.1': 'MIT' }

/** The last releases of WalletConnect that are Apache-2.0; later ones demand the vendor's network. */
const PINNED: Readonly<Record<string, string>> = {
  'node_modules/@walletconnect/sign-client': '2.21.8',
  'node_modules/@reown/walletkit': '1.2.10',
}

type Entry = {
  version?: string
  license?: string
  link?: boolean
  dev?: boolean
  resolved?: string
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>
}
const problems: string[] = []
const entries = Object.entries(lock.packages).filter(([path]) => path !== '')
for (const [path, entry] of entries) {
  const name = `${path.replace(/^.*node_modules\//, '')}@${entry.version}`
  if (entry.resolved !== undefined) problems.push(`${name}: the lockfile names where it came from`)
  const licence = entry.license ?? LOOKED_AT[name] ?? readLicence(path)
  if (!isAllowed(licence)) problems.push(`${name}: ${licence}`)
  const pinned = PINNED[path]
  if (pinned !== undefined && entry.version !== pinned) problems.push(`${name}: must be ${pinned}`)
}
for (const path of Object.keys(PINNED)) {
  if (lock.packages[path] === undefined) problems.push(`${path} is not in the lockfile`)
}
if (entries.length < 100) problems.push(`only ${entries.length} packages were found`)

process.stdout.write(`${entries.length} packages looked at\n`)
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exit(1)
}

/** `(MIT OR X)` needs one allowed choice, `A AND B` all of them. */
function isAllowed(expression: string): boolean {
  const parts = expression.replace(/[()]/g, '')
  if (parts.includes(' OR ')) return parts.split(' OR ').some(isAllowed)
  return parts.split(' AND ').every((each) => ALLOWED.has(each.trim()))
}

/** Not every entry of a lockfile carries its licence; the package itself does. */
function readLicence(path: string): string {
  try {
    const { license } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as {
      license?: unknown
    }
    return typeof license === 'string' ? license : 'unknown'
  } catch {
    return 'unknown'
  }
}
