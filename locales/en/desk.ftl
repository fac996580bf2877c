requests-head = <b>Requests:</b> { $count }
requests-line = • { $name }, No. { $serial }: { $what }{ $left ->
        [none] {""}
       *[other] , { $left }
    }
requests-none = Nobody waits for you.
requests-unbound = I do not know for whom you serve. Bind the seller’s wallet, or ask the seller for an invitation. <b>That moves no money.</b>
request-kind-asked = what does the delivery cost?
request-kind-requested = wants an answer
request-kind-accepted = accepted
request-kind-shipped = on its way
request-kind-disputed = disputed
request-kind-complete = can be completed
button-requests-before = ‹ Before
button-requests-after = More ›

request-head = <b>{ $name }</b>, No. { $serial }
    Holder: <code>{ $holder }</code>
request-asked = 🔔 <b>Delivery is asked for.</b> Say what it costs. Your wallet signs the answer; nothing goes to the chain until the customer locks the right.
request-answered = ✍️ <b>The desk answered:</b> { $fee ->
    [none] no fee
   *[other] fee { $fee }
}, good until { $until }. The customer can lock it now. A new answer replaces this one.
request-held = Nothing is asked for.
request-listed = Nothing is asked for; its holder offers it for resale.
request-sent = Nothing is asked for; it is sent to somebody.
request-requested = 🔔 <b>{ $way ->
        [delivery] Delivery is asked for.
       *[pick-up] Somebody wants to pick it up.
    }</b> Answer by { $until } ({ $left }).
request-accepted = ✅ <b>Accepted.</b> { $way ->
        [delivery] Send it
       *[pick-up] Hand it over against the customer’s code
    } by { $until } ({ $left }).
request-shipped = 📦 <b>On its way.</b> { $payout ->
        [escrow] The money goes to the seller when it arrives. The customer can complain until { $until }.
       *[direct] The customer says when it has arrived.
    }
request-shipped-over = 📦 <b>The time to complain is over</b> since { $until }. Complete it{ $payout ->
        [escrow] : what is held goes to the seller.
       *[direct] {"."}
    }
request-disputed = ⚖️ <b>Disputed.</b> The arbiter has to rule by { $until } ({ $left }); otherwise the money can go back to the customer.
request-disputed-over = ⚖️ <b>Disputed,</b> and nobody ruled by { $until }. The money can go back to the customer.
request-redeemed = ✅ Handed over on { $until }. The right is burned.
request-refunded = 💸 Paid back on { $until }. The right has ended.
request-lapsed = Lapsed on { $until }.
request-settled = ⚖️ Settled on { $until }.
request-address = Deliver to:
    <code>{ $address }</code>
request-tracking = Tracking: <code>{ $tracking }</code>
request-complaint = The customer writes:
    <blockquote>{ $complaint }</blockquote>
request-ask = You can use codes up here. To answer takes an account of the seller: ask { $who }.
request-arbiter-waits = You are the arbiter of this right. Nothing is to be ruled on now.
button-accept = Accept
button-refuse = Refuse
button-quote-free = No extra cost
button-quote-fee = Name a fee
button-ship = Shipped
button-complete = Complete it
button-refund-holder = Pay back
button-rule-holder = All to the holder
button-rule-seller = All to the seller
button-rule-half = Half each
refuse-why = <b>Why?</b> { $name }, No. { $serial }
    The customer reads the reason; the right stays theirs and counts as unserved.
refuse-chosen = <b>Refuse:</b> { $name }, No. { $serial }. Reason: { $reason }.
refuse-for = { $reason ->
    [out-of-stock] Out of stock
    [address] Cannot deliver there
    [closed] We are closed
   *[other] Another reason
}
act-rule-button = Rule
act-rule-head = <b>Ruling:</b> { $name }, No. { $serial }
act-rule-offer = Of what is held, { $toholder } goes to the holder and { $toseller } to the seller. It cannot be undone.
act-rule-done = ⚖️ <b>Ruled.</b> { $toholder } to the holder, { $toseller } to the seller.
notice-asked = 🔔 <b>What does the delivery cost?</b> { $name }, No. { $serial }. A customer waits for your answer.
notice-locked = 🔒 <b>Send it:</b> { $name }, No. { $serial }. The customer has locked the right; ship by { $until }.

reminder-requested = ⏰ { $name }, No. { $serial }: { $way ->
        [delivery] the seller has not answered yet, and has until { $until }.
       *[pick-up] your code runs out on { $until }.
    }
reminder-accepted = ⏰ { $name }, No. { $serial }: { $way ->
        [delivery] the seller has until { $until } to send it. After that the right is free again.
       *[pick-up] the seller waits for you until { $until }.
    }
reminder-shipped = ⏰ { $name }, No. { $serial }: has it arrived? { $payout ->
        [escrow] After { $until } nobody can complain any more, and the seller may take the money that is held.
       *[direct] Tell me when it has.
    }
reminder-disputed = ⏰ { $name }, No. { $serial }: if nobody rules by { $until }, you can get the money back.
reminder-sent = ⏰ { $name }, No. { $serial }: nobody has claimed it yet. The send ends on { $until }.
reminder-expired = ⌛ <b>The seller did not answer in time:</b> { $name }, No. { $serial }. The right is still yours, and it cannot lapse. { $payout ->
        [escrow] Ask for it again, or get your money back.
       *[direct] Ask for it again, or speak with the seller.
    }
reminder-send-over = ⌛ <b>Nobody claimed it:</b> { $name }, No. { $serial }. The right is yours again.
reminder-ruled = ⚖️ <b>The dispute is over:</b> { $name }, No. { $serial }. What was held went to the seller, and the right is burned.
reminder-kept = ⏰ <b>Still kept for you,</b> until { $until }. After that it goes back to whoever sent it.

deadline-lapse-week = ⏰ <b>A week is left:</b> { $name }, No. { $serial }. Ask for the good by { $until }, or the right lapses.
deadline-lapse-day = ⏰ <b>Last day:</b> { $name }, No. { $serial }. Ask for the good by { $until }, or the right lapses.
deadline-answer-half = ⏰ <b>A customer still waits for an answer:</b> { $name }, No. { $serial }. Answer by { $until }, or the right counts as unserved.
deadline-answer-day = ⏰ <b>Less than a day is left to answer:</b> { $name }, No. { $serial }, by { $until }. After that the right counts as unserved.
deadline-ship = ⏰ <b>Less than a day is left to send it:</b> { $name }, No. { $serial }, by { $until }.
deadline-rule = ⏰ <b>Less than a day is left to rule:</b> { $name }, No. { $serial }, by { $until }.
deadline-complete = ✅ <b>The time to complain is over:</b> { $name }, No. { $serial }, since { $until }. You can complete it.
deadline-reclaim = ⚖️ <b>Nobody ruled in time:</b> { $name }, No. { $serial }. What is held is yours: get it back.
