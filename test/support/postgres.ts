import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../src/sandbox/world/free-port.ts'
import { createDatabases, type Databases } from './postgres-databases.ts'

const DEBIAN = '/usr/lib/postgresql'
const START_MS = 60_000

/** Where PostgreSQL's server programs are, the newest first, or null. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a))
  const folders = [
    ...newestFirst.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  const has = (folder: string) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))
  return folders.find(has) ?? null
}

/** Why tests on PostgreSQL are skipped here, or false; never where `SCRIP_REQUIRE` names postgres. */
export function postgresSkip(): string | false {
  const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('postgres')
  return findPostgres() === null && !isRequired
    ? 'needs PostgreSQL: apt-get install postgresql'
    : false
}

/** A throw-away server on loopback. */
export type PostgresServer = Databases & {
  /** Ends the server and deletes all it had. */
  close(): Promise<void>
}

/**
 * Starts a server in a folder of its own, with nothing that only matters when the power fails. Its language is English, so
 * that whatever hangs on the server's order of letters shows. It ends with this process, however that ends.
 * @throws Error when there is no server program, or it does not start.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres()
  if (programs === null) throw new Error('PostgreSQL is required and was not found')
  const folder = mkdtempSync(join(tmpdir(), 'scrip-postgres-'))
  const user = unprivilegedUser()
  if (user !== null) chownSync(folder, user.uid, user.gid)
  const port = await freePort()

  const server = spawn('sh', ['-c', KEEP, 'sh', programs, folder, String(port)], {
    stdio: ['pipe', 'ignore', 'pipe'],
    cwd: folder,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
    // What is sent to all of us, as Ctrl+C is, must not end the shell before it has cleaned up.
    detached: true,
    ...(user ?? {}),
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const close = async () => {
    server.stdin.end()
    await ended
  }
  const lines: string[] = []
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`PostgreSQL ${why}:\n${lines.join('\n')}`))
    const timer = setTimeout(() => fail('did not start in time'), START_MS)
    createInterface({ input: server.stderr }).on('line', (line) => {
      lines.push(line)
      if (!line.includes('ready to accept connections')) return
      clearTimeout(timer)
      resolve()
    })
    void ended.then(() => fail('ended before it was ready'))
    server.once('error', () => fail('could not be started'))
  })
  return { ...createDatabases(port), close }
}

/** Makes the cluster, runs the server until our end of the pipe closes or it ends by itself, and removes everything. */
const KEEP = `
# A shell gives what it starts in the background no input of its own.
exec 3<&0
programs=$1; folder=$2; port=$3
"$programs/initdb" --pgdata="$folder/data" --username=scrip --auth=trust --encoding=UTF8 --no-sync \\
  $("$programs/initdb" --help | grep -q icu-locale && echo --locale-provider=icu --icu-locale=en) >&2 || exit 1
"$programs/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
  -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200 &
server=$!
( cat <&3 >/dev/null; kill -INT $server ) &
wait $server
rm -rf "$folder"
`

/** PostgreSQL refuses to run as root: then as its own user, or as nobody. Null when we are somebody else already. */
function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = users.find(([known]) => known === name)
    if (found !== undefined) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user postgres nor nobody',
  )
}
