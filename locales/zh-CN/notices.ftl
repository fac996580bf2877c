notice-paid-again = 💰 您请人代付的商品<b>又收到一笔付款</b>：{ $name }。第 { $serials } 号{ $quantity ->
        [1] {""}
       *[other] 这 { $quantity } 份
    }权益也归您。
notice-sold = 💰 <b>已售出：</b>{ $more ->
        [0] { $name }，第 { $serial } 号，{ $price }
       *[other] { $quantity } × { $name }，每份 { $price }
    }，买家 <code>{ $holder }</code>。
notice-resold = 💰 <b>已转售：</b>{ $name }，第 { $serial } 号，{ $price }，买家 <code>{ $holder }</code>。
notice-claimed = ✅ <b>已领取：</b>{ $name }，第 { $serial } 号，领取人 <code>{ $holder }</code>。
notice-requested = 🔔 <b>{ $way ->
        [delivery] 有人申请邮寄
       *[pick-up] 有人要来自提
    }：</b>{ $name }，第 { $serial } 号{ $more ->
        [0] {""}
       *[other] 等，另有 { $more } 份
    }。请在 { $until } 前答复。
notice-accepted = ✅ <b>卖家已接受：</b>{ $name }，第 { $serial } 号，有效至 { $until }。
notice-refused = <b>卖家拒绝了：</b>{ $name }，第 { $serial } 号（{ refusal-reason }）。权益仍归您。
notice-shipped = 📦 <b>运输中：</b>{ $name }，第 { $serial } 号。收到后请在 { $until } 前告诉我。
notice-disputed = ⚠️ <b>顾客对邮寄提出争议：</b>{ $name }，第 { $serial } 号。须在 { $until } 前裁决。
notice-refunded = 💸 <b>已退款：</b>{ $name }，第 { $serial } 号。权益已终止。
notice-settled = ⚖️ <b>已裁决分配：</b>{ $name }，第 { $serial } 号。锁定的款项已分配。
