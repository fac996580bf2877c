button-export = Export
export-begun = Your file is on its way.
export-caption = <b>Your history</b>, { $count ->
        [0] without any line yet.
        [1] 1 line.
       *[other] { $count } lines.
    } Open it in any spreadsheet. Times are UTC.{ $isCut ->
        [yes] {" "}Only the latest lines fit into one file.
       *[no] {""}
    }
export-time = Time (UTC)
export-kind = Kind
export-name = Name
export-product = Product
export-serial = No.
export-quantity = Quantity
export-state = State
export-amount = Amount
export-coin = Coin
export-other = Other side
export-token = Token
export-transaction = Last transaction
export-kind-held = held
export-kind-sent = sent
export-kind-sold = sold
export-kind-issued = sold as its seller
export-kind-earned = earned by a link
export-state-held = held
