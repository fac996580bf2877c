photo-looking = 🔎 Looking at the picture…
photo-found = 🔎 There is a trade link in this picture.
photo-foreign = This code is none of mine. It says:
    <code>{ $code }</code>
    I open no foreign links. If you did not expect it, open it nowhere.
photo-waiting = Ten of your pictures are waiting already, so I leave out any more. Send them again when those are answered.

photo-unsold = The number <code>{ $number }</code> is on it; nobody sells that here.
photo-sold-out = It is <b>{ $name }</b>, and that is sold out.
photo-found-number = 🔎 The number on it belongs to <b>{ $name }</b>.
photo-found-probable-number = 🔎 The number on it is hard to read; it is probably that of <b>{ $name }</b>.
photo-found-looks = 🔎 This looks like <b>{ $name }</b>.
photo-choice-number = 🔎 More than one seller has what this number stands for. Which one?
photo-choice-probable-number = 🔎 The number on it is hard to read; it is probably one of these. Which one?
photo-choice-looks = 🔎 Is it one of these?
photo-choice-twins = 🔎 It is one of these, and they look alike: compare the label.
photo-line = • <b>{ $name }</b> · { $price } · by <code>{ $seller }</code>
photo-category = 🔎 It looks like this kind of thing: <b>{ $name }</b>.
photo-category-empty = 🔎 It looks like this kind of thing: <b>{ $name }</b>. Nobody sells any of it now.
photo-others = There are others of this kind: <b>{ $name }</b>.
photo-unknown = 🔎 I am not sure what this is.
photo-none-of-these = Then I do not know it.
photo-what-to-do = What helps:
    • is there a QR code beside it? Photograph that, or type the short code under it
    • hold the camera closer, straight, and in better light
    • show the side with the label

    To sell what it shows, send it with a caption such as: <code>Longjing 100 g, 12 USDC, 50</code>
photo-rough = I compare pictures only roughly right now: make sure that it is what you mean.
button-none-of-these = None of these
button-something-else = It is something else
button-see-category = See { $name }
