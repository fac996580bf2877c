import { join } from 'node:path'
import { Api } from 'grammy'
import { createCoinNames } from './chain/coin-names.ts'
import { createCoinOf } from './chain/coin-of.ts'
import { createChain } from './chain/create-chain.ts'
import { createChainReader } from './chain/create-chain-reader.ts'
import { createRelayer } from './chain/relayer/create-relayer.ts'
import { createSellingCoins } from './chain/selling-coins.ts'
import { createDeals } from './composition/deals.ts'
import { createFeatures } from './composition/features.ts'
import { createPhotos } from './composition/photos.ts'
import { openVision } from './composition/vision.ts'
import type { Config } from './config.ts'
import { createDrawRequests } from './deals/draw-requests.ts'
import { drawStanding } from './deals/draw-standing.ts'
import { isSeriesId } from './domain/chain-subject.ts'
import { toAppError } from './domain/errors.ts'
import type { Account } from './domain/ids.ts'
import { effectFailed } from './features/deal/perform.ts'
import { createPassTracking } from './features/deliver/pass-tracking.ts'
import { createSendHistory } from './features/export/send-history.ts'
import { createSendCode } from './features/my-series/send-code.ts'
import { createTellPeople } from './features/notices/tell-people.ts'
import { createGallery } from './features/product-photos/gallery.ts'
import { createRemindPeople } from './features/remind/remind-people.ts'
import { createDrawPost } from './features/share/draw-post.ts'
import { createDropIdle } from './features/wallets/drop-idle.ts'
import { createSessionChanged } from './features/wallets/session-changed.ts'
import { createBridgePage } from './http/bridge-page.ts'
import { startHttp } from './http/server.ts'
import { createTradePages } from './http/trade/create-trade-pages.ts'
import { loadTexts } from './i18n/texts.ts'
import { createPainter } from './images/painter.ts'
import { createPictureFolder } from './images/picture-folder.ts'
import { createPrinter } from './images/printer.ts'
import { createIndexer } from './indexer/indexer.ts'
import { startFollowing } from './jobs/follow-chain.ts'
import { createGiveUp, createHandleItem } from './jobs/handle-item.ts'
import { startInboxWorker } from './jobs/inbox-worker.ts'
import { startOutboxWorker } from './jobs/outbox-worker.ts'
import { createGiveUpItem, createPerformItem } from './jobs/perform-item.ts'
import { random } from './jobs/random.ts'
import { createShowCard } from './jobs/show-card.ts'
import { startTimer } from './jobs/timer.ts'
import { createWalletIntake } from './jobs/wallet-intake.ts'
import { createFailpoint } from './observability/failpoint.ts'
import { createLog } from './observability/log.ts'
import { createDialect } from './store/create-dialect.ts'
import { openDatabase } from './store/database.ts'
import { fileCategories } from './store/file-categories.ts'
import { startPruning } from './store/prune-queues.ts'
import { createRelayLedger } from './store/relay-ledger.ts'
import { createProjections } from './store/repositories/projections.ts'
import { createQueue } from './store/repositories/queue.ts'
import { createSeal } from './store/seal.ts'
import { createStore } from './store/store.ts'
import { toStoreError } from './store/to-store-error.ts'
import { createWalletKeyValue } from './store/wallet-key-value.ts'
import { createWalletLedger } from './store/wallet-ledger.ts'
import { loadTaxonomy } from './taxonomy/load-taxonomy.ts'
import { createCourier } from './telegram/courier.ts'
import { createPhotoSource } from './telegram/fetch-photo.ts'
import { startIntake } from './telegram/intake.ts'
import { introduceBot } from './telegram/introduce-bot.ts'
import { createMessenger } from './telegram/messenger.ts'
import { createUpdateHandler } from './telegram/update-handler.ts'
import { knownWallets } from './wallet/known-wallets.ts'
import { createWallet } from './wallet/wallet.ts'
import { walletLinks } from './wallet/wallet-links.ts'

const PRUNE_MS = 3600 * 1000
/** Some living rights are looked at each time: 200 in five seconds are three million a day. */
const REMIND_MS = 5000
/** Pictures that were put off, or not looked at because too many waited; what is published wakes whoever looks at them. */
const KEEP_MS = 3000
const IDLE_MS = 3600 * 1000
/** grammY waits 500 s by itself, in which a chat would stand still. A poll takes 30. */
const API_SECONDS = 60
const LOCALES = join(import.meta.dirname, '..', 'locales')

/** The running bot. */
export type App = { httpPort: number; stop(): Promise<void> }

/** Puts the bot together and starts it. The only place that knows every part. */
export async function startApp(config: Config): Promise<App> {
  const log = createLog({ level: config.SCRIP_LOG })
  const failpoint = createFailpoint(config.SCRIP_FAILPOINTS)
  const now = () => Date.now() + config.SCRIP_CLOCK_AHEAD * 1000
  const nowSeconds = () => Math.floor(now() / 1000)
  const onError = (error: unknown) => log.error({ err: error }, 'a step failed')

  // Stores
  const db = await openDatabase(createDialect(config.SCRIP_DATABASE))
  const taxonomy = loadTaxonomy()
  const { lineOf } = taxonomy
  await fileCategories(db, lineOf)
  const pruning = startPruning({ db, now, everyMs: PRUNE_MS, onError })
  const seal = createSeal(Buffer.from(config.SCRIP_KEY, 'hex'))
  const onRowError = (err: unknown, row: { id: number; key: string }) =>
    log.warn({ err, row: row.id, key: row.key }, 'a row failed')
  const chainId = config.SCRIP_CHAIN_ID
  const store = createStore({ db, seal, chainId, now, lineOf, onUnreadable: onRowError })
  // The model is looked at in a thread of its own; the rest is made ready meanwhile.
  const seeing = openVision({ store, taxonomy, models: config.SCRIP_MODELS, log })
  const workers: { wake(): void }[] = []
  const wake = () => {
    for (const worker of workers) worker.wake()
  }

  // The chain and its index
  const rpc = { rpcUrl: config.SCRIP_RPC, chainId: config.SCRIP_CHAIN_ID }
  const rights = config.SCRIP_RIGHTS as Account
  const chain = createChain({
    ...rpc,
    rights,
    nativeSymbol: config.SCRIP_NATIVE_SYMBOL,
    others: config.SCRIP_OTHER_CHAINS,
  })
  const projections = createProjections({
    db,
    inbox: (trx) => createQueue(trx, 'inbox', seal, now),
    outbox: (trx) => createQueue(trx, 'outbox', seal, now),
    failpoint,
    afterWork: wake,
    lineOf,
  })
  const indexer = createIndexer({
    reader: createChainReader({
      ...rpc,
      rights,
      onOddLog: (err) => log.warn({ err }, 'a log of the contract was left out'),
    }),
    projections,
    startBlock: config.SCRIP_START_BLOCK,
    finalDepth: config.SCRIP_FINAL_DEPTH,
  })

  // Who pays the network for people
  const relayer = createRelayer({
    ...rpc,
    chain,
    ledger: createRelayLedger({ database: db, chainId: config.SCRIP_CHAIN_ID, now }),
    limits:
      config.SCRIP_RELAYER_KEY === null
        ? null
        : {
            privateKey: config.SCRIP_RELAYER_KEY,
            dailyWei: BigInt(config.SCRIP_RELAYER_DAILY),
            perPerson: config.SCRIP_RELAYER_PER_PERSON,
            mostFeeWei: BigInt(config.SCRIP_RELAYER_MAX_FEE),
          },
    finalDepth: config.SCRIP_FINAL_DEPTH,
    now,
    failpoint,
    onTrouble: (err) => log.warn({ err }, 'a node did not take a relayed call'),
  })

  // Telegram
  const api = new Api(config.SCRIP_BOT_TOKEN, {
    apiRoot: config.SCRIP_BOT_API,
    timeoutSeconds: API_SECONDS,
  })
  const me = await api.getMe()
  const botLink = (payload: string) => `https://t.me/${me.username}?start=${payload}`
  const { locales, texts } = loadTexts(LOCALES)
  const pictures = createPictureFolder(config.SCRIP_PICTURES)
  const messenger = createMessenger({ api, painter: createPainter(), pictures })

  // Wallets
  const site = config.SCRIP_SITE
  const wallet = createWallet({
    relayUrl: config.SCRIP_RELAY,
    projectId: config.SCRIP_PROJECT_ID,
    metadata: {
      name: me.first_name,
      description: texts('en').plain('bot-about'),
      url: site,
      icons: [],
      redirect: { universal: `https://t.me/${me.username}` },
    },
    chainIds: [config.SCRIP_CHAIN_ID],
    keyValue: createWalletKeyValue({ database: db, seal }),
    ledger: createWalletLedger({ database: db, seal }),
    onEvent: createWalletIntake({ store, chainId: config.SCRIP_CHAIN_ID, afterWork: wake }),
    log,
    extraLinkOrigins: config.SCRIP_WALLET_ORIGINS,
  })

  // Deals, and what people do with them
  const coinNames = createCoinNames(chain)
  const coinOf = createCoinOf(coinNames)
  const showCard = createShowCard({ store, messenger, now })
  const { stepDeal, startDeal, perform, tellDeals, readFacts } = createDeals({
    store,
    chain,
    wallet,
    relayer,
    relays: config.SCRIP_RELAYER_KEY !== null,
    showCard,
    texts,
    random,
    failpoint,
    chainName: config.SCRIP_CHAIN_NAME,
    taxonomy,
    site,
    botLink,
    walletWays: (uri) => walletLinks(uri, site),
    context: ({ person }) => ({
      now: nowSeconds(),
      chainId: config.SCRIP_CHAIN_ID,
      site,
      botName: me.username,
      person,
    }),
  })
  const dropIdle = createDropIdle({ store, now, days: config.SCRIP_SESSION_IDLE_DAYS })
  const drawRequests = createDrawRequests({ texts, coinOf })
  const remindPeople = createRemindPeople({ store, texts })
  const passTracking = createPassTracking(stepDeal)
  const tellPeople = createTellPeople({ texts, coinOf, nowSeconds })
  const drawPost = createDrawPost({ store, messenger, texts, now, parts: { coinOf, botLink } })
  const telegram = { token: config.SCRIP_BOT_TOKEN, apiRoot: config.SCRIP_BOT_API }
  const vision = await seeing
  const gallery = createGallery(vision)
  const coins = createSellingCoins({
    chain,
    addresses: config.SCRIP_COINS as Account[],
    onTrouble: (err) => log.warn({ err }, 'an address of SCRIP_COINS is no coin'),
  })
  const isPublic = site.startsWith('https:')
  const handleUpdate = createUpdateHandler({
    ...telegram,
    me,
    texts,
    coinOf,
    onError,
    features: createFeatures({
      chain,
      random,
      startDeal,
      stepDeal,
      readFacts,
      drawRequests,
      texts,
      taxonomy,
      coins,
      pictureUrl: (hash) => (isPublic ? `${site}/pictures/${hash}.jpg` : null),
      walletName: (topic) => wallet.session(topic)?.peer.name ?? null,
      now,
      coinOf,
      botName: me.username,
      site,
      botLink,
    }),
  })

  const said = { texts, botName: me.username, site, botLink }
  const photos = createPhotos({
    ...said,
    store,
    source: createPhotoSource({ api, ...telegram }),
    vision,
    gallery,
    pictures,
    taxonomy,
    random,
    coins,
    coinOf,
    now,
    handleUpdate,
    onTrouble: (err, picture) => log.warn({ err, picture }, 'a picture could not be looked at'),
  })
  const printing = { printer: createPrinter(), courier: createCourier(api) }
  const sendCode = createSendCode({ ...said, ...printing, store, currency: chain.currency, now })
  const sendHistory = createSendHistory({ store, courier: printing.courier, texts, coinOf, now })

  // Workers
  await store.transaction(async (unit) => {
    await unit.inbox.resume()
    await unit.outbox.resume()
  })
  // Before it is open every session seems to be gone. It does not wait for the relay.
  await wallet.start()
  const toError = (thrown: unknown) => toAppError(toStoreError(thrown))
  const keeping = startFollowing({ catchUp: photos.keepExemplars, everyMs: KEEP_MS, onError })
  const inbox = startInboxWorker({
    store,
    toError,
    handle: createHandleItem({
      handleUpdate,
      stepDeal,
      tellDeals,
      tellPeople: async (unit, subjects) => {
        await tellPeople(unit, subjects)
        await passTracking(unit, subjects)
        await drawRequests(unit, subjects)
        await drawStanding(unit, subjects)
        // What was published this moment is recognised a moment later.
        if (subjects.some(isSeriesId)) unit.afterCommit(keeping.wake)
      },
      sessionChanged: createSessionChanged({ texts }),
      tellOfPhoto: photos.tell,
    }),
    giveUp: createGiveUp({ texts }),
    now,
    onError: onRowError,
    afterWork: wake,
  })
  const outbox = startOutboxWorker({
    store,
    toError,
    perform: createPerformItem({
      showCard,
      perform,
      endSession: wallet.disconnect,
      remove: messenger.remove,
      drawPost,
      sendCode,
      sendHistory,
      see: photos.perform,
    }),
    giveUp: createGiveUpItem({ effectFailed, photoFailed: photos.giveUp }),
    failpoint,
    now,
    onError: onRowError,
    afterWork: wake,
  })
  workers.push(inbox, outbox)

  const languages = { locales, texts }
  const bridge = createBridgePage({ languages, wallets: knownWallets })
  const tradePages = createTradePages({
    languages,
    look: (work) => store.transaction((unit) => work(unit.index)),
    currency: coinNames.read,
    pictures,
    site,
    chainName: config.SCRIP_CHAIN_NAME,
    botName: me.username,
    botLink,
  })
  const http = await startHttp({
    host: config.SCRIP_HTTP_HOST,
    port: config.SCRIP_HTTP_PORT,
    pages: [bridge, tradePages],
    pictures,
  })
  // Telegram allows few changes of these a day; the shop opens all the same.
  await introduceBot({ api, locales, texts }).catch(onError)
  const following = startFollowing({
    catchUp: indexer.catchUp,
    everyMs: config.SCRIP_POLL_MS,
    onError,
  })
  const tending = startFollowing({
    catchUp: relayer.tend,
    everyMs: Math.max(2000, config.SCRIP_POLL_MS),
    onError,
  })
  const reminding = startFollowing({
    catchUp: async () => {
      await remindPeople()
      wake()
    },
    everyMs: REMIND_MS,
    onError,
  })
  const dropping = startFollowing({
    catchUp: async () => {
      if ((await dropIdle()) > 0) wake()
    },
    everyMs: IDLE_MS,
    onError,
  })
  const timer = startTimer({ store, nowSeconds, tickMs: 500, onError, afterWork: wake })
  const intake = startIntake({ api, store, failpoint, afterWork: wake, onError })
  log.info({ bot: me.username, port: http.port }, 'the bot is open')

  return {
    httpPort: http.port,
    async stop() {
      await intake.stop()
      timer.stop()
      await following.stop()
      await tending.stop()
      await reminding.stop()
      await dropping.stop()
      await keeping.stop()
      await inbox.stop()
      await outbox.stop()
      await vision.close()
      await wallet.stop()
      await http.close()
      await pruning.stop()
      await store.close()
    },
  }
}
