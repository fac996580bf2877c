import type { WorldView } from '../../../driver/client.ts'
import type { DriverPerson } from '../../../driver/driver.ts'
import type { Ledger } from '../../../driver/ledger.ts'
import type { Frame } from '../../../relay/frame-log.ts'
import type {
  ChatView,
  Exchange,
  InlineDraft,
  InlineView,
  MessageView,
  NameView,
} from '../../../telegram/types.ts'
import type { WalletView } from '../../../wallets/person-wallet.ts'
import type { TextKey } from './texts-en.ts'

/** What a phone can show. */
export type Screen = 'list' | 'chat' | 'wallet'

/** What lies over a phone's screen until it is closed. */
export type Sheet =
  | { type: 'menu'; message: MessageView }
  | { type: 'forward'; message: MessageView }
  | { type: 'share'; text: string; chats: number[] }
  | { type: 'photo'; message: MessageView }
  | { type: 'alert'; text: string }
  | { type: 'web'; url: string }
  | { type: 'draft'; draft: InlineDraft }
  | { type: 'scan' }
  | { type: 'attach' }
  | { type: 'screenshot'; message: MessageView }
  | { type: 'contacts'; label: string; offered: NameView[]; chosen: number[] }
  | { type: 'new-group'; chosen: number[] }
  | { type: 'chat-info' }
  | { type: 'add-member' }
  | { type: 'member'; user: NameView }
  | { type: 'add-bot'; payload: string | null; groups: number[] }

/** One person's phone. */
export type PhoneState = {
  person: DriverPerson
  screen: Screen
  chatId: number | null
  chats: ChatView[]
  /** Messages of the chats that were opened. */
  messages: Map<number, MessageView[]>
  unread: Map<number, number>
  wallet: WalletView | null
  sheet: Sheet | null
  toast: string | null
  typing: { chatId: number; name: string } | null
  draft: string
  /** The message that what is written next answers, or takes the place of. */
  answering: { how: 'reply' | 'edit'; message: MessageView } | null
  isMenuOpen: boolean
  strip: InlineView | null
  /** Presses and decisions that have no answer yet. */
  busy: Set<string>
  copied: string | null
}

/** Everything the page knows. */
export type PageState = {
  phones: PhoneState[]
  bot: WorldView['bot']
  ledger: Ledger
  botRunning: boolean
  /** Unix milliseconds when the bot was last killed. */
  botLeftAt: number
  relayOn: boolean
  isConnected: boolean
  language: 'en' | 'zh'
  drawer: 'faults' | 'wire' | null
  /** Whose phone a narrow window shows. */
  shown: string
  stepsDismissed: boolean
  /** The guided minute while it plays by itself; `target` is what the finger is over. */
  play: { scene: number; caption: TextKey; target: string | null } | null
  /** The right that the life line is about; null follows the newest change. */
  right: string | null
  /** Whether a picture has a code in it, by the picture's id. */
  codes: Map<string, boolean>
  /** Who was made an administrator or muted on this page, as {@link markOf} names it: chats do not tell. */
  marks: Set<string>
  wire: { exchanges: Exchange[]; frames: Frame[] }
  faults: {
    depth: number
    keepTransactions: boolean
    isStrict: boolean
    isUnruly: boolean
    note: string | null
  }
}

/** A phone just taken out of its box. */
export function newPhone(person: DriverPerson): PhoneState {
  return {
    person,
    screen: 'list',
    chatId: null,
    chats: [],
    messages: new Map(),
    unread: new Map(),
    wallet: null,
    sheet: null,
    toast: null,
    typing: null,
    draft: '',
    answering: null,
    isMenuOpen: false,
    strip: null,
    busy: new Set(),
    copied: null,
  }
}

const ORDER = ['buyer', 'seller', 'recipient']

/** The page before anything has happened on it. */
export function newState(world: WorldView, language: PageState['language']): PageState {
  const people = [...world.people].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
  return {
    phones: people.map(newPhone),
    bot: world.bot,
    ledger: world.ledger,
    botRunning: world.botRunning,
    botLeftAt: 0,
    relayOn: world.relayOn,
    isConnected: true,
    language,
    drawer: null,
    shown: people[0]?.person ?? '',
    stepsDismissed: false,
    play: null,
    right: null,
    codes: new Map(),
    marks: new Set(),
    wire: { exchanges: [], frames: [] },
    faults: { depth: 1, keepTransactions: true, isStrict: false, isUnruly: false, note: null },
  }
}

/** The chat on a phone's screen, or null in the list. */
export function openChatOf(phone: PhoneState): ChatView | null {
  return phone.chats.find(({ chatId }) => chatId === phone.chatId) ?? null
}

/** The name of a mark on a member of a group. */
export function markOf(mark: 'administrator' | 'mute', chat: number, user: number): string {
  return `${mark} ${chat} ${user}`
}
