import type { Card } from '../domain/card.ts'
import type { Deal } from '../domain/deal/deal.ts'
import type { Effect } from '../domain/deal/effect.ts'
import type { DealEvent, KnownBinding } from '../domain/deal/event.ts'
import type { ErrorCode } from '../domain/errors.ts'
import type { Account, ChatId, DealId, PersonId, RightId, SeriesId } from '../domain/ids.ts'
import type { ProductRef, Sighting } from '../domain/sighting.ts'
import type { Index } from './chain-index.ts'
import type { ChatSpaces } from './chat-spaces.ts'
import type { Contributors } from './contributors.ts'
import type { Desks } from './desk.ts'
import type { Drafts } from './drafts.ts'
import type { Exemplars } from './exemplars.ts'
import type { PhotoOffers } from './photo-offers.ts'
import type { Posts } from './posts.ts'
import type { PrintFormat } from './printer.ts'
import type { Questions } from './questions.ts'

export type { Index } from './chain-index.ts'

/** Something that arrived and waits for its turn. */
export type InboxItem =
  | { type: 'update'; update: unknown }
  /** What a photo turned out to be, and under which hash the picture was kept; null when it was not. */
  | {
      type: 'photo-read'
      person: PersonId
      photo: SentPhoto
      /** Null when nothing can be said of it. */
      sighting: Sighting | null
      hash: string | null
      /** Why nothing can be said of it; null when it was looked at. */
      problem: ErrorCode | null
    }
  /** What a photo that was sent for a product would be taken for now; null for nothing. */
  | {
      type: 'product-looked'
      person: PersonId
      photo: OfferedPhoto
      likest: ProductRef | null
      /** Texts of the codes on it, when one is ours: then it is opened, and offered for nothing. */
      codes: string[]
      /** Why it cannot be offered; null when it can. */
      problem: ErrorCode | null
    }
  /** The pictures of a product could not be compared. */
  | {
      type: 'photos-not-compared'
      person: PersonId
      series: SeriesId
      key: string
      problem: ErrorCode
    }
  /** A photo could not be kept although its seller said yes. */
  | { type: 'photo-not-kept'; person: PersonId; photo: OfferedPhoto; problem: ErrorCode }
  | { type: 'deal'; deal: DealId; event: DealEvent }
  | { type: 'session-ended'; topic: string }
  /** A wallet session now has these accounts on our chain. */
  | { type: 'session-changed'; topic: string; accounts: Account[] }
  /** What the chain changed; whom to tell, both when it does not say. */
  | { type: 'touched'; subjects: string[]; tell?: 'deals' | 'people' }

/**
 * A photo that somebody sent in a chat. `card` is the place of the message that says that it is looked at, and becomes the
 * answer.
 */
export type SentPhoto = {
  chat: ChatId
  fileId: string
  caption: string
  card: string
  /** In a group: the message that is answered. */
  replyTo?: number
  /** It came with others, which are not looked at. */
  isOfAlbum?: boolean
}

/** A photo that a seller sent for a product, under the offer that it belongs to. */
export type OfferedPhoto = {
  chat: ChatId
  fileId: string
  series: SeriesId
  offer: string
  /** Telegram's number of the album that it came in; null when it came alone. */
  album: string | null
}

/** Something a committed step wants done. */
export type OutboxItem =
  | { type: 'effect'; deal: DealId; effect: Effect }
  /** Fetch a photo and look into it; ends in `photo-read`. */
  | { type: 'read-photo'; person: PersonId; photo: SentPhoto }
  /** Fetch a photo that was sent for a product and compare it; ends in `product-looked`. */
  | { type: 'look-at-product'; person: PersonId; photo: OfferedPhoto }
  /** Fetch a photo once more and make it one that its product is recognised by. */
  | { type: 'keep-photo'; person: PersonId; photo: OfferedPhoto }
  /** Take a picture out of the gallery, and its file away unless something else shows it; null for none of the two. */
  | { type: 'forget-picture'; exemplar: number | null; pictureHash: string | null }
  /** Compare the pictures of a product and draw what came of it under this key; else ends in `photos-not-compared`. */
  | { type: 'product-photos'; person: PersonId; series: SeriesId; key: string }
  /** Send a series' code to be printed, as a file. */
  | { type: 'print-code'; chat: ChatId; series: SeriesId; format: PrintFormat; locale: string }
  /** Send a person's whole history, as a file. */
  | { type: 'export'; person: PersonId; locale: string }
  /** Draw a message anew that somebody posted through inline mode. */
  | { type: 'post'; inlineMessageId: string }
  /** Take a message out of a chat: it holds what should not stay there. */
  | { type: 'delete-message'; chat: ChatId; messageId: number }
  | {
      type: 'card'
      chat: ChatId
      key: string
      card: Card
      placement: 'in-place' | 'new'
      /** The message that a new one answers; rows of before hold none. */
      replyTo?: number | null
    }
  /** End a wallet session on both sides. */
  | { type: 'end-session'; topic: string }

/** A row of the inbox or the outbox, with how often it was tried. */
export type Queued<T> = { id: number; key: string; lane: string; item: T; attempts: number }

/** A durable queue. Rows of one lane come out in order, one at a time; a repeated key is dropped on arrival. */
export type Queue<T> = {
  add(entry: { key: string; lane: string; item: T }): Promise<void>
  /**
   * The oldest waiting row of every lane that is not in `busy` and begins with none of `full`, due by now, at most `limit`. A
   * row that cannot be opened, sealed under another key perhaps, is set aside and holds nothing up.
   */
  next(
    busy: readonly string[],
    now: number,
    limit: number,
    full?: readonly string[],
  ): Promise<Queued<T>[]>
  /** How many rows wait in a lane; in all lanes of one kind, where it ends with its colon. */
  waiting(lane: string): Promise<number>
  /** @throws Error when somebody else has finished the row meanwhile, so that what was written about it is undone. */
  done(id: number): Promise<void>
  /** Puts the row back after a failure, which counts; it comes out again at `dueAt` (Unix ms), and its lane waits for it. */
  postpone(id: number, dueAt: number): Promise<void>
  /** As {@link Queue.postpone}, for a row that must only wait and has not failed. */
  delay(id: number, dueAt: number): Promise<void>
  /** Makes every waiting row due: what an earlier run put off was put off by its clock, which may have been another. */
  resume(): Promise<void>
  /** Sets the row aside for good, body and all: nothing will try it again. @throws Error as `done` does. */
  bury(id: number): Promise<void>
}

/** A deal with the version that guards its next write. */
export type StoredDeal = { deal: Deal; version: number; createdAt: number }

/** Deals by what they wait for. */
export type Deals = {
  add(deal: Deal): Promise<void>
  load(id: DealId): Promise<StoredDeal | null>
  /** Writes if nobody else did since `version`; false otherwise. `wakeAt` in Unix seconds. */
  save(deal: Deal, version: number, wakeAt: number | null): Promise<boolean>
  /** Open deals of one person about one subject, newest first. */
  find(query: {
    person?: PersonId
    kind?: Deal['subject']['kind']
    series?: SeriesId
    right?: RightId
    account?: Account
    /** Purchases that pay for this one. */
    paidFor?: DealId
    /** Deliveries that wait for this issuer's answer. */
    askedOf?: Account
  }): Promise<StoredDeal[]>
  /**
   * Deals that name a right or of which it came: all that an account stands in, and the newest of those that somebody only
   * looked at.
   */
  naming(right: RightId): Promise<DealId[]>
  /**
   * Deals whose time has come: by the chain's clock where they wait for one of its deadlines, that is once they are done or
   * while nothing was asked, by ours elsewhere.
   */
  due(
    nowSeconds: number,
    limit: number,
    chainTime?: number,
  ): Promise<{ id: DealId; version: number }[]>
  /** Forgets the deal's time, if the deal is still at this version. */
  sleep(id: DealId, version: number): Promise<void>
}

/** Somebody who wrote to the bot. */
export type Person = { id: PersonId; name: string; locale: string; reachable: boolean }

/** People, by their Telegram id. */
export type People = {
  load(id: PersonId): Promise<Person | null>
  /** Notes who wrote; keeps a language the person has chosen. */
  meet(person: { id: PersonId; name: string; locale: string }): Promise<Person>
  setLocale(id: PersonId, locale: string): Promise<void>
  setReachable(id: PersonId, reachable: boolean): Promise<void>
}

/** Proven pairs of person and account. */
export type Bindings = {
  of(person: PersonId): Promise<KnownBinding[]>
  /** Who has proven this account: several people may share a wallet. */
  peopleOf(account: Account): Promise<PersonId[]>
  /** The pair is forgotten, proof and all. */
  unbind(person: PersonId, account: Account): Promise<void>
  bind(input: {
    person: PersonId
    account: Account
    topic: string
    challenge: string
    signature: string
  }): Promise<void>
  reconnect(person: PersonId, account: Account, topic: string): Promise<void>
  /** A session has ended: its bindings stay proven, without a live wallet. */
  sessionEnded(topic: string): Promise<void>
  /** Who uses a session, and as which account. */
  usersOf(topic: string): Promise<{ person: PersonId; account: Account }[]>
  /** A pair stays known, without a live wallet, and has to be proven again before it is asked for anything. */
  freeze(person: PersonId, account: Account): Promise<void>
  /** The session's wallet is being asked for something. */
  sessionUsed(topic: string): Promise<void>
  /** Sessions that nobody has used since then (Unix milliseconds), at most `limit`, the longest idle first. */
  idleSessions(since: number, limit: number): Promise<string[]>
}

/** Where a card stands and what it showed last. */
export type PlacedCard = {
  messageId: number
  form: 'text' | 'photo'
  pictureId: string | null
  contentHash: string
}

/** Cards by chat and key. */
export type Cards = {
  load(chat: ChatId, key: string): Promise<PlacedCard | null>
  place(chat: ChatId, key: string, card: PlacedCard): Promise<void>
  /** The next drawing becomes a new message. */
  forget(chat: ChatId, key: string): Promise<void>
}

/** What shall be drawn once the transaction is on disk. */
export type Drawings = {
  /** A deal's card as the deal then is; `anew` as a new message at the bottom of the chat. */
  deal(input: { deal: DealId; chat: ChatId; anew: boolean }): Promise<void>
  /**
   * A card that is about no deal. `key` names its place in the chat: an in-place card is edited where it stands, a new one
   * takes the place over.
   */
  card(input: {
    chat: ChatId
    key: string
    card: Card
    placement: 'in-place' | 'new'
    /** The message of this chat that a new one answers. */
    replyTo?: number | null
  }): Promise<void>
  /** News about a right, once per chat and `key`, whatever happens in between. */
  notice(input: { chat: ChatId; right: RightId; key: string; card: Card }): Promise<void>
  /** A message posted through inline mode, as what it shows then is. */
  post(input: { inlineMessageId: string }): Promise<void>
  /** Ends a wallet session; its bindings lose it once it has ended. */
  endSession(topic: string): Promise<void>
  /** Takes a message out of a chat. */
  remove(input: { chat: ChatId; messageId: number }): Promise<void>
  /** The code of a series to print, in each format. */
  printedCode(input: { chat: ChatId; series: SeriesId; locale: string }): Promise<void>
  /** A person's whole history as a file. */
  history(input: { person: PersonId; locale: string }): Promise<void>
  /** Fetches a photo and looks into it. */
  photo(input: { person: PersonId; photo: SentPhoto; key: string }): Promise<void>
  /** Looks at a photo that was sent for a product. */
  offeredPhoto(input: { person: PersonId; photo: OfferedPhoto; key: string }): Promise<void>
  /** Makes a photo one that its product is recognised by. */
  keptPhoto(input: { person: PersonId; photo: OfferedPhoto }): Promise<void>
  /** Forgets what is left of a picture outside the store, once no row needs it. */
  forgottenPicture(input: { exemplar: number | null; pictureHash: string | null }): Promise<void>
  /** How well a product is told from others, in a card that stands under `key` in the person's chat. */
  productPhotos(input: { person: PersonId; series: SeriesId; key: string }): Promise<void>
}

/** Everything one transaction can read and write. */
export type Unit = {
  inbox: Queue<InboxItem>
  outbox: Queue<OutboxItem>
  deals: Deals
  people: People
  bindings: Bindings
  cards: Cards
  drawings: Drawings
  index: Index
  questions: Questions
  drafts: Drafts
  desks: Desks
  posts: Posts
  contributors: Contributors
  exemplars: Exemplars
  chatSpaces: ChatSpaces
  photoOffers: PhotoOffers
  /** Runs once the transaction is on disk; never when it was not. */
  afterCommit(work: () => void): void
}

/** The one way to the database. */
export type Store = {
  /**
   * Runs `work` in one transaction: all of it happens, or none, and as if no other ran at the same time. `work` awaits only
   * its own unit and changes nothing else: a transaction that lost a race is run again from the start.
   */
  transaction<T>(work: (unit: Unit) => Promise<T>): Promise<T>
  close(): Promise<void>
}
