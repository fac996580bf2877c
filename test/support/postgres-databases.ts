import { Client } from 'pg'

/** Databases of one server. */
export type Databases = {
  /** Makes an empty database and gives its address. */
  create(): Promise<string>
  /** Deletes a database by its address, whoever is still connected. */
  drop(url: string): Promise<void>
  /** Cuts every connection to a database, as a server that is restarted does. */
  cut(url: string): Promise<void>
}

/** The databases of the server on that port of loopback. */
export function createDatabases(port: number): Databases {
  let count = 0
  const root = `postgres://scrip@127.0.0.1:${port}`
  const run = async (statement: string) => {
    const client = new Client({ connectionString: `${root}/postgres` })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const nameOf = (url: string) => new URL(url).pathname.slice(1)
  return {
    async create() {
      const name = `scrip_${++count}`
      await run(`create database ${name}`)
      return `${root}/${name}`
    },
    drop: (url) => run(`drop database ${nameOf(url)} with (force)`),
    cut: (url) =>
      run(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameOf(url)}'`,
      ),
  }
}
