import type { InboxItem, OutboxItem, Store, Unit } from '../ports/store.ts'
import type { LineOf } from './category-path.ts'
import type { Database } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import { createBindings } from './repositories/bindings.ts'
import { createCards } from './repositories/cards.ts'
import { createChatSpaces } from './repositories/chat-spaces.ts'
import { createContributors } from './repositories/contributors.ts'
import { createDeals } from './repositories/deals.ts'
import { createDesks } from './repositories/desks.ts'
import { createDrafts } from './repositories/drafts.ts'
import { createDrawings } from './repositories/drawings.ts'
import { createExemplars } from './repositories/exemplars.ts'
import { createIndexReader } from './repositories/index-reader.ts'
import { createPeople } from './repositories/people.ts'
import { createPhotoOffers } from './repositories/photo-offers.ts'
import { createPosts } from './repositories/posts.ts'
import { createQuestions } from './repositories/questions.ts'
import { createQueue } from './repositories/queue.ts'
import type { Seal } from './seal.ts'

/**
 * The store over one database. Transactions are serializable: on SQLite they run one after another, on PostgreSQL as if they
 * did, so `work` may be run again (see {@link inTransaction}). What must follow a commit runs after it.
 */
export function createStore(deps: {
  db: Database
  seal: Seal
  chainId: number
  now: () => number
  /** The tree of categories: `Taxonomy.lineOf`. */
  lineOf: LineOf
  /** A row of a queue was set aside, because it cannot be opened. */
  onUnreadable?: (error: unknown, row: { id: number; key: string }) => void
}): Store {
  const { db, seal, chainId, now, lineOf } = deps
  return {
    async transaction(work) {
      let after: (() => void)[] = []
      const result = await inTransaction(db, (trx) => {
        after = []
        return work(createUnit(trx, after))
      })
      for (const each of after) each()
      return result
    },
    close: () => db.destroy(),
  }

  function createUnit(trx: Database, after: (() => void)[]): Unit {
    const onUnreadable: typeof deps.onUnreadable = (error, row) =>
      after.push(() => deps.onUnreadable?.(error, row))
    const outbox = createQueue<OutboxItem>(trx, 'outbox', seal, now, onUnreadable)
    const cards = createCards(trx)
    return {
      inbox: createQueue<InboxItem>(trx, 'inbox', seal, now, onUnreadable),
      outbox,
      deals: createDeals(trx, seal, now),
      people: createPeople(trx, now),
      bindings: createBindings(trx, chainId, now),
      cards,
      drawings: createDrawings(outbox, cards),
      index: createIndexReader(trx, lineOf),
      questions: createQuestions(trx, seal, now),
      drafts: createDrafts(trx, now),
      desks: createDesks(trx, now),
      posts: createPosts(trx, now),
      contributors: createContributors(trx),
      exemplars: createExemplars(trx, now),
      chatSpaces: createChatSpaces(trx, now),
      photoOffers: createPhotoOffers(trx, seal, now),
      afterCommit: (each) => after.push(each),
    }
  }
}
