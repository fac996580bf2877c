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
until-open = Until { $time }
until-burned = On { $time }
state-held = yours
state-listed = for sale
state-sent = sent, not claimed yet
state-requested = locked for pick-up
state-accepted = accepted by the seller
state-shipped = on its way
state-disputed = disputed
state-redeemed = handed over
state-refunded = refunded
state-lapsed = lapsed
state-settled = settled

redemption-head = <b>Get it:</b> { $name }, No. { $serial }
redemption-offer = At the shop you show a code; the shop scans it and hands over the good. First your wallet locks the right, so that nobody else can use it.
redemption-ended = Cancelled. The right is still yours.
redemption-code = <b>{ $name }, No. { $serial }</b>
    Show this code at the shop. It works once, and until { $until }. Let nobody photograph it before you have the good in your hands.

    Or read it out: <code>{ $code }</code>
redemption-used = ✅ <b>Handed over:</b> { $name }, No. { $serial }
    On { $at }. The right is burned.

handover-head = <b>1 × { $name }</b>, No. { $serial }
    Holder: <code>{ $holder }</code>
handover-ready = ✅ Unused. Hand over the good and press the button.
handover-ended = Cancelled. The code is still good.
handover-done = ✅ <b>Handed over:</b> 1 × { $name }, No. { $serial }
    Used on { $at }. Do not hand over again.
stamp-used = USED
