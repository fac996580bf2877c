requests-head = <b>兑换申请：</b>{ $count }
requests-line = • { $name }，第 { $serial } 号：{ $what }{ $left ->
        [none] {""}
       *[other] （{ $left }到期）
    }
requests-none = 没有等待您处理的申请。
requests-unbound = 我不知道您为哪位卖家服务。请绑定卖家的钱包，或向卖家索取邀请。<b>这不会转出任何款项。</b>
request-kind-asked = 询问邮费
request-kind-requested = 等待答复
request-kind-accepted = 已接受
request-kind-shipped = 运输中
request-kind-disputed = 争议中
request-kind-complete = 可以完成
button-requests-before = ‹ 上一页
button-requests-after = 下一页 ›

request-head = <b>{ $name }</b>，第 { $serial } 号
    持有人：<code>{ $holder }</code>
request-asked = 🔔 <b>有人申请邮寄。</b>请说明邮费。您的钱包签署答复；在顾客锁定权益之前不上链。
request-answered = ✍️ <b>柜台已答复：</b>{ $fee ->
    [none] 免邮费
   *[other] 邮费 { $fee }
}，有效至 { $until }。顾客现在可以锁定权益。新的答复会取代它。
request-held = 没有待处理的申请。
request-listed = 没有待处理的申请；持有人正在转售。
request-sent = 没有待处理的申请；权益已转送他人。
request-requested = 🔔 <b>{ $way ->
        [delivery] 有人申请邮寄。
       *[pick-up] 有人要来自提。
    }</b>请在 { $until } 前答复（{ $left }到期）。
request-accepted = ✅ <b>已接受。</b>请在 { $until } 前{ $way ->
        [delivery] 发货
       *[pick-up] 交付
    }（{ $left }到期）。
request-shipped = 📦 <b>运输中。</b>{ $payout ->
        [escrow] 送达后款项归卖家。顾客可在 { $until } 前投诉。
       *[direct] 收到后由顾客确认。
    }
request-shipped-over = 📦 <b>投诉期已过</b>（{ $until }）。请完成{ $payout ->
        [escrow] ：锁定的款项付给卖家。
       *[direct] 。
    }
request-disputed = ⚖️ <b>争议中。</b>仲裁人须在 { $until } 前裁决（{ $left }到期）；否则款项可退还顾客。
request-disputed-over = ⚖️ <b>争议中，</b>{ $until } 前无人裁决。款项可退还顾客。
request-redeemed = ✅ 已于 { $until } 交付。权益已销毁。
request-refunded = 💸 已于 { $until } 退款。权益已终止。
request-lapsed = 已于 { $until } 失效。
request-settled = ⚖️ 已于 { $until } 裁决分配。
request-address = 寄往：
    <code>{ $address }</code>
request-tracking = 运单号：<code>{ $tracking }</code>
request-complaint = 顾客的说明：
    <blockquote>{ $complaint }</blockquote>
request-ask = 您可以在这里核销提货码。答复需要卖家的账户：请找 { $who }。
request-arbiter-waits = 您是这份权益的仲裁人。目前无需裁决。
button-accept = 接受
button-refuse = 拒绝
button-quote-free = 免邮费
button-quote-fee = 填写邮费
button-ship = 已发货
button-complete = 完成
button-refund-holder = 退款
button-rule-holder = 全部归持有人
button-rule-seller = 全部归卖家
button-rule-half = 各一半
refuse-why = <b>为什么拒绝？</b>{ $name }，第 { $serial } 号
    顾客会看到原因；权益仍归顾客并记为未履行。
refuse-chosen = <b>拒绝：</b>{ $name }，第 { $serial } 号。原因：{ $reason }。
refuse-for = { $reason ->
    [out-of-stock] 缺货
    [address] 无法送达
    [closed] 店铺休息
   *[other] 其他原因
}
act-rule-button = 裁决
act-rule-head = <b>裁决：</b>{ $name }，第 { $serial } 号
act-rule-offer = 锁定的款项中，{ $toholder } 归持有人，{ $toseller } 归卖家。不可撤销。
act-rule-done = ⚖️ <b>已裁决。</b>{ $toholder } 归持有人，{ $toseller } 归卖家。
notice-asked = 🔔 <b>邮费是多少？</b>{ $name }，第 { $serial } 号。顾客在等您的答复。
notice-locked = 🔒 <b>请发货：</b>{ $name }，第 { $serial } 号。顾客已锁定权益；请在 { $until } 前寄出。

reminder-requested = ⏰ { $name }，第 { $serial } 号：{ $way ->
        [delivery] 卖家尚未答复，期限为 { $until }。
       *[pick-up] 提货码将于 { $until } 过期。
    }
reminder-accepted = ⏰ { $name }，第 { $serial } 号：{ $way ->
        [delivery] 卖家须在 { $until } 前寄出，逾期权益重新归您支配。
       *[pick-up] 卖家等您到 { $until }。
    }
reminder-shipped = ⏰ { $name }，第 { $serial } 号：收到了吗？{ $payout ->
        [escrow] { $until } 之后不能再投诉，卖家可以取走锁定的款项。
       *[direct] 收到后请告诉我。
    }
reminder-disputed = ⏰ { $name }，第 { $serial } 号：如果 { $until } 前无人裁决，您可以取回款项。
reminder-sent = ⏰ { $name }，第 { $serial } 号：还没有人领取，转送将于 { $until } 结束。
reminder-expired = ⌛ <b>卖家未按时答复：</b>{ $name }，第 { $serial } 号。权益仍归您，且不会失效。{ $payout ->
        [escrow] 您可以再次申请，或取回款项。
       *[direct] 您可以再次申请，或与卖家沟通。
    }
reminder-send-over = ⌛ <b>无人领取：</b>{ $name }，第 { $serial } 号。权益重新归您。
reminder-ruled = ⚖️ <b>争议已结束：</b>{ $name }，第 { $serial } 号。锁定的款项归卖家，权益已销毁。
reminder-kept = ⏰ <b>仍为您保留，</b>至 { $until }。此后退回给转送的人。

deadline-lapse-week = ⏰ <b>还剩一周：</b>{ $name }，第 { $serial } 号。请在 { $until } 或之前兑换，否则权益失效。
deadline-lapse-day = ⏰ <b>最后一天：</b>{ $name }，第 { $serial } 号。请在 { $until } 或之前兑换，否则权益失效。
deadline-answer-half = ⏰ <b>顾客仍在等待答复：</b>{ $name }，第 { $serial } 号。请在 { $until } 前答复，否则权益记为未履行。
deadline-answer-day = ⏰ <b>答复期限不足一天：</b>{ $name }，第 { $serial } 号，{ $until } 前。逾期权益记为未履行。
deadline-ship = ⏰ <b>发货期限不足一天：</b>{ $name }，第 { $serial } 号，请在 { $until } 前寄出。
deadline-rule = ⏰ <b>裁决期限不足一天：</b>{ $name }，第 { $serial } 号，请在 { $until } 前裁决。
deadline-complete = ✅ <b>投诉期已过：</b>{ $name }，第 { $serial } 号（{ $until }）。您可以完成交易。
deadline-reclaim = ⚖️ <b>无人按时裁决：</b>{ $name }，第 { $serial } 号。锁定的款项归您，请取回。
