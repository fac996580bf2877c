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
until-open = 有效至 { $time }
until-burned = 时间：{ $time }
state-held = 由您持有
state-listed = 出售中
state-sent = 已转送，待领取
state-requested = 已锁定，待自提
state-accepted = 卖家已接受
state-shipped = 运输中
state-disputed = 争议中
state-redeemed = 已交付
state-refunded = 已退款
state-lapsed = 已失效
state-settled = 已和解

redemption-head = <b>提货：</b>{ $name }，第 { $serial } 号
redemption-offer = 到店出示提货码，店员扫码后交付商品。先由您的钱包锁定这份权益，以免他人使用。
redemption-ended = 已取消。权益仍归您所有。
redemption-code = <b>{ $name }，第 { $serial } 号</b>
    请在店里出示此码。仅可使用一次，有效至 { $until }。拿到商品之前，请勿让他人拍照。

    或口述此码：<code>{ $code }</code>
redemption-used = ✅ <b>已交付：</b>{ $name }，第 { $serial } 号
    时间：{ $at }。权益已销毁。

handover-head = <b>1 × { $name }</b>，第 { $serial } 号
    持有人：<code>{ $holder }</code>
handover-ready = ✅ 未使用。请交付商品并点下面的按钮。
handover-ended = 已取消。此码仍然有效。
handover-done = ✅ <b>已交付：</b>1 × { $name }，第 { $serial } 号
    使用时间：{ $at }。请勿再次交付。
stamp-used = 已使用
