import { describe } from 'node:test'
import { bindingsSuite } from './bindings.suite.ts'
import { cardsSuite } from './cards.suite.ts'
import { chatSpacesSuite } from './chat-spaces.suite.ts'
import { dealsSuite } from './deals.suite.ts'
import { deskListsSuite } from './desk-lists.suite.ts'
import { desksSuite } from './desks.suite.ts'
import { draftsSuite } from './drafts.suite.ts'
import { drawingsSuite } from './drawings.suite.ts'
import { exemplarsSuite } from './exemplars.suite.ts'
import { indexSuite } from './index.suite.ts'
import { indexListsSuite } from './index-lists.suite.ts'
import { keyValueSuite } from './key-value.suite.ts'
import { peopleSuite } from './people.suite.ts'
import { photoOffersSuite } from './photo-offers.suite.ts'
import { postsSuite } from './posts.suite.ts'
import { productsSuite } from './products.suite.ts'
import { projectionsSuite } from './projections.suite.ts'
import { pruningSuite } from './pruning.suite.ts'
import { questionsSuite } from './questions.suite.ts'
import { queueSuite } from './queue.suite.ts'
import { relayLedgerSuite } from './relay-ledger.suite.ts'
import type { OpenStore } from './store-adapter.ts'
import { transactionSuite } from './transaction.suite.ts'
import { walletLedgerSuite } from './wallet-ledger.suite.ts'

/** What must hold of every store, a suite for each port. A new port is one line. */
const storeSuites: Record<string, (open: OpenStore) => void> = {
  'Store.transaction': transactionSuite,
  'Unit.inbox': queueSuite('inbox'),
  'Unit.outbox': queueSuite('outbox'),
  'Unit.deals': dealsSuite,
  'Unit.people': peopleSuite,
  'Unit.bindings': bindingsSuite,
  'Unit.cards': cardsSuite,
  'Unit.drawings': drawingsSuite,
  'Unit.index': indexSuite,
  'Unit.index, lists': indexListsSuite,
  'Unit.index and deals, at a desk': deskListsSuite,
  'Unit.questions': questionsSuite,
  'Unit.drafts': draftsSuite,
  'Unit.desks': desksSuite,
  'Unit.posts': postsSuite,
  'Unit.exemplars': exemplarsSuite,
  'Unit.chatSpaces': chatSpacesSuite,
  'Unit.photoOffers': photoOffersSuite,
  'Unit.index, products': productsSuite,
  Projections: projectionsSuite,
  WalletLedger: walletLedgerSuite,
  RelayLedger: relayLedgerSuite,
  KeyValue: keyValueSuite,
  pruneQueues: pruningSuite,
}

/** Runs every suite on the stores that `open` gives; with a reason to skip, each is skipped under its own name. */
export function storeConformance(engine: string, open: OpenStore, skip: string | false = false) {
  for (const [port, suite] of Object.entries(storeSuites)) {
    describe(`${port} on ${engine}`, { skip }, () => suite(open))
  }
}
