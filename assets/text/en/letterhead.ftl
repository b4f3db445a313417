# Letterhead and its logo

# $name: authority
letterhead-with-logo = { $name }, with logo
letterhead-printed = Logo and authority stand at the top of every document; on a letter, unit and address stand below, once more in small above the recipient’s address, and “Contact” among the references. A new letterhead holds from the day of its entry; issued documents stay as they are.
drawing-choose = Choose SVG file …
drawing-choose-title = Choose the logo of the letterhead
drawing-file-kind = SVG drawing
drawing-remove = leave out
drawing-none = No logo
# $count chooses the form, $n is the printed number
drawing-kept = { $count ->
    [one] Drawing with { $n } area
   *[other] Drawing with { $n } areas
}

# Why a file becomes no logo; $words names what is meant
drawing-too-large = The drawing is larger than { $words } KiB. Please take a simpler version of the logo.
drawing-packed = The file is packed (SVGZ). Please save it as plain SVG.
drawing-no-svg = This is no SVG drawing, or it is damaged. Please save the logo as SVG.
drawing-entity = The file declares abbreviations of its own (ENTITY); such a file can grow without bounds and is not read. Please save it as plain SVG.
drawing-too-deep = The drawing is nested more than { $words } levels deep. Please save it in a simpler form.
drawing-too-many = The drawing has more than { $words } parts. Please take a simpler version of the logo.
drawing-too-detailed = The drawing is too detailed (about 1,500 curves at most). Please take a simpler version of the logo.
drawing-text = The drawing contains text in a typeface that is not available everywhere. Please convert the text to paths in the drawing program.
drawing-image = The drawing contains a picture made of dots. Only lines and areas are printed; please take a version without the picture.
drawing-element = The drawing contains “{ $words }”, which is not printed. Please use lines and areas only.
drawing-outside = The drawing refers to something outside of the file (“{ $words }”); nothing is fetched. Please save everything within the file.
drawing-property = The drawing uses “{ $words }”; on paper there are only opaque areas of one colour. Please convert it in the drawing program.
drawing-beyond-edge = The drawing reaches beyond its edge. Please fit the page of the drawing to its content.
drawing-nothing = Nothing can be seen in the drawing. Please choose another file.
