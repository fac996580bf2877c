delivery-address = <b>Where to?</b> Type the address in one message: name, street, town, country, phone. I take your message out of the chat; only this seller sees it, and it is erased when the good has arrived.
delivery-check = Is this address correct?

    <code>{ $address }</code>
delivery-asked = ⏳ The seller has your request and says what the delivery costs.

    <code>{ $address }</code>
delivery-quoted = The seller delivers for <b>{ $price }</b>. The offer stands until { $until }. Your wallet locks the right and pays the fee in one transaction.

    <code>{ $address }</code>
delivery-free = The seller delivers at no further cost. The offer stands until { $until }. Your wallet locks the right.

    <code>{ $address }</code>
delivery-requested = 🔒 Locked for delivery. The seller answers by { $until }.
delivery-accepted = 🔒 <b>Locked for delivery.</b> The seller sends it by { $until }.
delivery-shipped = 📦 <b>On its way.</b> { $tracking ->
        [none] The seller gave no tracking number here.
       *[other] Tracking: <code>{ $tracking }</code>
    }
    Tell me when it has arrived. { $payout ->
        [escrow] If something is wrong, say so before { $until }; after that the seller may take the money that is held.
       *[direct] The seller was paid when you bought it.
    }
delivery-disputed = ⚖️ <b>Disputed.</b> To be decided by { $until }; otherwise the money can go back to you.
delivery-disputed-over = ⚖️ <b>Nobody ruled in time.</b> What is held is yours: get it back.
delivery-answer-over = The seller’s answer has run out. Ask again.

    <code>{ $address }</code>
button-ask-again-for-it = Ask for it again
ask-fee = <b>What does the delivery cost?</b> { $name }, No. { $serial }
    Type the fee in { $coin }. The customer pays it together with the lock; it is yours from then on.
ask-tracking = <b>Shipped:</b> { $name }, No. { $serial }
    Type the tracking number. Only the customer gets it; the chain gets its hash.
problem-escrow = <b>What is wrong?</b> { $name }, No. { $serial }
    Type it in one message. Your wallet then opens a dispute, which is possible until { $until }. The arbiter named in the terms decides about the money that is held; arbiter and seller read what you write.
problem-direct = <b>What is wrong?</b> { $name }, No. { $serial }
    The seller was paid when you bought it, so nothing is held that anybody could give back: only the seller can put it right, or pay back. Type a message, and I pass it on to the seller with the name of this right, but without yours. If you want an answer, write how you can be reached.
problem-passed-on = ✅ <b>Passed on to the seller,</b> without your name.
problem-message = ✉️ <b>A customer writes:</b> { $name }, No. { $serial }

    <blockquote>{ $complaint }</blockquote>
quote-head = <b>Delivery:</b> { $name }, No. { $serial }
    Fee: <b>{ $fee }</b> · stands until { $until }
quote-offer = Your wallet signs the promise to deliver for this fee. Nothing is sent to the chain.
quote-done = ✅ <b>Signed.</b> The customer has your answer; I tell you when the right is locked.
fee-none = none
