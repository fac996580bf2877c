import { readFileSync } from 'node:fs'

/** One thing a guide tells its reader to do or to look for. */
export type GuideStep =
  | { do: 'press' | 'type' | 'approve' | 'see' | 'send'; words: string }
  | { do: 'picture'; name: string }

const STEP =
  /\b(press|type|approve|see|send)(?:\s+the\s+photo)?\s+\*\*(.+?)\*\*|!\[[^\]]*\]\(\.\.\/images\/guides\/([\w-]+)\.png\)/gis

/**
 * The steps of a guide, in the order in which they stand: *press*, *type*, *approve*, *see* and *send the photo* before bold
 * words, and pictures. Words that only explain are in italics.
 */
export function guideSteps(name: string): GuideStep[] {
  const text = readFileSync(`docs/guides/${name}.md`, 'utf8')
  return [...text.matchAll(STEP)].map(([, verb, words = '', picture]) =>
    picture === undefined
      ? { do: (verb ?? '').toLowerCase() as 'press', words: words.replace(/\s+/g, ' ') }
      : { do: 'picture', name: picture },
  )
}
