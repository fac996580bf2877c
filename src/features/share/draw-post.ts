import type { Messenger } from '../../ports/messenger.ts'
import type { Store } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'
import { type PostParts, postingOf } from './find-posts.ts'

/** Draws a posted message as what it shows is now; one that shows that already is left alone. `dueAt` in Unix ms. */
export function createDrawPost(deps: {
  store: Store
  messenger: Messenger
  texts: (locale: string) => Texts
  parts: Omit<PostParts, 'texts'>
  now: () => number
}): (inlineMessageId: string) => Promise<{ type: 'nothing' } | { type: 'later'; dueAt: number }> {
  const { store, messenger, texts, parts, now } = deps
  return async function drawPost(id) {
    const found = await store.transaction(async (unit) => {
      const post = await unit.posts.load(id)
      const posting =
        post === null ? null : await postingOf(unit, { ...parts, texts: texts(post.locale) }, post)
      return post === null || posting === null ? null : { post, card: posting.card }
    })
    if (found === null) return { type: 'nothing' }
    const { post, card } = found
    const drawn = await messenger.redraw(id, card, post.contentHash)
    if (drawn.type === 'wait') return { type: 'later', dueAt: now() + drawn.ms }
    await store.transaction((unit) =>
      drawn.type === 'gone' ? unit.posts.forget(id) : unit.posts.drawn(id, drawn.contentHash),
    )
    return { type: 'nothing' }
  }
}
