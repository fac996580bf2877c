import { SignClient } from '@walletconnect/sign-client'
import type { SdkStorage } from './sdk-storage.ts'

/** The WalletConnect client. */
export type Sdk = InstanceType<typeof SignClient>

/** How our side introduces itself to wallets. */
export type WalletMetadata = {
  name: string
  description: string
  /** Our https address; wallets show it and may compare it with a list of bad ones. */
  url: string
  icons: string[]
  /** `universal` is where a wallet goes back to: `https://t.me/<bot>`. */
  redirect?: { universal: string }
}

/** A record of the SDK's history: one JSON-RPC request, ours or theirs, and its answer once there is one. */
export type SdkRecord = {
  id: number
  topic: string
  request: { method: string; params: unknown }
  response?: { result: unknown } | { error: unknown }
}

/**
 * Opens the client. `attach` runs when it exists and has not done anything yet, so that no event can be missed.
 * What the SDK publishes leaves only after what it remembers about it is on disk. Parts of the SDK that no public call
 * reaches are touched here, in `await-checks.ts` and in `sdk-repair.ts` only; all hold for 2.21.8, which is pinned exactly.
 */
export async function openSdk<Attached>({
  relayUrl,
  projectId,
  metadata,
  storage,
  instance,
  attach,
}: {
  relayUrl: string
  projectId: string
  metadata: WalletMetadata
  storage: SdkStorage
  instance: string
  attach: (sdk: Sdk) => Attached
}): Promise<{ sdk: Sdk; attached: Attached }> {
  const sdk = new SignClient({
    relayUrl,
    projectId,
    metadata,
    storage,
    customStoragePrefix: instance,
    telemetryEnabled: false,
    logger: 'silent',
  })
  // Nothing may find this client's Core in the global scope: a second client there would share it.
  Reflect.deleteProperty(globalThis, `_walletConnectCore_${instance}`)
  Reflect.deleteProperty(globalThis, `_walletConnectCore_${instance}_count`)
  sdk.core.relayer.events.setMaxListeners(200)
  publishAfterFlush(sdk, storage)
  refuseForeignAnswers(sdk)
  const attached = attach(sdk)
  // The static `init` makes the client and starts it in one go, which leaves no moment for `attach`.
  await (sdk as unknown as { initialize(): Promise<void> }).initialize()
  return { sdk, attached }
}

function publishAfterFlush(sdk: Sdk, storage: SdkStorage): void {
  const { relayer } = sdk.core
  const publish = relayer.publish.bind(relayer)
  const publishCustom = relayer.publishCustom.bind(relayer)
  relayer.publish = async (...input) => {
    await storage.flush()
    return publish(...input)
  }
  relayer.publishCustom = async (...input) => {
    await storage.flush()
    return publishCustom(...input)
  }
}

/**
 * The SDK finds the question of an answer by its id alone, and ids can be guessed: without this, one person's wallet could
 * answer another person's question.
 */
function refuseForeignAnswers(sdk: Sdk): void {
  const { crypto, history } = sdk.core
  const decode = crypto.decode.bind(crypto)
  crypto.decode = async (topic, ...rest) => {
    const payload = await decode(topic, ...rest)
    if (!('method' in payload)) {
      const record = history.records.get(payload.id)
      if (record === undefined || record.topic !== topic)
        throw new Error('an answer to no question')
    }
    return payload
  }
}
