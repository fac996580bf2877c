# What happened, and what to do. Whether money moved is said by one of the three lines at the end.

error-link-broken = This link is damaged: a part of it is missing or was changed. Ask whoever sent it for a new one.
error-link-foreign = That link belongs to another bot. I only open links of this shop counter.
error-link-missing = I see no trade link in this message. Paste or forward one, or press /help.
error-series-unknown = Nobody has published these goods on this chain. The link may be for another network, or it is made up.
error-right-unknown = There is no such right on this chain.
error-code-unknown = This pick-up code is not valid. Ask the customer to show the code again on their own phone.
error-card-stale = This card was out of date. I have drawn it anew.
error-card-foreign = This card belongs to somebody else. Open the link yourself to get your own.
error-chat-not-private = Here others would see it. Open our private chat and press the button there.
error-sold-out = Sold out: somebody was faster.
error-sale-ended = The sale of these goods has ended.
error-funds-missing = Your wallet does not have enough on this network: it has { $have }, and { $need } are needed.{ $elsewhere ->
    [none] {""}
   *[other] {" "}You have { $elsewhere }; you could bring it over.
} Add funds, then press Try again.
error-call-reverted = The chain refused the call{ $reason ->
    [none] .
   *[other] : { $reason }.
} Press Try again: everything is checked anew before your wallet is asked.
error-wallet-rejected = You declined in your wallet. Press Try again if that was a slip.
error-wallet-busy = Your wallet still has another question open. Answer or decline it there, then press Try again.
error-wallet-silent = Your wallet did not answer in time. If it still shows the request, decline it there, then press Try again.
error-wallet-disconnected = Your wallet ended the connection. Press Try again to connect it anew.
error-wallet-unsupported = This wallet cannot do what is needed here. Press Try again and choose another one.
error-wallet-wrong-chain = Your wallet is connected to another network. Switch it to { $chain ->
    [none] the network of this shop
   *[other] { $chain }
}, then press Try again.
error-wallet-unclear = Your wallet gave an answer that says neither yes nor no. I go on watching the chain; look into your wallet, then press Try again.
error-wallet-session-gone = The connection to your wallet is gone. Press Try again to connect it anew.
error-wallet-relay-unreachable = I cannot reach the wallet network right now. Press Try again in a minute.
error-binding-expired = The link to your wallet has run out. Press Try again for a new one.
error-signature-wrong = The signature does not fit this account. Press Try again, and sign with the account you want to bind.
error-hash-foreign = Your wallet named a transaction that is something else than what I asked for. I go on watching the chain for the right one.
error-block-taken-back = The chain took back the block with this transaction. Press Try again: I look at the chain first.
error-hash-unknown = Your wallet named a transaction that nobody on the chain knows. It may never have been sent. Press Try again: I look at the chain first.
error-chain-unreachable = I cannot reach the chain right now. Press Try again in a minute.
error-right-not-yours = This right belongs to an account that you have not bound here. Bind the wallet that holds it: /wallet
error-right-locked = This right is locked by a request that is under way.
error-right-for-sale = This right is for sale. Take it off sale first; then it can be asked for.
error-right-redeemed = The good of this right was handed over already.
error-code-spent = This pick-up code was used already: the good was handed over on { $at }. Do not hand over again.
error-code-expired = This pick-up code has run out. The customer can get a new one from their right.
error-gift-code-over = This code has run out or was taken back.
error-desk-foreign = Only the seller of these goods can use this code up. Bind the seller's wallet first: /wallet
error-desk-absent = Nobody of this seller can be reached here. Speak with them another way, or try again later.
error-desk-account-missing = That takes an account of the seller, and you serve by invitation. Ask { $who }.
error-arbiter-only = Only the arbiter named in the terms can rule, with that account, before the deadline.
error-address-missing = There is no address yet. Type it in one message.
error-telegram-unreachable = Telegram cannot be reached right now.
error-rate-limited = That was too fast. Wait a moment, then try again.
error-unexpected = Something went wrong on our side. Nothing is lost; press the button again, or open the link anew.
error-bind-first = Bind your wallet first, so that I know for which account the right is: /wallet
error-quantity-left = Only { $left } are left. Press Cancel, choose fewer, then press Pay.
error-offer-changed = The offer has changed since this card was made. Open the link again to see what is asked now.
error-offer-gone = This right is not for sale any more.
error-not-for-you = This right is offered to one account alone, and it is not the one you have bound.
error-payment-under-way = Somebody is paying for this at this very moment. Wait some minutes, then press Try again: if nothing came of their payment, you can pay.
error-paid-already = Somebody has paid for this already: there is nothing left to pay.
error-send-unknown = This link is damaged, or nobody has sent anything with it.
error-send-over = This send is over: claimed by somebody, taken back, or run out. Ask whoever sent it.
error-send-yours = You sent this yourself: the link is for somebody else, and nobody has claimed it yet. To have it back, open it under /rights and press Take back.
error-send-kept = This send is kept for somebody who opened it before you. Ask whoever sent it.
error-past-redeem-by = The redeem-by day of this right has passed. What became of it stands under My rights.
error-relayer-refused = I cannot pay the network for you right now. Press Try again to do it from your own wallet.
error-series-exists = Exactly this product is published already.
error-draft-incomplete = Something is missing or does not fit: { $fields }. Press the field to mend it.
error-goods-digital = This is nothing that can be handed over, so it cannot be sold here: Telegram wants purely digital goods to be paid in Stars. If it is a real thing, press ✎ Category and choose another one.
error-draft-gone = This draft is gone. Send the photo again to start anew.
error-price-unclear = I cannot read this as a price in { $coin }. Type a number, for example <code>{ $example }</code>.
error-number-unclear = I cannot read this as a number that fits. Type a whole number.
error-taker-unclear = Nobody can pay from this account: its address is mistyped, or it is nobody’s. Check it and type the price and the address again.
error-text-unclear = I cannot take this text: it is empty, too long, or has signs that cannot be shown. Type it again.
error-issuer-only = Only the account that published these goods can do this. Bind it first: /wallet
error-invitation-over = This invitation was used already, or has run out. Ask for a new one.
error-photo-unreadable = I cannot read this picture. Send it as a photo, in JPEG or PNG.
error-photo-too-large = This picture is too large. Send it as a photo, not as a file.
error-photo-heic = I cannot open this kind of picture file. Send it as a photo, not as a file.
error-photo-too-slow = This picture took too long to look at, so I stopped. Nothing of it was kept. Crop it to the thing itself, or send a smaller one.
error-photos-full = This product has twelve photos, which is all it can have. Delete one to make room.
error-photos-gone = These photos were not kept: a day has passed, or you have answered already. Send them again.
error-vision-busy = So many pictures are waiting that I cannot take this one. Send it again in a minute.
error-right-not-asked = The request has changed or was taken back. Nothing is to be done.
error-way-not-offered = The seller does not offer this way of getting the good.
error-quote-over = The seller’s answer has run out. Ask again.
error-store-unreachable = My memory cannot be reached right now. Nothing is lost; press the button again in a minute.

money-moved = <b>Money has moved.</b>
money-not-moved = <b>No money moved.</b>
money-unknown = <b>I do not know yet whether money moved.</b> The chain will tell, and so will I.
money-unknown-done = <b>I do not know yet whether it was done.</b> No payment was asked for. The chain will tell, and so will I.
