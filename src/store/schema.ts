import type { Generated } from 'kysely'
import type { Subject } from '../domain/deal/subject.ts'

/**
 * Every table of Scrip. Times are Unix milliseconds unless named `…_time` (Unix seconds of a block); amounts are decimal
 * text; bodies are JSON, sealed where they may hold a secret.
 */
export type Schema = {
  inbox: QueueTable
  outbox: QueueTable
  deal: DealTable
  person: PersonTable
  binding: BindingTable
  card: CardTable
  chain_block: ChainBlockTable
  chain_event: ChainEventTable
  series: SeriesTable
  held_right: HeldRightTable
  wallet_pairing: WalletPairingTable
  wallet_request: WalletRequestTable
  key_value: KeyValueTable
  relay_call: RelayCallTable
  relay_transaction: RelayTransactionTable
  right_of_deal: DealRightTable
  question: QuestionTable
  draft: DraftTable
  desk: DeskTable
  invitation: InvitationTable
  post: PostTable
  contributor: ContributorTable
  exemplar: ExemplarTable
  chat_space: ChatSpaceTable
  photo_offer: PhotoOfferTable
}

/**
 * A durable queue: the inbox holds what arrived, the outbox what committed steps want done. Rows of one lane are worked
 * off in order; the unique key drops repeats on arrival.
 */
export type QueueTable = {
  id: Generated<number>
  key: string
  lane: string
  body: string
  state: 'waiting' | 'done' | 'dead'
  attempts: number
  due_at: number
  added_at: number
  /** When the row became done or dead. */
  finished_at: number | null
}

/** One row per thing that takes time; the state is the reducer's, sealed. */
export type DealTable = {
  id: string
  kind: Subject['kind']
  person_id: number
  version: number
  stage: string
  series_id: string | null
  right_id: string | null
  account: string | null
  paid_for: string | null
  asked_of: string | null
  state: string
  wake_at: number | null
  created_at: number
  updated_at: number
}

/** Somebody who wrote to the bot. */
export type PersonTable = {
  id: number
  name: string
  locale: string
  reachable: number
  created_at: number
}

/** A proven pair of person and account. `topic` is the live wallet session, if any. */
export type BindingTable = {
  person_id: number
  chain_id: number
  account: string
  signature: string
  challenge: string
  topic: string | null
  bound_at: number
  /** When its wallet was last asked for something. */
  used_at: number | null
}

/** Where a card stands in a chat, and what it showed last. */
export type CardTable = {
  chat_id: number
  card_key: string
  message_id: number
  form: 'text' | 'photo'
  picture_id: string | null
  content_hash: string
}

/** A block the index follows; unfinal ones are linked by their parents' hashes. */
export type ChainBlockTable = {
  number: number
  hash: string
  parent_hash: string
  block_time: number
  final: number
}

/** A decoded event of `Rights`: the log from which every projection can be rebuilt. */
export type ChainEventTable = {
  block_number: number
  log_index: number
  subject: string
  party: string | null
  body: string
}

/** Projection: a series as the chain has it. */
export type SeriesTable = {
  id: string
  issuer: string
  body: string
  sold: number
  sale_limit: number
  category: number
  /** The category with what it stands under: see `categoryPath`. */
  category_path: string
  /** By which copies are found. */
  picture_hash: string | null
  name_key: string | null
  product_number: string | null
  block_number: number
}

/** Projection: a right as the chain has it. */
export type HeldRightTable = {
  id: string
  series_id: string
  holder: string
  minted_to: string
  reference: string | null
  tx_hash: string
  body: string
  burned: number
  /** As written on chain; the clock is asked by who reads it. */
  state: string
  issuer: string
  state_key: string | null
  came_from: string | null
  block_number: number
}

/** A wallet pairing that was offered and waits for a wallet. */
export type WalletPairingTable = {
  attempt: string
  pairing_topic: string
  expires_at: number
}

/** One question put to a wallet; the row is committed before the question is published. */
export type WalletRequestTable = {
  prompt: string
  topic: string
  method: string
  params_hash: string
  request_id: string | null
  state: 'begun' | 'published' | 'answered' | 'delivered'
  answer: string | null
  expires_at: number
}

/** keyv's table: conversation state and WalletConnect's storage, sealed. */
export type KeyValueTable = {
  key: string
  value: string
}

/** A call that the relayer pays for; the row is committed before anybody outside sees its transaction. */
export type RelayCallTable = {
  chain_id: number
  relay_key: string
  person_id: number
  receiver: string
  data: string
  sender: string
  nonce: number
  gas: string
  /** The most that it can cost; once settled, what it did. */
  cost_wei: string
  /** The day (UTC, since 1970) whose budget pays, and the day it was asked for. */
  cost_day: number
  added_day: number
  included: string | null
  settled: number
}

/** A transaction that the relayer signed for a call: the first, or one that replaces it. */
export type RelayTransactionTable = {
  hash: string
  chain_id: number
  relay_key: string
  place: number
  raw: string
  max_fee_wei: string
  tip_wei: string
  signed_at: number
}

/** Which rights a deal is about. */
export type DealRightTable = { right_id: string; deal_id: string }

/** What a person was asked last and has not answered: at most one. Sealed. */
export type QuestionTable = { person_id: number; body: string; asked_at: number }

/** A product that somebody is about to publish. */
export type DraftTable = { id: string; person_id: number; body: string; updated_at: number }

/** People who serve an issuer's desk by invitation. */
export type DeskTable = { issuer: string; person_id: number; added_at: number }

/** Invitations to serve, by the hash of their secret; used once. */
export type InvitationTable = {
  secret_hash: string
  issuer: string
  used_by: number | null
  expires_at: number
}

/** Contributors by a short number that fits into a button. */
export type ContributorTable = { number: Generated<number>; account: string }

/** Messages that people posted through inline mode, to keep them true. */
export type PostTable = {
  inline_message_id: string
  subject: string
  person_id: number
  locale: string
  content_hash: string | null
  posted_at: number
}

/** A picture that a product is recognised by. Vectors are wanted from `wanted_at` on; null while it has those of the present model. */
export type ExemplarTable = {
  id: Generated<number>
  issuer: string
  product_number: string
  picture_hash: string
  kind: 'catalogue' | 'photo'
  category: number
  given_by: number | null
  /** What made the vectors. */
  model: string | null
  vectors: Uint8Array | null
  wanted_at: number | null
  added_at: number
  /** How often it could not be looked at since it was last. */
  tries: Generated<number>
}

/** The space that a chat was shown last. */
export type ChatSpaceTable = { chat_id: number; account: string; shown_at: number }

/** Photos that somebody sent for a product and was asked about: where Telegram has them, sealed. */
export type PhotoOfferTable = { id: string; body: string; offered_at: number }
