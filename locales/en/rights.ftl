rights-head = <b>Your rights</b>
rights-line = • { $name }, No. { $serial }: { $state }
rights-button = { $name } · No. { $serial }
rights-none = You hold no right yet. Open a trade link to buy one.
rights-unbound = I do not know your wallet yet. Bind it to see what you hold. <b>That moves no money.</b>
right = <b>{ $name }</b>, No. { $serial }
    { $specification }
    { $production } · Product { $number }

    State: <b>{ $state }</b>
    Token: <code>{ $token }</code>
right-price = For <b>{ $price }</b>
right-unserved = ⚠️ The seller left this right unserved once. It cannot lapse; ask for it again.
until-open = Until { $time }
until-burned = On { $time }
state-held = yours
state-listed = for sale
state-sent = sent, not claimed yet
state-requested = asked for
state-accepted = accepted by the seller
state-shipped = on its way
state-disputed = disputed
state-redeemed = handed over
state-refunded = refunded
state-lapsed = lapsed
state-settled = settled

ways = <b>Get it:</b> { $name }, No. { $serial }
    Pick it up at the shop, or have it sent?
redemption-head = <b>Get it:</b> { $quantity ->
    [1] { $name }, No. { $serial }
   *[other] { $quantity } × { $name }
}
redemption-offer = At the shop you show a code; the shop scans it and hands over the good. First your wallet locks { $quantity ->
    [1] the right
   *[other] the { $quantity } rights
}, so that nobody else can use { $quantity ->
    [1] it
   *[other] them
}.
redemption-ended = Cancelled. The right is still yours.
redemption-code = <b>{ $quantity ->
        [1] { $name }, No. { $serial }
       *[other] { $quantity } × { $name }
    }</b>
    Show this code at the shop. It works once, and until { $until }. Let nobody photograph it before you have the good in your hands.

    Or read it out: <code>{ $code }</code>
redemption-accepted = ✅ The seller has it ready. Show the code at the shop until { $until }.

    Or read it out: <code>{ $code }</code>
redemption-redeemed = ✅ <b>Handed over:</b> { $quantity ->
        [1] { $name }, No. { $serial }
       *[other] { $quantity } × { $name }
    }
    On { $at }. { $quantity ->
        [1] The right is burned.
       *[other] The rights are burned.
    }
redemption-withdrawn = You took the request back. The right is yours again.
redemption-refused = The seller refused: { refusal-reason }. The right is still yours, and it cannot lapse. Ask for it again, or look at the right for what else you can do.
redemption-expired = The seller did not answer in time. The right is still yours, and it cannot lapse. Ask for it again, or look at the right for what else you can do.
redemption-refunded = The seller ended this right and paid the price back, on { $at }.
redemption-lapsed = The right lapsed on { $at }.
redemption-settled = The dispute was settled on { $at }. What was held has been divided.
refusal-reason = { $reason ->
    [out-of-stock] out of stock
    [address] the address cannot be served
    [closed] the shop is closed
   *[other] no reason given
}

handover-head = <b>{ $quantity } × { $name }</b>, { $quantity ->
        [1] No. { $serial }
       *[other] from No. { $serial } on
    }
    Holder: <code>{ $holder }</code>
handover-head-gift = <b>{ $quantity } × { $name }</b>, No. { $serial }
    🎁 A gift, shown by its recipient. From <code>{ $holder }</code>
handover-ready = ✅ Unused. Check the good, press the button, and hand it over when I say so.
handover-ended = Cancelled. The code is still good.
handover-done = ✅ <b>Handed over:</b> { $quantity } × { $name }, { $quantity ->
        [1] No. { $serial }
       *[other] from No. { $serial } on
    }
    Used on { $at }. If you have just pressed the button, give the good now. If somebody shows this code once more, do not hand over again.
stamp-used = USED
