/** Telegram shows no more over a chat. */
const MOST = 200
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
}

/**
 * A card's text as the words over a chat: without marks, and whole. Where it is too long its last line goes first (of an
 * error: that no money moved), and then words from its end.
 */
export function alertText(html: string): string {
  const plain = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|amp|quot);/g, (each) => ENTITIES[each] ?? each)
  if (plain.length <= MOST) return plain
  const head = plain.includes('\n') ? plain.slice(0, plain.lastIndexOf('\n')) : plain
  if (head.length <= MOST) return head
  const start = head.slice(0, MOST - 1).toWellFormed()
  // Chinese has no spaces to cut at.
  const end = start.lastIndexOf(' ')
  return `${(end > MOST / 2 ? start.slice(0, end) : start).replace(/[\s\ufffd]+$/, '')}…`
}
