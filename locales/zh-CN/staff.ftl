staff-head = <code>{ $issuer }</code> <b>的店员</b>{ $count ->
    [0] ：暂无。
   *[other] ：
}
staff-member = • { $name }：可核销、可查看兑换申请{ $able ->
    [yes] ，并可用自己的账户处理申请
   *[no] {""}
}
staff-account = • <code>{ $account }</code>：可在链上接受、拒绝、发货和交付
staff-foot = 店员不能发布商品，也不能动用款项。绑定了钱包的店员可以获准接受申请和发货，由您的钱包写到链上。
staff-invitation = <b>店员邀请：</b><code>{ $issuer }</code>
    请把这条消息转发给要当店员的人。链接仅可使用一次，24 小时内有效：
    { $url }
staff-invited = <b>要当</b> <code>{ $issuer }</code> <b>的店员吗？</b>您可以扫顾客的码、查看兑换申请，不会经手任何款项。卖家会看到您的名字。
staff-declined = 好的。对方不会收到通知，也没有看到您的名字。
staff-joined = ✅ <b>您已是</b> <code>{ $issuer }</code> <b>的店员</b>。用相机扫顾客的码，或在这里输入。您能看到兑换申请，但不会经手任何款项。
staff-has-joined = 👋 <b>{ $name }</b> 已成为 <code>{ $issuer }</code> 的店员。
staff-own-invitation = 这是您自己发出的邀请（<code>{ $issuer }</code>）。请转发给要当店员的人，链接仍然有效。
staff-removed = 您不再是 <code>{ $issuer }</code> 的店员，此聊天中的相关卡片已失效。
button-invite = 邀请店员
button-join = 加入
button-yes-join = 好，加入
button-remove = 移除 { $name }
button-allow = 允许处理申请
button-disallow = 取消授权 { $account }
