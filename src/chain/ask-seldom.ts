/** For how long a failure is the answer. */
const REST_MS = 2000

/**
 * The same question, asked of the node at most once at a time for each key, and after a failure not again for a moment:
 * whoever asks meanwhile gets the same failure. Answers are for the caller to keep.
 */
export function askSeldom<Key, Answer>(
  ask: (key: Key) => Promise<Answer>,
  { restMs = REST_MS, now = Date.now }: { restMs?: number; now?: () => number } = {},
): (key: Key) => Promise<Answer> {
  const asked = new Map<Key, { answer: Promise<Answer>; failedAt: number | null }>()
  return function askOnce(key) {
    const last = asked.get(key)
    const isOver = last != null && last.failedAt !== null && now() - last.failedAt >= restMs
    if (last !== undefined && !isOver) return last.answer
    const question: { answer: Promise<Answer>; failedAt: number | null } = {
      answer: ask(key),
      failedAt: null,
    }
    asked.set(key, question)
    question.answer.then(
      () => asked.delete(key),
      () => {
        question.failedAt = now()
      },
    )
    return question.answer
  }
}
