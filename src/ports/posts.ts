import type { PersonId } from '../domain/ids.ts'

/** A message somebody posted through inline mode. `subject` is a series' id (and after a
 * colon its contributor), a right's id, `send:` and its reference, `deal:` and its id, or `space:` and an account. */
export type Post = {
  inlineMessageId: string
  subject: string
  person: PersonId
  locale: string
  /** Of what it shows (`cardHash`). */
  contentHash: string
}

/** Posts, to keep them true. The newest 50 of a subject are kept in sight, those with more behind a colon among them. */
export type Posts = {
  add(post: Post): Promise<void>
  of(subject: string): Promise<Post[]>
  load(inlineMessageId: string): Promise<Post | null>
  drawn(inlineMessageId: string, contentHash: string): Promise<void>
  /** It is gone, or we may not change it. */
  forget(inlineMessageId: string): Promise<void>
}
