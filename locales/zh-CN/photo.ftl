photo-looking = 🔎 正在识别图片……
photo-found = 🔎 图片中有一个交易链接。
photo-holders-code = 这个码只供持有人使用。请在与我的私聊中打开，不要在这里。
photo-foreign = { $count ->
        [1] 这不是本店的码，内容是：
       *[other] 这些不是本店的码，内容是：
    }
    <code>{ $code }</code>
    我不会打开外部链接。如果来历不明，请勿在任何地方打开。
photo-waiting = 您已有十二张图片在等待识别，更多的图片暂不处理。请等这些有结果后再发。

photo-unsold = 图中有编号 <code>{ $number }</code>，这里没有人出售这件商品。
photo-sold-out = 这是 <b>{ $name }</b>，已经售罄。
photo-found-number = 🔎 图中的编号属于 <b>{ $name }</b>。
photo-found-probable-number = 🔎 图中的编号不太清楚，很可能是 <b>{ $name }</b>。
photo-found-looks = 🔎 这看起来是 <b>{ $name }</b>。
photo-choice-number = 🔎 不止一位卖家有这个编号的商品。选哪一个？
photo-choice-probable-number = 🔎 图中的编号不太清楚，很可能是下面之一。是哪一个？
photo-choice-looks = 🔎 是下面之一吗？
photo-choice-one = { $by ->
        [twins] 🔎 可能是这件，但有外观相近的商品，请核对标签。
       *[other] 🔎 我不确定，是这件吗？
    }
photo-choice-twins = 🔎 是下面之一，它们外观相近，请核对标签。
photo-line = • <b>{ $name }</b> · { $price } · 卖家 <code>{ $seller }</code>
photo-category = 🔎 这看起来属于：<b>{ $name }</b>。
photo-category-empty = 🔎 这看起来属于：<b>{ $name }</b>。目前没有人出售。
photo-others = 还可以买到的同类商品：<b>{ $name }</b>。
photo-unknown = 🔎 我不确定这是什么。
photo-none-of-these = 那我认不出它。
photo-what-to-do = 可以这样试试：
    • 旁边如有二维码，请拍二维码，或输入它下面的短码
    • 靠近、拿正、光线亮一些再拍，把标签拍进去
photo-to-sell = 要出售图中商品，请重新发送，并在说明中写上价格：<code>乌龙茶 50 克，9 USDC，30 件</code>
photo-of-album = 一组图片我只识别了第一张。其他的请单独发送。
photo-rough = 我现在只能粗略比对图片，请确认这是您要找的商品。
button-none-of-these = 都不是
button-something-else = 不是这个
button-see-category = 查看{ $name }

ask-product-photos = 📷 <b>请发送“{ $name }”的照片</b>，可以一次发多张：像买家那样拍，换几个角度，其中一张拍清标签。还可以放 { $left } 张。最后一张之后十分钟，您发的照片就不再算作它的照片。
product-photos-looking = 🔎 正在比对图片……
product-photos-head = 📷 <b>{ $name }</b> { $count ->
        [0] 还没有用于识别的图片。
       *[other] 凭 { $count } 张图片识别。
    }
product-photos-line = { $place }. { $kind ->
        [catalogue] 链上的图片
       *[photo] 您的照片
    }：{ $state ->
        [apart] 可以区分
        [mistaken] 可能被认作 <b>{ $other }</b>
        [unsure] 还不能确定区分
        [alone] 只有这一张，没有同一商品的其他图片可比
       *[waiting] 尚未识别
    }
product-photos-few = 照片太少：请用手机从不同角度再拍三张。
product-photos-more = 请从另一个角度再拍一张：有的图片与它的其他图片不像。
product-photos-label = 请补一张拍清标签的照片，以免被认作别的商品。
product-photos-good = ✅ 它与这里的其他商品都可以区分。
product-photo = 用于识别 <b>{ $name }</b> 的照片。{ $giver ->
        [you] 由您提供
       *[other] 由使用同一账户的其他人提供
    }，不会展示给任何人。
product-photo-deleted = <b>{ $name }</b> 的这张照片已删除。
product-photos-offer = { $count ->
        [1] <b>保存这张照片</b>，让大家凭它找到“{ $name }”吗？
       *[other] <b>保存这 { $count } 张照片</b>，让大家凭它们找到“{ $name }”吗？
    }
product-photos-now = { $place }. { $state ->
        [own] 与它的其他图片相像
        [other] 与它的其他图片不像，却像 <b>{ $other }</b>：确实是这件商品才保存
       *[nothing] 与它的其他图片不像：确实是这件商品才保存
    }
product-photos-until-yes = 在您同意之前不会保存任何内容；一天后自动清除。
product-photos-most = 每件商品最多十二张照片，多出的没有收下。
product-photos-keeping = 正在保存 <b>{ $name }</b> 的 { $count } 张照片……
product-photos-left = 没有保存任何照片。
product-photos-not-compared = <b>{ $name }</b> 的图片未能比对。请点按钮重试。
product-photos-not-kept = <b>{ $name }</b> 有一张照片未能保存。
button-photos = 📷 照片
button-add-photos = 添加照片
button-keep = 保存
button-leave = 不保存
button-photo = 照片 { $place }
button-delete = 🗑 删除
