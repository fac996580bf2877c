act-ended = Cancelled. Nothing has changed. If your wallet still shows a request, decline it there.
act-list-button = Sell
act-list-head = <b>Sell:</b> { $name }, No. { $serial } for <b>{ $price }</b>{ $account ->
        [none] {""}
       *[other] {" "}to <code>{ $account }</code> alone
    }
act-list-offer = Your wallet puts the offer on the chain. { $account ->
    [none] Whoever pays
   *[other] Only this account can pay; when it does, it
} gets the right, and you get the money in the same transaction. You can take it off sale until then.
act-list-done = ✅ <b>It is for sale</b> until { $until }. Share the link.
act-list-over = This offer is over: sold, taken off sale, or run out.
act-unlist-button = Take off sale
act-unlist-head = <b>Take off sale:</b> { $name }, No. { $serial }
act-unlist-offer = Your wallet takes the offer off the chain.
act-unlist-done = ✅ Not for sale any more. The right is yours.
act-take-back-button = Take back
act-take-back-head = <b>Take back:</b> { $name }, No. { $serial }
act-take-back-offer = Your wallet ends the send; the link dies.
act-take-back-done = ✅ <b>Taken back.</b> The right is yours again.
act-withdraw-request-button = Undo the request
act-withdraw-request-head = <b>Undo the request:</b> { $name }, No. { $serial }
act-withdraw-request-offer = Your wallet unlocks the right; a code for the desk dies with it.
act-withdraw-request-done = ✅ The right is free again.
act-confirm-button = It has arrived
act-confirm-head = <b>Arrived:</b> { $name }, No. { $serial }
act-confirm-offer = Say it only with the good in your hands: the right burns{ $payout ->
    [escrow] , and what was held goes to the seller.
   *[direct] {"."}
}
act-confirm-done = ✅ <b>Done.</b> The right is burned. Enjoy it!
act-dispute-button = Open a dispute
act-dispute-head = <b>Problem:</b> { $name }, No. { $serial }
act-dispute-offer = The arbiter named in the terms decides about the money that is held. What you wrote stays here, and only its hash goes on the chain. You wrote: { $text }
act-dispute-done = ✅ <b>The dispute is open.</b> The arbiter and the seller have been told.
act-refund-me-button = Get my money back
act-refund-me-head = <b>Refund:</b> { $name }, No. { $serial }
act-refund-me-offer = The seller left this right unserved. Your wallet ends it, and { $price } that was held comes back to you.
act-refund-me-done = ✅ <b>Refunded.</b> { $price } is back in your wallet.
act-accept-button = Accept
act-accept-head = <b>Accept:</b> { $name }, No. { $serial }
act-accept-offer = You promise to hand the good over by { $until }.
act-accept-done = ✅ <b>Accepted.</b> The customer has been told.
act-refuse-button = Refuse
act-refuse-head = <b>Refuse:</b> { $name }, No. { $serial }
act-refuse-offer = The right stays with the customer and counts as unserved: it cannot lapse{ $payout ->
    [escrow] , and the money that is held can be taken back.
   *[direct] {"."}
}
act-refuse-done = ✅ <b>Refused.</b> The customer has been told.
act-ship-button = Shipped
act-ship-head = <b>Shipped:</b> { $name }, No. { $serial }
    Tracking: <code>{ $text }</code>
act-ship-offer = Your wallet notes it on the chain; the tracking number itself goes only to the customer.
act-ship-done = ✅ <b>On its way.</b> The customer has the tracking number.
act-refund-button = Pay back
act-refund-head = <b>Pay back:</b> { $name }, No. { $serial }
act-refund-offer = The right ends and { $price } goes back to its holder{ $payout ->
        [escrow] , from what is held
       *[direct] , from your wallet
    }.
act-refund-done = ✅ <b>Paid back.</b> The right has ended.
act-close-button = End the sale
act-close-head = <b>End the sale:</b> { $name }
act-close-offer = No more will ever be sold. Rights that were sold stay good.
act-close-done = ✅ <b>The sale has ended.</b>
act-raise-limit-button = Offer more
act-raise-limit-head = <b>Offer more:</b> { $name }
act-raise-limit-offer = { $limit } may be sold in all.
act-raise-limit-done = ✅ <b>{ $limit }</b> may be sold in all.
act-set-staff-button = { $allowed ->
    [no] End it
   *[yes] Allow it
}
act-set-staff-head = <b>{ $allowed ->
    [no] No longer staff:
   *[yes] Staff:
}</b> <code>{ $account }</code>
act-set-staff-offer = { $allowed ->
    [no] This account may not act for your desk on the chain any more.
   *[yes] This account may accept, refuse, ship and hand over for you. It can never publish or touch money.
}
act-set-staff-done = ✅ <b>{ $allowed ->
    [no] Not allowed any more.
   *[yes] Allowed.
}</b>
act-complete-button = Complete it
act-complete-head = <b>Complete:</b> { $name }, No. { $serial }
act-complete-offer = The time to complain is over; the right burns{ $payout ->
    [escrow] , and what was held goes to the seller.
   *[direct] {"."}
}
act-complete-done = ✅ <b>Completed.</b>
act-withdraw-button = Take it out
act-withdraw-head = <b>Money that waits for</b> <code>{ $account }</code>
act-withdraw-offer = It could not be paid out before. Anybody may send it to its owner.
act-withdraw-done = ✅ <b>Paid out.</b>
