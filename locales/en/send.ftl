send-choice = <b>Send</b> { $name }, No. { $serial }
    As a gift, or for a price that the recipient pays to you.
send-head-gift = 🎁 <b>Send as a gift:</b> { $name }, No. { $serial }
send-head-price = <b>Send for { $price }:</b> { $name }, No. { $serial }
send-offer = Your wallet reserves the right on the chain. Then you choose a chat, and I put the link there. Until it is claimed you can take it back.
send-ended = Cancelled. The right is still yours. If your wallet still shows a request, decline it there.
send-reserved = 🔒 <b>Reserved on the chain</b> until { $until }. Choose whom to send it to. Whoever opens the link first can claim it.
send-claimed = ✅ <b>Claimed</b> by <code>{ $holder }</code> on { $at }.
send-redeemed = ✅ <b>Used at the shop</b> on { $at }. The right is burned.
send-taken-back = <b>Taken back.</b> The right is yours again; the link is dead.
send-expired = <b>Not claimed in time.</b> The right is yours again; the link is dead.
send-refunded = The seller ended this right and paid the price back.
send-post-gift = 🎁 <b>{ $name }</b>
    { $specification }
    I send you a right to this good (DA-Send). Open it to claim: you need no money.

    <a href="{ $url }">{ $url }</a>
send-post-price = 📨 <b>{ $name }</b>
    { $specification }
    I send you a right to this good for <b>{ $price }</b> (DA-Send). Open it to claim.

    <a href="{ $url }">{ $url }</a>
send-post-over = 📨 <b>{ $name }</b>
    { $outcome ->
        [claimed] ✅ Claimed.
        [redeemed] ✅ Used at the shop.
        [taken-back] Taken back by the sender.
       *[other] This send is over.
    }
price-above = ⚠️ That is above what the seller asks for a new one: { $price }.
ask-send-price = What shall the recipient pay you? Type an amount in { $coin }, for example <code>{ $example }</code>.

claim-head-gift = 🎁 <b>A gift for you:</b> { $name }
    { $specification }
    { $production } · from <code>{ $sender }</code>
claim-head-price = 📨 <b>Sent to you for { $price }:</b> { $name }
    { $specification }
    { $production } · from <code>{ $sender }</code>
claim-offer = It is a right to one real good. Claim it and it is yours: keep it, send it on, or get the good.
claim-kept = 🕰 <b>Kept for you</b> until { $until }. A wallet is a free app; MetaMask, Trust and OKX work. Install one, come back and press Claim. I remind you.
claim-at-shop = <b>Show this code at the shop.</b> You need no wallet. It works once; let nobody photograph it before you have the good in your hands.

    Or read it out: <code>{ $code }</code>
claim-declined = You said no. It stays where it is, and the sender can take it back. If you change your mind, press { $label } while it is there.
claim-claimed = ✅ <b>It is yours.</b> Claimed on { $at }.
claim-redeemed = ✅ <b>Handed over</b> on { $at }. The right is burned.
claim-offer-price = It is a right to one real good. Pay and it is yours: keep it, send it on, or get the good.
claim-until = It can be claimed until { $until }.
