home = <b>A shop counter for real goods.</b>
    Paste or forward a trade link and I show what the seller really has. You pay the seller directly, from your own wallet, and hold a right to the good: keep it, or pick the good up.

    No platform, no custody, no fee. I hold no money.
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
help = <b>What would you like to know?</b>
    I am a shop counter for rights to real goods: you pay the seller directly, hold the right, and exchange it for the good.
help-ask-buy = How do I buy?
help-answer-buy = 1. Open a trade link: press Buy under a post, or paste or forward the link to me.
    2. Pay with your own wallet. The seller is paid directly, or the money is held until the hand-over where the terms say so; the right is yours in the same transaction.
    3. Press <b>Get it</b>: pick the good up with a code, or have it sent. The right burns when the good is handed over.

    You may also keep the right, send it to somebody, or sell it on.
help-ask-wallet = My wallet says “cannot verify”
help-answer-wallet = That is expected. Wallets can verify web pages only, and I am a chat. Compare what the wallet shows with what my card says: account, amount, network. If they differ, decline.

    <b>It asks me to connect, then to sign.</b> Both are free. The signature proves that the account is yours; it moves no money.
    <b>Nothing appears in the wallet.</b> Open it by the button on my card, or copy the link into its scanner. Behind a strict network, try another one.
help-ask-link = A link opens nothing
help-answer-link = Some browsers and chats keep Telegram links to themselves. Copy the link and <b>paste it here</b>: that always works. So does a forwarded post, and a photo: of a QR code, of a package with its number, or of the thing itself.

    A link that is “damaged” has lost a part on the way: ask for it again. One of “another bot” is not mine to open.
help-ask-privacy = Who can see my address and my name?
help-answer-privacy = The seller sees your account, as everybody who looks at the chain does. They do not see your Telegram name or your number.

    A delivery address goes to that one desk, is sealed while it waits, and is erased when the delivery is over. It never goes on the chain. Staff whom you invite are shown to you by name.

    A photo that you send is looked at and not kept, unless you make it the picture of a product of yours, or say yes when I ask. Telegram keeps its own copy in our chat.
help-ask-undelivered = What if the seller does not deliver?
help-answer-undelivered = A request that is refused or not answered in time leaves the right with you, and from then on it cannot lapse.

    <b>Money held until the hand-over:</b> you can take it back yourself; with delivery you can dispute, and the arbiter named in the terms decides.
    <b>Seller paid at once:</b> the seller has the money, and only the seller can pay it back. Once it is on its way, <b>Problem</b> on the right passes a message on to the desk. The card says before you pay which of the two it is.
help-ask-safe = Can you take my money?
help-answer-safe = No. I hold no keys and no money. You pay from your own wallet to the seller or into the contract, which nobody can change; I only prepare what your wallet shows you.

    What I do see for a moment are secrets in links that pass through the chat, such as pick-up codes. They are sealed, erased when used, and never logged.
help-ask-send = What is DA-Send?
help-answer-send = DA-Send is a right forwarded as a message: as a gift or for a price. It is reserved on the chain for whoever opens the link; you see when it is claimed, and can take it back until then. The recipient needs no coins of the chain, and for a gift at a shop not even a wallet.
help-ask-tie = What is DA-Tie?
help-answer-tie = DA-Tie is the bond between a right and the good it stands for: the right’s own number is computed from the goods’ data and terms, which are on the chain before any link exists. So nobody can quietly exchange what a right is for.

    It proves what was promised. That the seller keeps the promise it cannot prove.
help-ask-sell = How do I sell?
help-answer-sell = Send me a photo with a caption such as <i>Oolong 50 g, 9 USDC, 30</i>. I make a draft of it, you check it, your wallet publishes it. Then post it to a group, or print its code.

    Everything of yours is under /space. Only goods that can be handed over are sold here, nothing purely digital.
help-ask-desk = How do I serve at a desk?
help-answer-desk = Scan the customer’s code with any camera and open what it says, or type the code here. Check the good, press <b>Handed over</b>, and give the good when I say that it is used up. A second scan tells when it was used.

    Requests are under /requests. By invitation you can use codes up; to accept, refuse or ship takes an account that the seller has allowed.
button-help-buy = Buying
button-help-wallet = My wallet
button-help-link = Links
button-help-privacy = Who sees what
button-help-undelivered = No delivery?
button-help-safe = Is it safe?
button-help-send = DA-Send
button-help-tie = DA-Tie
button-help-sell = Selling
button-help-desk = At the desk
button-more-help = ‹ All questions
button-open-chat = Open the chat
unknown-command = I know no such command. What I know stands behind the menu button, and here:
question-dropped = Never mind: I am not waiting for an answer to this any more.
group-hello = I show what trade links lead to, where I may read along: as an administrator. I keep quiet otherwise. Private matters are for our private chat.
group-answer = I answer in our private chat: open it, and paste or forward a trade link there.
command-space = Your space: stock and sales
command-sell = Sell something
command-requests = What customers ask for
command-earned = What your links earned
