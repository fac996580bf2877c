rights-head = <b>我的权益</b>
rights-line = • { $name }，第 { $serial } 号：{ $state }
rights-button = { $name } · 第 { $serial } 号
rights-none = 您还没有权益。打开一个交易链接即可购买。
rights-unbound = 我还不知道您的钱包。绑定后即可查看您持有的权益。<b>这不会转出任何款项。</b>
right = <b>{ $name }</b>，第 { $serial } 号
    { $specification }
    { $production } · 货号 { $number }

    状态：<b>{ $state }</b>
    代币：<code>{ $token }</code>
right-price = 价格 <b>{ $price }</b>
right-unserved = ⚠️ 卖家没有履行过上一次申请。这份权益不会失效，请再次申请。
until-open = 截止 { $time }
until-burned = 时间：{ $time }
state-held = 由您持有
state-listed = 转售中
state-sent = 已转送，待领取
state-requested = 已申请兑换
state-accepted = 卖家已接受
state-shipped = 运输中
state-disputed = 争议中
state-redeemed = 已交付
state-refunded = 已退款
state-lapsed = 已失效
state-settled = 已裁决分配

ways = <b>提货：</b>{ $name }，第 { $serial } 号
    到店自提，还是邮寄给您？
redemption-head = <b>提货：</b>{ $quantity ->
    [1] { $name }，第 { $serial } 号
   *[other] { $quantity } × { $name }
}
redemption-offer = 到店出示提货码，店员扫码后交付商品。先由您的钱包锁定{ $quantity ->
    [1] 这份权益
   *[other] 这 { $quantity } 份权益
}，以免他人使用。
redemption-ended = 已取消。权益仍归您所有。
redemption-code = <b>{ $quantity ->
        [1] { $name }，第 { $serial } 号
       *[other] { $quantity } × { $name }
    }</b>
    请在店里出示此码。仅可使用一次，有效至 { $until }。拿到商品之前，请勿让他人拍照。

    或口述此码：<code>{ $code }</code>
redemption-accepted = ✅ 卖家已备好。请在 { $until } 前到店出示此码。

    或口述此码：<code>{ $code }</code>
redemption-redeemed = ✅ <b>已交付：</b>{ $quantity ->
        [1] { $name }，第 { $serial } 号
       *[other] { $quantity } × { $name }
    }
    时间：{ $at }。权益已销毁。
redemption-withdrawn = 您已撤回申请。权益重新归您支配。
redemption-refused = 卖家拒绝了：{ refusal-reason }。权益仍归您，且不会失效。您可以再次申请，或在权益页面查看其他选择。
redemption-expired = 卖家没有按时答复。权益仍归您，且不会失效。您可以再次申请，或在权益页面查看其他选择。
redemption-refunded = 卖家已于 { $at } 终止这份权益并退还价款。
redemption-lapsed = 权益已于 { $at } 失效。
redemption-settled = 争议已于 { $at } 裁决，锁定的款项已分配。
refusal-reason = { $reason ->
    [out-of-stock] 缺货
    [address] 该地址无法送达
    [closed] 店铺休息
   *[other] 未说明原因
}

handover-head = <b>{ $quantity } × { $name }</b>，{ $quantity ->
        [1] 第 { $serial } 号
       *[other] 从第 { $serial } 号起
    }
    持有人：<code>{ $holder }</code>
handover-head-gift = <b>{ $quantity } × { $name }</b>，第 { $serial } 号
    🎁 礼物，由领取人出示。来自 <code>{ $holder }</code>
handover-ready = ✅ 未使用。请核对商品，点下面的按钮，等我提示后再交付。
handover-ended = 已取消。此码仍然有效。
handover-done = ✅ <b>已交付：</b>{ $quantity } × { $name }，{ $quantity ->
        [1] 第 { $serial } 号
       *[other] 从第 { $serial } 号起
    }
    核销时间：{ $at }。如果您刚点了按钮，请现在交付；如果有人再次出示此码，请勿再次交付。
stamp-used = 已使用
