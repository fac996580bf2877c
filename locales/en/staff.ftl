staff-head = <b>Staff of</b> <code>{ $issuer }</code>{ $count ->
    [0] : nobody yet.
   *[other] {":"}
}
staff-member = • { $name }: uses codes up and sees requests{ $able ->
    [yes] , and may answer with an account of theirs
   *[no] {""}
}
staff-account = • <code>{ $account }</code>: may accept, refuse, ship and hand over on the chain
staff-foot = Staff never publish and never touch money. Whoever has a wallet bound can be allowed to accept and ship; your wallet puts that on the chain.
staff-invitation = <b>Invitation to the desk of</b> <code>{ $issuer }</code>
    Forward this message to whoever shall serve there. The link works once, and for 24 hours:
    { $url }
staff-invited = <b>Serve at the desk of</b> <code>{ $issuer }</code><b>?</b> You would scan customers’ codes and see what is asked for; money you never touch. The seller will see your name.
staff-declined = All right. Nobody has been told, and your name was not shown.
staff-joined = ✅ <b>You serve at the desk of</b> <code>{ $issuer }</code>. Scan a customer’s code with your camera, or type it here. You see what is asked for; money you never touch.
staff-has-joined = 👋 <b>{ $name }</b> serves at the desk of <code>{ $issuer }</code> now.
staff-own-invitation = That is your own invitation to <code>{ $issuer }</code>. Forward it to whoever shall serve; it is still good.
staff-removed = You do not serve at the desk of <code>{ $issuer }</code> any more. Its cards in this chat answer nothing now.
button-invite = Invite
button-join = Join
button-yes-join = Yes, join
button-remove = Remove { $name }
button-allow = Let them answer
button-disallow = Stop { $account }
