home = <b>A shop counter for real goods.</b>
    Paste or forward a trade link and I show what the seller really has. You pay the seller directly, from your own wallet, and hold a right to the good: keep it, or pick the good up.

    No platform, no custody, no fee. I hold no money.
help = <b>How it works</b>
    1. Open a trade link: press Buy under a post, or paste or forward the link to me.
    2. Pay with your own wallet. The seller is paid directly; the right is yours in the same transaction.
    3. At the shop press <b>Get it</b> and show the code. The right burns when the good is handed over.

    <b>My wallet says “cannot verify”.</b> Wallets can only verify web pages, and I am a chat. Compare what the wallet shows with what my card says: account, amount, network.
    <b>Does binding cost anything?</b> No. It is one free signature that proves the account is yours.
    <b>What does the seller see of me?</b> Your account. Not your name, not your number.

    /rights what you hold · /wallet bind a wallet · /language 中文
binding-head = <b>Bind a wallet</b>
binding-ended = Cancelled. Nothing was bound, <b>no money moved</b>.
binding-bound = ✅ <b>Bound</b> <code>{ $account }</code>, <b>no money moved</b>.
    Whole address: <code>{ $address }</code>
command-start = The first screen
command-rights = What you hold
command-wallet = Bind a wallet
command-language = 中文
command-help = How it works
bot-description = A shop counter for real goods. Open a trade link, pay the seller directly from your own wallet, hold the right, pick the good up. No platform, no custody, no fee.
bot-about = A shop counter for rights to real goods. You pay sellers directly.
