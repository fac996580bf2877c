import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** One encrypted message that waits for its readers. Times in Unix milliseconds. */
export type Letter = {
  id: string
  topic: string
  message: string
  tag: number
  sender: string
  publishedAt: number
  expiresAt: number
}

/** The letters of all topics, and who has taken which. */
export type Mailboxes = {
  /** Keeps a letter; the same message on the same topic is one letter. */
  add(letter: Omit<Letter, 'id'>): Letter
  /** Remembers that a client has taken a letter. */
  taken(id: string, client: string): void
  /** What a client may still read on a topic, oldest first: never its own letters, nor what it took already. */
  waiting(topic: string, client: string, now: number): Letter[]
  has(id: string): boolean
}

type Line = { type: 'letter'; letter: Letter } | { type: 'taken'; id: string; client: string }

/** Mailboxes in memory; with `file`, also in an append-only log, so that a restart loses nothing. */
export function createMailboxes({
  file,
  now,
}: {
  file: string | null
  now: () => number
}): Mailboxes {
  const letters = new Map<string, Letter>()
  const readers = new Map<string, Set<string>>()

  const apply = (line: Line): void => {
    if (line.type === 'letter') letters.set(line.letter.id, line.letter)
    else readers.set(line.id, (readers.get(line.id) ?? new Set()).add(line.client))
  }
  const record = (line: Line): void => {
    apply(line)
    if (file !== null) appendFileSync(file, `${JSON.stringify(line)}\n`)
  }
  const dropExpired = (at: number): void => {
    for (const letter of letters.values()) {
      if (letter.expiresAt > at) continue
      letters.delete(letter.id)
      readers.delete(letter.id)
    }
  }

  if (file !== null && existsSync(file)) {
    for (const text of readFileSync(file, 'utf8').split('\n')) {
      const line = parseLine(text)
      if (line !== null) apply(line)
    }
    dropExpired(now())
    writeFileSync(`${file}.new`, dump(letters, readers))
    renameSync(`${file}.new`, file)
  }

  return {
    add(parts) {
      const id = createHash('sha256').update(parts.topic).update(parts.message).digest('hex')
      const known = letters.get(id)
      if (known !== undefined) return known
      const letter = { id, ...parts }
      record({ type: 'letter', letter })
      return letter
    },
    taken(id, client) {
      if (letters.has(id)) record({ type: 'taken', id, client })
    },
    waiting(topic, client, at) {
      dropExpired(at)
      return [...letters.values()].filter(
        (letter) =>
          letter.topic === topic &&
          letter.sender !== client &&
          !(readers.get(letter.id)?.has(client) ?? false),
      )
    },
    has: (id) => letters.has(id),
  }
}

/** A kill may cut the last line short; such a line was never acknowledged to anybody. */
function parseLine(text: string): Line | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function dump(letters: Map<string, Letter>, readers: Map<string, Set<string>>): string {
  const lines: Line[] = []
  for (const letter of letters.values()) {
    lines.push({ type: 'letter', letter })
    for (const client of readers.get(letter.id) ?? []) {
      lines.push({ type: 'taken', id: letter.id, client })
    }
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}
