/** Questions on their way to a node at the same time; a public one refuses many more. */
const MOST = 8

/** Like `Promise.all(items.map(work))`, with few at work at once. The first failure ends it. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = items.entries()
  const worker = async () => {
    // All workers take from the same iterator.
    for (const [at, item] of waiting) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(MOST, items.length) }, worker))
  return results
}
