photo-looking = 🔎 Looking at the picture…
photo-found = 🔎 There is a trade link in this picture.
photo-holders-code = This code is for whoever holds it. Open it in our private chat, not here.
photo-foreign = { $count ->
        [one] This code is none of mine. It says:
       *[other] These codes are none of mine. They say:
    }
    <code>{ $code }</code>
    I open no foreign links. If you did not expect this, do not open it anywhere.
photo-waiting = Twelve of your pictures are waiting already, so I leave out any more. Send them again when those are answered.

photo-unsold = The number <code>{ $number }</code> is on it; nobody sells that here.
photo-sold-out = It is <b>{ $name }</b>, and that is sold out.
photo-found-number = 🔎 The number on it belongs to <b>{ $name }</b>.
photo-found-probable-number = 🔎 The number on it is hard to read; it is probably that of <b>{ $name }</b>.
photo-found-looks = 🔎 This looks like <b>{ $name }</b>.
photo-choice-number = 🔎 More than one seller has goods with this number. Which one?
photo-choice-probable-number = 🔎 The number on it is hard to read; it is probably one of these. Which one?
photo-choice-looks = 🔎 Is it one of these?
photo-choice-one = { $by ->
        [twins] 🔎 It may be this one, and others look like it: compare the label.
       *[other] 🔎 I am not sure. Is it this one?
    }
photo-choice-twins = 🔎 It is one of these, and they look alike: compare the label.
photo-line = • <b>{ $name }</b> · { $price } · by <code>{ $seller }</code>
photo-category = 🔎 It looks like this kind of thing: <b>{ $name }</b>.
photo-category-empty = 🔎 It looks like this kind of thing: <b>{ $name }</b>. Nobody sells any of it now.
photo-others = Others to buy, of this kind: <b>{ $name }</b>.
photo-unknown = 🔎 I am not sure what this is.
photo-none-of-these = Then I cannot tell what it is.
photo-what-to-do = What helps:
    • a QR code beside it: photograph that, or type the short code under it
    • a photo closer, straight, in better light, with the label
photo-to-sell = To sell what it shows, send it once more with its price in the caption: <code>Oolong 50 g, 9 USDC, 30</code>
photo-of-album = I looked at the first picture of the album only. Send any other one by itself.
photo-rough = I compare pictures only roughly right now: make sure that it is what you mean.
button-none-of-these = None of these
button-something-else = It is something else
button-see-category = See { $name }

ask-product-photos = 📷 <b>Send me photos of { $name }</b>, also several at once: as buyers will take them, from different sides, one with the label. { $left ->
        [one] One more fits
       *[other] { $left } more fit
    }. Ten minutes after the last one I take photos for something else again.
product-photos-looking = 🔎 Comparing pictures…
product-photos-head = 📷 <b>{ $name }</b> { $count ->
        [0] has no picture to recognise it by yet.
        [one] has one picture to recognise it by.
       *[other] has { $count } pictures to recognise it by.
    }
product-photos-line = { $place }. { $kind ->
        [catalogue] the picture on the chain
       *[photo] a photo of yours
    }: { $state ->
        [apart] told apart
        [mistaken] may be taken for <b>{ $other }</b>
        [unsure] not told apart for sure
        [alone] the only one, with nothing of its own to compare it with
       *[waiting] not looked at yet
    }
product-photos-few = Too few photos: add three from a phone, from different sides.
product-photos-more = Add a photo from another side: not every picture is like another one of it.
product-photos-label = Add a photo that shows the label, so that it is not taken for something else.
product-photos-good = ✅ It is told apart from everything else that is shown here.
product-photo = A photo by which <b>{ $name }</b> is recognised. { $giver ->
        [you] You gave it
       *[other] Somebody else with this account gave it
    }; nobody is shown it.
product-photo-deleted = The photo of <b>{ $name }</b> is deleted.
product-photos-offer = { $count ->
        [one] <b>Keep this photo</b>, so that people find { $name } by it?
       *[other] <b>Keep these { $count } photos</b>, so that people find { $name } by them?
    }
product-photos-now = { $place }. { $state ->
        [own] like its other pictures
        [other] unlike its other pictures, and like <b>{ $other }</b>: keep it only if it shows this product
       *[nothing] unlike its other pictures: keep it only if it shows this product
    }
product-photos-until-yes = Until you say yes nothing of it is kept; after a day I forget it.
product-photos-most = A product has at most twelve photos. Any more were left out.
product-photos-keeping = Keeping { $count ->
        [one] the photo
       *[other] { $count } photos
    } of <b>{ $name }</b>…
product-photos-left = Nothing was kept.
product-photos-not-compared = The pictures of <b>{ $name }</b> could not be compared. Press the button to try again.
product-photos-not-kept = One of the photos of <b>{ $name }</b> could not be kept.
button-photos = 📷 Photos
button-add-photos = Add photos
button-keep = Keep
button-leave = Do not keep
button-photo = Photo { $place }
button-delete = 🗑 Delete
